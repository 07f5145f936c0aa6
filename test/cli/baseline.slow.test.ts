import * as assert from "uvu/assert";
import { BASELINE_FILE } from "../../src/model/baseline/baseline.ts";
import { arkitekt, makeGated, policy } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt baseline");

const rules = { ...policy.rules, "task-code": "off", "task-branch": "off" };
const module = (...lines: readonly string[]) => `${[...lines, "local M = {}", "return M"].join("\n")}\n`;

test("lists what is found, shrinks, never grows, and is what a look at a tree puts up with", () => {
  const repo = makeGated(
    { "A/a.lua": module("x = 1"), "A/b.lua": module("y = 1", "z = 2") },
    { rules: { ...rules, "path-fence": "off" } },
  );
  const tree = () => arkitekt(repo, ["check", "--tree", "HEAD"]);
  const commit = (env: Readonly<Record<string, string>> = {}) =>
    repo.run("git", ["commit", "-qam", "[AB-1] Work"], { env: { ...repo.env, ...env } }).code;

  assert.is(tree().code, 1, "a first commit is new as a whole");
  assert.match(arkitekt(repo, ["baseline"]).stdout, "no baseline yet; 3 findings in 2 files");
  assert.is(arkitekt(repo, ["baseline", "--write"]).code, 0);
  assert.equal(JSON.parse(String(repo.read(BASELINE_FILE))), {
    version: 1,
    findings: { "no-globals": { "A/a.lua": 1, "A/b.lua": 2 } },
  });
  repo.git("add", BASELINE_FILE);
  assert.is(commit(), 0);
  assert.is(tree().code, 0);
  assert.match(arkitekt(repo, ["check", "--tree", "HEAD", "--summary"]).stdout, /no-globals +0 +0 +3/);

  repo.write({ "A/b.lua": module("y = 1") });
  const stale = arkitekt(repo, ["baseline"]);
  assert.equal([stale.code, /A\/b\.lua: 1, listed 2/.test(stale.stdout)], [0, true]);
  assert.is(commit(), 0);
  assert.match(tree().stdout, "can shrink: the baseline's 2 findings of no-globals in A/b.lua");
  assert.is(arkitekt(repo, ["baseline", "--write"]).code, 0);
  assert.is(commit(), 0, "it may shrink");

  repo.write({ "A/b.lua": module("y = 1", "w = 3") });
  const beyond = arkitekt(repo, ["baseline", "--write"]);
  assert.equal([beyond.code, repo.git("status", "--porcelain").includes(BASELINE_FILE)], [1, false]);
  assert.is(/written|commit it/.test(beyond.stdout), false, "nothing was written");
  repo.write({ [BASELINE_FILE]: String(repo.read(BASELINE_FILE)).replace('b.lua": 1', 'b.lua": 2') });
  assert.is(commit(), 1, "a finding that is added is not made old by the same commit");
  repo.git("checkout", "-q", BASELINE_FILE);
  assert.is(commit({ ARKITEKT_OVERRIDE: "no-globals: the host reads it" }), 0);
  repo.git("commit", "-q", "--allow-empty", "--no-verify", "-m", "more");
  assert.is(tree().code, 0, "what was accepted then is accepted");
  assert.is(arkitekt(repo, ["baseline"]).code, 0);

  repo.write({ "A/b.lua": module("y = 1", "w = 3", "v = 4") });
  repo.git("commit", "-qa", "--no-verify", "-m", "past the hooks");
  repo.git("commit", "-q", "--allow-empty", "--no-verify", "-m", "more");
  const late = tree();
  assert.equal([late.code, /sets the global v/.test(late.stdout)], [1, true]);
  assert.match(arkitekt(repo, ["baseline", "--summary"]).stdout, /no-globals +2 +2 +3 +1 +0/);
});
