// Repositories that are out of the ordinary, and paths that are.
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import {
  contract,
  everything,
  leftOvers,
  MODULE,
  makePatchable,
  patch,
  type Steps,
} from "../support/cli/patchable.ts";
import { arkitekt, unwrapped } from "../support/gated.ts";
import { makeRepo, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt patch, anywhere");

const STEPS: Steps = {
  edits: [
    { path: "A/a.lua", replace: { find: '"region"', with: '"regions"' } },
    { path: "A/n.lua", contents: MODULE },
  ],
};

test("works before the first commit, with the policy that is staged", () => {
  const repo = makeRepo();
  repo.stage({ ".arkitektrc.json": '{"root": "A"}' });
  const found = contract(repo, { edits: [{ path: "A/n.lua", contents: MODULE }] }, "apply");
  assert.ok(found.ok, JSON.stringify(found));
  assert.is(repo.git("status", "--porcelain"), "A  .arkitektrc.json\nA  A/n.lua");
});

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`works in a linked worktree, each with its own records (${objectFormat})`, () => {
    const repo = makePatchable({}, {}, { objectFormat });
    repo.git("worktree", "add", "-q", "--detach", "../other");
    const other = new TestRepo(join(repo.dir, "../other"), repo.env);
    const before = everything(repo);
    assert.is(patch(other, "apply", STEPS).code, 0);
    assert.is(other.git("status", "--porcelain"), "M  A/a.lua\nA  A/n.lua");
    assert.is(everything(repo), before);
    assert.equal(leftOvers(other), []);
    assert.not(existsSync(join(repo.dir, ".git/arkitekt-patch")));
  });
}

test("writes to the index alone what a sparse checkout leaves out", () => {
  const repo = makePatchable({ "B/keep.txt": "x\n" }, { rules: {} });
  repo.git("sparse-checkout", "set", "B");
  assert.not(existsSync(join(repo.dir, "A/a.lua")));
  const found = contract(repo, { edits: [STEPS.edits?.[0] ?? {}] }, "apply");
  assert.ok(found.ok, JSON.stringify(found));
  assert.not(existsSync(join(repo.dir, "A/a.lua")));
  assert.is(repo.git("status", "--porcelain"), "M  A/a.lua");
  assert.match(repo.git("ls-files", "-t", "A/a.lua"), /^S /);
});

test("a split index, and one of an older form, are written like any other", () => {
  for (const config of [{ "core.splitIndex": "true" }, { "index.version": "4" }]) {
    const repo = makePatchable({}, {}, { config });
    assert.is(patch(repo, "apply", STEPS).code, 0);
    assert.is(repo.git("status", "--porcelain"), "M  A/a.lua\nA  A/n.lua");
    repo.git("fsck", "--no-dangling");
  }
});

test("a submodule is neither changed, moved nor deleted, and nothing is written into it", () => {
  const repo = makePatchable();
  repo.commit("[AB-1] sub", { "A/sub": { submodule: repo.id("HEAD") } });
  const before = everything(repo);
  for (const steps of [
    { deletions: ["A/sub"] },
    { moves: [{ from: "A/sub", to: "A/other" }] },
    { edits: [{ path: "A/sub", contents: "x" }] },
    { edits: [{ path: "A/sub/x.lua", contents: MODULE }] },
    { deletions: ["A/sub/x.lua"] },
  ]) {
    const found = contract(repo, steps, "apply");
    assert.not(found.ok);
    assert.match(found.findings[0]?.message ?? "", /submodule/);
  }
  assert.is(everything(repo), before);
});

const SETTINGS: readonly (readonly [title: string, set: (repo: TestRepo) => void])[] = [
  ["on no branch", (repo) => repo.git("switch", "-q", "--detach")],
  ["where modes don't count", (repo) => repo.git("config", "core.fileMode", "false")],
  ["on a disk that is said to be blind to case", (repo) => repo.git("config", "core.ignoreCase", "true")],
  ["while a merge is under way", mergeWithoutCommit],
  [
    "with an index that the environment names",
    ({ dir, env }) => {
      copyFileSync(join(dir, ".git/index"), join(dir, ".git/other"));
      env["GIT_INDEX_FILE"] = join(dir, ".git/other");
    },
  ],
  [
    "of a repository that the environment names",
    ({ dir, env }) => {
      Object.assign(env, { GIT_DIR: join(dir, ".git"), GIT_WORK_TREE: dir });
    },
  ],
  [
    "with a filter of the user's",
    (repo) => {
      for (const way of ["clean", "smudge"]) repo.git("config", `filter.turn.${way}`, "tr a-z n-za-m");
      repo.write({ ".git/info/attributes": "*.lua filter=turn\n" });
      repo.git("rm", "-q", "--cached", "-r", ".");
      repo.git("reset", "-q", "--hard");
    },
  ],
];

