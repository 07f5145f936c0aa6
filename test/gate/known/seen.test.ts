import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import { LineIndex } from "../../../src/base/position.ts";
import { loadLuaReader } from "../../../src/check/lua-reader.ts";
import { termsFor } from "../../../src/check/terms-for.ts";
import { type Seen, watch } from "../../../src/gate/known/seen.ts";
import { readPolicy } from "../../../src/library/index.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import type { Scene } from "../../../src/rule/rule.ts";
import { rules } from "../../../src/rules/index.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what a rule looks at besides the file");

const SHIM =
  "-- @deprecated moved to A.core\n-- EXPIRES: 2026-06-01\n-- REMOVAL: Phase E\nlocal M = {}\nreturn M\n";
const PLAIN = "local M = {}\n\nfunction M.go(list)\n  return #list\nend\n\nreturn M\n";

test("is noted when it looks, also through a copy of the scene", () => {
  const seen: Seen = new Set();
  const scene = { isTree: false, today: "2026-01-02", code: "AB-1", task: undefined, options: { a: 1 } };
  const watched = watch(scene as unknown as Scene<unknown>, { seen });
  assert.equal([watched.options, [...seen]], [{ a: 1 }, []]);
  assert.equal([watched.code, [...seen]], ["AB-1", ["code"]]);
  assert.equal([{ ...watched }.today, [...seen].sort()], ["2026-01-02", ["code", "isTree", "task", "today"]]);
});

test("is the day only where there is a shim, so that what was found in all other files holds tomorrow", async () => {
  await loadLuaReader();
  const read = await readPolicy({
    extends: "playbook-v5",
    root: "A",
    lua: { moduleRoots: ["."] },
    namespace: { canonical: "A" },
  });
  const policy = read.policy as unknown as Policy;
  const terms = termsFor(policy, ["main"], "2026-01-02", []);
  const looked = (text: string) => {
    const seen: Seen = new Set();
    const source = new LuaSource(text as ByteText, "5.3");
    const file = {
      path: "A/x.lua",
      text,
      lua: source,
      lines: new LineIndex(text as ByteText),
      side: "after",
    };
    for (const rule of rules) {
      if (rule.kind !== "file") continue;
      const { options, level } = terms.setting(rule.id, "A/x.lua");
      if (level === "off" || !rule.covers("A/x.lua", policy.project, options)) continue;
      const scene = { project: policy.project, options, isTree: false, today: terms.today, code: "AB-1" };
      [
        ...rule.inspect(
          file as never,
          watch({ ...scene, isStrictOnDates: false, task: undefined }, { seen }),
        ),
      ];
    }
    return [...seen].sort();
  };
  assert.equal(looked(PLAIN), []);
  assert.ok(looked(SHIM).includes("today"));
});
