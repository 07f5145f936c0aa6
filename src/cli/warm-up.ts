import { termsFor } from "../doors/terms-for.ts";
import { judge } from "../gate/judge.ts";
import type { Blob, ChangeSet, FileChange } from "../model/change.ts";
import { readPolicy } from "../policy/read-policy.ts";
import { pretty } from "../report/pretty.ts";
import type { World } from "../system/world.ts";

const POLICY =
  '{"extends":"playbook-v5","taskCode":{"patterns":["^\\\\[(?<code>T-\\\\d+)\\\\]"],"examples":["[T-1] x"]}}';

const LUA = `local core = require("Feature.core.state")
local M = { list = {}, name = "x" }
-- @deprecated TEMP_PARITY_SHIM: old() → use new
-- EXPIRES: 2025-01-01 (planned removal: Phase-3)
function M.old(a, b, ...)
  for key, value in pairs(a or {}) do
    if key ~= b and not value then M[key] = value .. tostring(#a + 0x10 * -b) end
  end
  local text = [[long]] .. 'short\\n'
  while #text > 3 do text = text:sub(2) if text == "" then break end end
  repeat local n = select("#", ...) until n
  global_name = reaper.GetExtState("a", "b")
  return core.state, function() return M end
end
return M
`;

/** Judges a small change in memory, so that what a commit runs is compiled when the code cache is written. */
export async function warmUp({ stderr }: World): Promise<void> {
  const found = await readPolicy(new Map([[".arkitektrc.json", Buffer.from(POLICY)]]));
  if (!found.ok || found.value === undefined) throw new Error("the policy of the warm-up is broken");
  const change = changeOf({
    "ARKITEKT/scripts/Feature/core/a.lua": [LUA, `${LUA}-- more\n`],
    "b.lua": ["x = ", "x = 1"],
  });
  const verdict = await judge(change, termsFor(found.value.policy, ["main"], "2025-06-01", []));
  pretty(verdict, { paint: stderr.paint, width: 80, all: true, next: "", seeAll: "" });
}

function changeOf(files: Readonly<Record<string, readonly [string, string]>>): ChangeSet {
  const blobs = new Map<string, Blob>();
  const entry = (id: string, text: string) => {
    blobs.set(id, { kind: "bytes", bytes: Buffer.from(text) });
    return { kind: "file", id } as const;
  };
  const changes = Object.entries(files).map(
    ([path, [before, after]]): FileChange => ({
      kind: "modified",
      path,
      before: entry(`${path}<`, before),
      after: entry(`${path}>`, after),
      lines: { kind: "text", added: [{ start: 1, end: 2 }], addedLoc: 1 },
    }),
  );
  return {
    subject: { kind: "staged", isMerge: false },
    branches: ["main"],
    files: changes,
    source: {
      load: async (ids) => new Map([...ids].flatMap((id) => [[id, blobs.get(id)] as const]).filter(isThere)),
      entries: async () => new Map(),
      list: async () => new Map(),
      search: async () => new Map(),
    },
  };
}

function isThere(pair: readonly [string, Blob | undefined]): pair is readonly [string, Blob] {
  return pair[1] !== undefined;
}
