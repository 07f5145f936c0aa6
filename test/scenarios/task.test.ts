import * as assert from "uvu/assert";
import { arkitekt, makeGated, policy, rulesIn, unwrapped } from "../support/gated.ts";
import type { Files, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the work on a task");

const module = (value: string) => `local M = {}\n\nfunction M.first()\n  return ${value}\nend\n\nreturn M\n`;
const json = (value: object) => `${JSON.stringify(value)}\n`;
const NOTES =
  "Impacted modules: core. Caller deltas: none. Risks: low. Mitigations: none needed. Undo: git revert.";
const taskCode = {
  patterns: ["^(?<code>[\\w-]+): \\S", "^(?<code>Phase \\d+): \\S"],
  examples: ["sort_regions: by name"],
};
const kept: Files = {
  ".codex/tasks/sort_regions.json": json({
    constraints: { allowlist: ["A/core"], diff_budget: { files: 3, added_loc: 11 } },
    notes: "Sorts them.",
  }),
  "A/core/a.lua": module("1"),
};

function gated(files: Files = kept): TestRepo {
  return makeGated(files, { taskCode, rules: { "path-fence": ["error", { roots: ["A"] }] } });
}

/** Stages and commits through the hooks; the rules that stop it. */
function commit(repo: TestRepo, message: string, files: Files): { rules: readonly string[]; said: string } {
  repo.stage(files);
  const { code, stderr } = repo.tryGit("commit", "-qm", message);
  const rules = rulesIn(stderr);
  if (code !== 0) repo.git("reset", "-q", "--hard");
  assert.is(code === 0, rules.length === 0 || !/blocked/.test(stderr), stderr);
  return { rules, said: unwrapped(stderr) };
}

test("is held by every hook on an agent's branch, and its budget over every push", () => {
  const repo = gated();
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  repo.git("switch", "-qc", "codex/sort_regions");
  const titled = `sort_regions: by name`;
  const outside = commit(repo, titled, { "A/app.lua": module("1") });
  assert.equal(outside.rules, ["path-fence"]);
  assert.match(outside.said, "only A/core may change");
  const other = commit(repo, "sort_zones: by name", { "A/core/a.lua": module("2") });
  assert.equal(other.rules, ["task-branch"]);
  assert.match(other.said, "the title names sort_zones, and there is no such task");
  const two = "local M = {}\nfunction M.first() return 2 end\nfunction M.last() return 9 end\nreturn M\n";
  assert.equal(commit(repo, titled, { "A/core/a.lua": two }).rules, ["task-notes"]);
  assert.equal(commit(repo, `${titled}\n\n${NOTES}`, { "A/core/a.lua": two }).rules, []);
  assert.is(repo.tryGit("push", "-q", "-u", "origin", "HEAD").code, 0);
  assert.equal(commit(repo, titled, { "A/core/b.lua": module("1") }).rules, []);
  assert.equal(commit(repo, titled, { "A/core/c.lua": module("1") }).rules, []);
  const over = repo.tryGit("push", "-q");
  assert.equal([over.code, rulesIn(over.stderr)], [1, ["diff-budget"]]);
  assert.match(unwrapped(over.stderr), "too big with all its commits together: 12 added lines (at most 11)");
  repo.stage({ "A/core/c.lua": "return {}\n" });
  repo.run("git", ["commit", "-q", "--amend", "--no-edit"], { env: { ARKITEKT: "0" } });
  const mended = repo.tryGit("push", "-q");
  assert.equal([mended.code, mended.stderr], [0, ""]);
});

test("that a title names on a person's branch is held when the title is there", () => {
  const shim =
    "local M = {}\n-- @deprecated TEMP_PARITY_SHIM: get() → use a.first\n-- EXPIRES: 2999-01-01 (planned removal: Phase-3)\nfunction M.get()\n  return 1\nend\nreturn M\n";
  const repo = gated({ ...kept, "A/core/shim.lua": shim });
  assert.equal(commit(repo, "sort_regions: by name", { "A/app.lua": module("1") }).rules, ["path-fence"]);
  assert.equal(commit(repo, "sort_zones: by name", { "A/app.lua": module("1") }).rules, []);
  const touched = { "A/core/shim.lua": shim.replace("return 1", "return 2") };
  assert.equal(commit(repo, "Phase 2: count", touched).rules, []);
  const again = { "A/core/shim.lua": shim.replace("return 1", "return 3") };
  assert.equal(commit(repo, "Phase 4: count", again).rules, ["shim-expiry"]);
});

test("is read from the disk where Git ignores it, which is said; what is neither tracked nor ignored is nobody's", () => {
  const repo = gated({ ".gitignore": "*.json\n!.arkitektrc.json\n", "A/core/a.lua": module("1") });
  repo.git("switch", "-qc", "codex/sort_regions");
  repo.write({
    ".codex/tasks/sort_regions.json": json({ constraints: { allowlist: ["A/core", "tools"] } }),
    ".codex/pipeline.json": json({ phases: [{ name: "names", payload: { live_root: "A/app" } }] }),
  });
  const stopped = commit(repo, "sort_regions: by name", { "A/app.lua": module("1") });
  assert.equal(stopped.rules, ["path-fence"]);
  assert.match(stopped.said, "from the disk: .codex/tasks/sort_regions.json (Git ignores it");
  assert.equal(commit(repo, "sort_regions: by name", { "tools/x.lua": module("1") }).rules, ["path-fence"]);
  assert.equal(commit(repo, "sort_zones: by name", { "A/core/a.lua": module("2") }).rules, ["task-branch"]);
  assert.equal(commit(repo, "sort_regions: by name", { "A/core/a.lua": module("2") }).rules, []);
  repo.git("switch", "-qc", "codex/phase-names");
  assert.equal(commit(repo, "phase-names: by name", { "A/core/a.lua": module("3") }).rules, ["path-fence"]);
  repo.write({ ".gitignore": "" });
  repo.git("switch", "-qc", "codex/other", "main", "--force");
  repo.commit("no_more: of ignoring", { ".gitignore": "" });
  assert.equal(commit(repo, "sort_zones: by name", { "A/core/a.lua": module("4") }).rules, []);
});

test("that was asked for by name must be there", () => {
  const repo = gated();
  const env = { ARKITEKT_TASK: "sort_region" };
  repo.stage({ "A/core/a.lua": module("2") });
  const answer = repo.run("git", ["commit", "-qm", "sort_regions: by name"], { env });
  assert.is(answer.code, 1);
  assert.match(
    unwrapped(answer.stderr),
    'ARKITEKT_TASK names it: there is no task "sort_region"; did you mean sort_regions',
  );
  const known = { env: { ARKITEKT_TASK: "sort_regions" } };
  assert.is(repo.run("git", ["commit", "-qm", "sort_regions: by name"], known).code, 0);
  assert.is(policy.extends, "playbook-v5");
  assert.is(arkitekt(repo, ["check", "--range", "HEAD~1..HEAD"], known).code, 0);
});