function mergeWithoutCommit(repo: TestRepo): void {
  repo.git("switch", "-q", "-c", "other");
  repo.commit("[AB-1] theirs", { "A/theirs.lua": MODULE });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] ours", { "A/ours.lua": MODULE });
  repo.git("merge", "-q", "--no-commit", "--no-ff", "other");
}

for (const [title, set] of SETTINGS) {
  test(`works ${title}, from a folder below, with the same tree`, () => {
    const repo = makePatchable({ "A/run.sh": { executable: "#!/bin/sh\n" }, "A/sub/x.lua": MODULE });
    set(repo);
    const steps: Steps = {
      edits: [...(STEPS.edits ?? []), { path: "A/run.sh", replace: { find: "sh", with: "bash" } }],
      moves: [{ from: "A/b.lua", to: "A/B.lua" }],
    };
    const before = everything(repo);
    const from = { cwd: "A/sub", input: JSON.stringify(steps) };
    const apply = () => arkitekt(repo, ["patch", "apply", "--format", "contract", "-"], from);
    const first = apply();
    assert.is(first.code, 0, first.stdout + first.stderr);
    assert.is(JSON.parse(first.stdout).tree, repo.git("write-tree"));
    assert.match(repo.git("ls-files", "--stage", "A/run.sh"), /^100755/);
    assert.is(repo.git("cat-file", "blob", ":A/n.lua"), MODULE.trimEnd());
    assert.is(repo.git("status", "--porcelain").match(/^.[^ ]/gm), null);
    assert.equal(JSON.parse(apply().stdout).files, []);
    const reverse = arkitekt(repo, ["patch", "undo", "-"], from).stdout;
    assert.is(patch(repo, "apply", reverse).code, 0);
    assert.is(everything(repo), before);
  });
}

