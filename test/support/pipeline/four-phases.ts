// A pipeline of four phases in a real repository with a remote and the gate: scaffold, move with importers, an edit from a patch file, and
// the cleanup of a shim.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeGated } from "../gated.ts";
import type { Files, TestRepo } from "../repo.ts";

const NOTES =
  "Impacted modules: those of the allowlist. Caller deltas: import paths only. Risks: low. Mitigations: proof-greps. Undo: git revert.";

/** A phase that says all that one must. */
export function phase(name: string, task: object, allowlist: readonly string[], more: object = {}): object {
  const constraints = { allowlist, diff_budget: { files: 5, added_loc: 60 } };
  const acceptance = ["All edited files parse as Lua 5.3.", "Diff budget respected.", "CI passes"];
  return { name, payload: { ...task, constraints, acceptance, proof_grep: [], notes: NOTES }, ...more };
}

export const FOUR = [
  phase(
    "scaffold",
    { task: "scaffold_module", files: [{ path: "A/scripts/Song/core/keys.lua", template: "module_table" }] },
    ["A/scripts/Song/core"],
  ),
  phase("move", { task: "move_module", from: "Song.core.state", to: "Song.core.model" }, ["A/scripts/Song"]),
  phase("edit", { task: "name_keys" }, ["A/scripts/Song/core/keys.lua"]),
  phase("cleanup", { task: "remove_shim", path: "A/scripts/Song/app/bridge.lua", name: "total" }, [
    "A/scripts/Song",
  ]),
];

/** The hooks judge by the day that it is. */
const SOON = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

const files: Files = {
  "A/scripts/Song/core/state.lua":
    "local M = {}\n\nfunction M.length(list)\n  return #list\nend\n\nreturn M\n",
  "A/scripts/Song/app/main.lua":
    'local bridge = require("Song.app.bridge")\nlocal state = require("Song.core.state")\n\nlocal M = {}\n\nfunction M.go(list)\n  return bridge.total(list) + state.length(list)\nend\n\nreturn M\n',
  "A/scripts/Song/app/bridge.lua": `local state = require("Song.core.state")\n\nlocal M = {}\n\n-- @deprecated TEMP_PARITY_SHIM: total() → use state.length\n-- EXPIRES: ${SOON} (planned removal: Phase-3)\n-- reason: main still calls bridge.total(); remove after it has moved.\nfunction M.total(list)\n  return state.length(list)\nend\n\nreturn M\n`,
};

/** The change of the phase `edit`. */
export const EDIT = `--- a/A/scripts/Song/core/keys.lua
+++ b/A/scripts/Song/core/keys.lua
@@ -1,3 +1,5 @@
 local M = {}
 
+M.title = "title"
+
 return M
`;

/** With the remote "origin", which has `main`, and a folder of patches beside the repository. */
export function makePipeline(
  phases: readonly object[] = FOUR,
  {
    stopOnFail = true,
    isIgnored = false,
  }: { readonly stopOnFail?: boolean; readonly isIgnored?: boolean } = {},
): TestRepo & { readonly patches: string } {
  const manifest = JSON.stringify({ stop_on_fail: stopOnFail, phases }, undefined, 2);
  const kept: Files = isIgnored ? { ".gitignore": ".codex\n" } : { ".codex/pipeline.json": manifest };
  const repo = makeGated(
    { ...files, ...kept },
    {
      taskCode: undefined,
      lua: { moduleRoots: ["A/scripts"] },
      rules: { "path-fence": ["error", { roots: ["A"] }] },
    },
  );
  if (isIgnored) repo.write({ ".codex/pipeline.json": manifest });
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  const patches = join(repo.dir, "../patches");
  mkdirSync(patches);
  writeFileSync(join(patches, "edit.diff"), EDIT);
  return Object.assign(repo, { patches });
}
