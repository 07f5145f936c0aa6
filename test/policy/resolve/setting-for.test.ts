import fc from "fast-check";
import * as assert from "uvu/assert";
import { showFaults } from "../../../src/policy/faults/show-faults.ts";
import type { FoundPolicy, Policy } from "../../../src/policy/policy.ts";
import { readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { mayOverride } from "../../../src/policy/resolve/may-override.ts";
import { settingFor } from "../../../src/policy/resolve/setting-for.ts";
import { suite } from "../../support/suite.ts";

const test = suite("settings of rules");

async function found(file: object): Promise<FoundPolicy> {
  const read = await readPolicyFile("p.json", Buffer.from(JSON.stringify(file)));
  if (!read.ok) throw new Error(showFaults(read.error));
  if (read.value === undefined) throw new Error("no policy");
  return read.value;
}

const policy = async (file: object): Promise<Policy> => (await found(file)).policy;

test("a level alone keeps the options; options are laid over them key by key", async () => {
  const given = await policy({
    rules: { "diff-budget": ["error", { files: 20, strict: { files: 3 } }] },
    overrides: [
      { branches: ["a"], rules: { "diff-budget": "warn" } },
      { branches: ["b"], rules: { "diff-budget": ["warn", { addedLoc: 9, exclude: ["x"] }] } },
    ],
  });
  const on = (...branches: string[]) => settingFor(given, "diff-budget", { branches });
  assert.is(on("main").level, "error");
  assert.is(on("main").options["files"], 20);
  assert.is(on("main").options["addedLoc"], 700);
  assert.equal(on("main").options["strict"], {
    globs: ["**/core/**", "**/storage/**"],
    files: 3,
    addedLoc: 300,
  });
  assert.equal(on("a"), { level: "warn", options: on("main").options });
  assert.equal(on("b"), { level: "warn", options: { ...on("main").options, addedLoc: 9, exclude: ["x"] } });
});

test("a list of other endings adds to `.lua`, one that is for `.lua` stands as it is", async () => {
  const files = async (...globs: string[]) => (await policy({ lua: { files: globs } })).project.lua.files;
  for (const other of ["**/*.script", "game/*.{script,gui_script}", "**/*.lua.in"])
    assert.equal(await files(other), ["**/*.lua", other]);
  for (const own of ["src/**", "*.LUA", "**/*.{lua,nse}", "{a/*.lua,b/*.nse}", "main.lua", "src/*.l*"])
    assert.equal(await files("**/*.script", own), ["**/*.script", own]);
});

test("a later override wins", async () => {
  const given = await policy({
    overrides: [
      { branches: ["x/**"], rules: { "docs-fence": "error" } },
      { branches: ["x/y"], rules: { "docs-fence": "off" } },
    ],
  });
  assert.is(settingFor(given, "docs-fence", { branches: ["x/z"] }).level, "error");
  assert.is(settingFor(given, "docs-fence", { branches: ["x/y"] }).level, "off");
});

test("an override for files holds for those files alone, and with branches only there", async () => {
  const given = await policy({
    rules: { "lua-parse": "error" },
    overrides: [
      { files: ["sandbox/**"], rules: { "lua-parse": "warn" } },
      { files: ["**/draft.lua"], branches: ["wip"], rules: { "lua-parse": "off" } },
    ],
  });
  const level = (branch: string, path?: string) =>
    settingFor(given, "lua-parse", { branches: [branch], ...(path === undefined ? {} : { path }) }).level;
  assert.equal(
    [level("wip"), level("wip", "a.lua"), level("wip", "sandbox/a.lua"), level("wip", "sandbox/draft.lua")],
    ["error", "error", "warn", "off"],
  );
  assert.is(level("main", "sandbox/draft.lua"), "warn");
});

test("of several branches the strictest level holds, whatever their order", async () => {
  const given = await policy({
    rules: { "docs-fence": "warn" },
    overrides: [
      { branches: ["strict"], rules: { "docs-fence": "error" } },
      { branches: ["loose"], rules: { "docs-fence": "off" } },
    ],
  });
  for (const branches of [
    ["loose", "strict", "main"],
    ["strict", "main", "loose"],
  ]) {
    assert.is(settingFor(given, "docs-fence", { branches }).level, "error");
  }
  assert.is(settingFor(given, "docs-fence", { branches: ["loose"] }).level, "off");
  assert.is(settingFor(given, "docs-fence", { branches: [] }).level, "warn");
});

test("the preset is stricter with documents on the branches that the policy calls the agents'", async () => {
  const given = await policy({ extends: "playbook-v5", agentBranches: ["bots/**"] });
  assert.is(settingFor(given, "docs-fence", { branches: ["bots/x"] }).level, "error");
  assert.is(settingFor(given, "docs-fence", { branches: ["codex/x"] }).level, "warn");
});

test("what the policy says of a rule goes before the preset's overrides", async () => {
  const given = await policy({ extends: "playbook-v5", rules: { "docs-fence": "off" } });
  assert.is(settingFor(given, "docs-fence", { branches: ["codex/x"] }).level, "off");
});

test("equal questions get the same object, so that a rule may keep what it makes of its options", async () => {
  const given = await policy({
    extends: "playbook-v5",
    overrides: [{ files: ["a/**"], rules: { "diff-budget": ["warn", { files: 1 }] } }],
  });
  const ask = (path: string) => settingFor(given, "diff-budget", { branches: ["main"], path });
  assert.is(ask("a/x"), ask("a/y"));
  assert.is(ask("b/x"), settingFor(given, "diff-budget", { branches: ["main"] }));
});

test("a rule that does not exist is a bug of the asker", async () => {
  const given = await policy({});
  assert.throws(() => settingFor(given, "no-such-rule", { branches: [] }), /no rule "no-such-rule"/);
});

test("nobody may override on an agent's branch unless the policy says so", async () => {
  const preset = await policy({ extends: "playbook-v5" });
  assert.ok(mayOverride(preset, "diff-budget", ["main"]));
  assert.ok(mayOverride(preset, "diff-budget", []));
  assert.not.ok(mayOverride(preset, "diff-budget", ["codex/x"]));
  assert.not.ok(mayOverride(preset, "diff-budget", ["main", "codex/x"]));
  const given = await policy({
    extends: "playbook-v5",
    mayOverride: [
      { rules: ["diff-budget"], branches: "agents" },
      { rules: ["docs-fence"], branches: ["release/**"] },
    ],
  });
  assert.ok(mayOverride(given, "diff-budget", ["codex/x"]));
  assert.not.ok(mayOverride(given, "diff-budget", ["main"]));
  assert.not.ok(mayOverride(given, "diff-budget", []));
  assert.ok(mayOverride(given, "docs-fence", ["release/1"]));
  assert.not.ok(mayOverride(given, "docs-fence", ["codex/x"]));
});

test("a setting does not hang on what was asked before", async () => {
  const given = await found({
    extends: "playbook-v5",
    overrides: [
      { files: ["a/**"], rules: { "lua-parse": "off" } },
      { branches: ["x"], rules: { "lua-parse": "warn" } },
      { branches: ["x"], files: ["**/b"], rules: { "lua-parse": "error" } },
    ],
  });
  const scope = fc.record(
    { branches: fc.subarray(["x", "codex/y", "main"]), path: fc.constantFrom("a/b", "a/c", "c/b", "c/d") },
    { requiredKeys: ["branches"] },
  );
  fc.assert(
    fc.property(fc.array(scope, { maxLength: 8 }), scope, (before, last) => {
      for (const each of before) settingFor(given.policy, "lua-parse", each);
      const fresh = { ...given.policy };
      assert.equal(settingFor(given.policy, "lua-parse", last), settingFor(fresh, "lua-parse", last));
    }),
  );
});