test("a filter that is needed and fails is told, and nothing is written", () => {
  const repo = makePatchable();
  repo.git("config", "filter.none.smudge", "no-such-program");
  repo.git("config", "filter.none.required", "true");
  repo.write({ ".git/info/attributes": "n.lua filter=none\n" });
  const before = everything(repo);
  const answer = patch(repo, "apply", STEPS);
  assert.is(answer.code, 2, answer.stdout);
  assert.match(unwrapped(answer.stderr), /the new files can't be written: .*no-such-program/);
  assert.is(everything(repo), before);
  assert.equal(leftOvers(repo), []);
});

test("a path that is not text is taken by a diff", () => {
  const repo = makePatchable({ "A/\udce4.lua": MODULE });
  const diff =
    'diff --git "a/A/\\344.lua" "b/A/\\344.lua"\n--- "a/A/\\344.lua"\n+++ "b/A/\\344.lua"\n@@ -3,3 +3,3 @@\n function M.name()\n-  return "region"\n+  return "regions"\n end\n';
  const answer = patch(repo, "apply", diff);
  assert.is(answer.code, 0, answer.stdout + answer.stderr);
  assert.match(repo.read("A/\udce4.lua").toString(), /regions/);
});

test("a folder may become a file where the patch takes away all that it holds", () => {
  const files = { "A/x/y.lua": MODULE, "A/x/sub/z.lua": MODULE };
  const deletions = Object.keys(files);
  for (const steps of [
    { deletions, edits: [{ path: "A/x", contents: "text\n" }] },
    { deletions: ["A/x/sub/z.lua"], moves: [{ from: "A/x/y.lua", to: "A/x" }] },
  ]) {
    const repo = makePatchable(files);
    assert.ok(contract(repo, steps, "apply").ok);
    assert.is(repo.git("ls-files", "--", "A/x"), "A/x");
    assert.match(unwrapped(patch(repo, "apply", steps).stdout), /the patch is applied already/);
    const undo = patch(repo, "undo", steps).stdout;
    assert.is(patch(repo, "apply", undo).code, 0);
    assert.is(repo.git("status", "--porcelain"), "");
  }
  const repo = makePatchable(files);
  const part = contract(
    repo,
    { deletions: ["A/x/y.lua"], edits: [{ path: "A/x", contents: "text\n" }] },
    "apply",
  );
  assert.is(part.ok, false);
  repo.write({ "A/x/untracked": "mine\n" });
  const whole = { deletions, edits: [{ path: "A/x", contents: "text\n" }] };
  assert.is(patch(repo, "apply", whole).code, 2);
  assert.is(repo.read("A/x/untracked").toString(), "mine\n");
});

test("a file may become the folder that it is moved into", () => {
  const repo = makePatchable({ "A/x": "text\n" });
  const found = contract(repo, { moves: [{ from: "A/x", to: "A/x/y" }] }, "apply");
  assert.ok(found.ok, JSON.stringify(found));
  assert.is(repo.read("A/x/y").toString(), "text\n");
  assert.is(
    patch(repo, "apply", patch(repo, "undo", { moves: [{ from: "A/x", to: "A/x/y" }] }).stdout).code,
    0,
  );
  assert.is(repo.read("A/x").toString(), "text\n");
});

test("a move that only changes case is not a collision", () => {
  const repo = makePatchable();
  const found = contract(repo, { moves: [{ from: "A/b.lua", to: "A/B.lua" }] }, "apply");
  assert.ok(found.ok, JSON.stringify(found));
  assert.match(repo.git("ls-files"), /^A\/B\.lua$/m);
});

test("what was undone is not done, whatever was recorded", () => {
  const repo = makePatchable();
  const steps: Steps = { edits: [{ path: "A/b.lua", replace: { find: ', "two"', with: "" } }] };
  assert.is(patch(repo, "apply", steps).code, 0);
  assert.is(patch(repo, "apply", patch(repo, "undo", steps).stdout).code, 0);
  repo.stage({ "A/b.lua": 'local M = {}\n\nM.list = { "one" }\n\nreturn M\n' });
  assert.not(contract(repo, steps).ok);
});

test("a Git that is at work is waited for by nobody: nothing is written", () => {
  const repo = makePatchable();
  repo.write({ ".git/index.lock": "" });
  const before = everything(repo);
  const refused = patch(repo, "apply", STEPS);
  assert.is(refused.code, 2, refused.stdout);
  assert.match(unwrapped(refused.stderr), /another Git process is changing the index/);
  assert.is(everything(repo), before);
  assert.ok(existsSync(join(repo.dir, ".git/index.lock")));
  repo.write({ ".git/index.lock": null });
  assert.is(patch(repo, "apply", STEPS).code, 0);
});

test("the objects of a patch that is only judged are not the repository's", () => {
  const repo = makePatchable();
  const objects = () => repo.git("cat-file", "--batch-all-objects", "--batch-check");
  const before = objects();
  assert.ok(contract(repo, STEPS).ok);
  assert.is(objects(), before);
});

test("a policy that a patch brings along does not judge it", () => {
  const repo = makePatchable({}, { agentBranches: ["codex/**"] });
  const steps: Steps = {
    edits: [
      { path: ".arkitektrc.json", contents: '{"rules": {"lua-parse": "off"}}' },
      { path: "A/a.lua", contents: "local =\n" },
    ],
  };
  const found = contract(repo, steps);
  assert.not(found.ok);
  assert.ok(found.findings.some(({ rule }) => rule === "lua-parse"));
  const broken = contract(repo, { edits: [{ path: ".arkitektrc.json", contents: "{" }] });
  assert.ok(broken.findings.some(({ rule }) => rule === "policy-change"));
});

test("standard input that is too much, a folder, or nothing is told", () => {
  const repo = makePatchable();
  assert.is(arkitekt(repo, ["patch", "check", "A"]).code, 2);
  assert.is(arkitekt(repo, ["patch", "check", "none.json"]).code, 2);
  assert.is(arkitekt(repo, ["patch", "check"]).code, 2);
});
