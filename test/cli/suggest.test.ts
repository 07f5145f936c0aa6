import * as assert from "uvu/assert";
import { suggestionsFor } from "../../src/cli/policy/suggestions.ts";
import { arkitekt } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt policy suggest");

test("says what the tree shows and the policy does not, and changes nothing", () => {
  const repo = makeRepo({
    ".arkitektrc.json": '{ "extends": "playbook-v5", "root": ".", "lua": { "moduleRoots": ["."] } }',
    ".luacheckrc": 'globals = { "MiniTest" }\n',
    "bin/run.lua": "#!/usr/bin/env lua\nprint(1)\n",
  });
  const { code, stdout } = arkitekt(repo, ["policy", "suggest"]);
  assert.is(code, 0);
  assert.match(stdout, /^ {2}\{ "host": \{ "globals": \[.*"MiniTest"/m);
  assert.match(stdout, /lua\.scripts[\s\S]*\*\*\/bin\/\*\*/);
  assert.is(repo.git("status", "--porcelain"), "");
});

test("settings of a linter that can't be read are named, with the reason", () => {
  const repo = makeRepo({
    ".arkitektrc.json": '{ "root": ".", "lua": { "moduleRoots": ["."] } }',
    ".luacheckrc": "globals = {\n",
    "pkg/.luacheckrc": "globals = { 'a' }\ntable.insert(globals, name)\n",
  });
  const { stdout } = arkitekt(repo, ["policy", "suggest"]);
  assert.match(stdout, /^not read: \.luacheckrc, line \d: .*expected/m);
  assert.match(stdout, /^read in part: pkg\/\.luacheckrc, line 2: globals is computed/m);
  const { unread } = JSON.parse(arkitekt(repo, ["policy", "suggest", "--format", "json"]).stdout);
  assert.equal(
    unread.map(({ key, says }: { key: string; says: string }) => [key, says]),
    [
      [".luacheckrc", "not read"],
      ["pkg/.luacheckrc", "read in part"],
    ],
  );
});

const compared = (policy: object, draft: object) => ({
  policy,
  draft,
  facts: [{ key: "agentBranches", says: "claude, codex", from: "2 of claude/*" }],
  luaPaths: ["tools/a.lua", "src/b.lua"],
});

test("what another glob covers already is not suggested", () => {
  const policy = { lua: { scripts: ["tools/**"] }, agentBranches: ["claude/**", "codex/**"] };
  assert.equal(suggestionsFor(compared(policy, { lua: { scripts: ["tools/*.lua"] } })), []);
  const [only, ...others] = suggestionsFor(compared(policy, { lua: { scripts: ["src/*.lua"] } }));
  assert.equal([only?.key, only?.value, others.length], ["lua.scripts", ["tools/**", "src/*.lua"], 0]);
});

test("the branches of agents that the policy does not know are named", () => {
  const [only] = suggestionsFor(compared({ agentBranches: ["codex/**"] }, {}));
  assert.equal([only?.key, only?.add], ["agentBranches", ["claude/**"]]);
});

test("a global of a family that the policy names is not suggested", () => {
  const policy = { host: { globals: ["FCVAR_*"] }, agentBranches: ["claude/**", "codex/**"] };
  const draft = { host: { globals: ["FCVAR_ARCHIVE", "SIM_RATE"] } };
  assert.equal(
    suggestionsFor(compared(policy, draft)).map(({ add }) => add),
    [["SIM_RATE"]],
  );
});
