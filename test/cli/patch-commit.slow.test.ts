import { existsSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { everything, leftOvers, MODULE, makePatchable, patch, type Steps } from "../support/cli/patchable.ts";
import { arkitekt, unwrapped } from "../support/gated.ts";
import { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt patch apply --commit");

const STEPS: Steps = {
  notes: "Say regions.\n\nUndo: git revert.",
  edits: [{ path: "A/a.lua", replace: { find: '"region"', with: '"regions"' } }],
};
const COMMIT = ["--commit", "--task", "phase6_names"];

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`makes one commit on the task's branch, and checks nothing out (${objectFormat})`, () => {
    const repo = makePatchable({}, {}, { objectFormat });
    repo.write({ "A/a.lua": "mine\n" });
    const files = everything(repo)
      .split("\n")
      .filter((line) => !line.includes("refs/"));
    const made = patch(repo, "apply", STEPS, ...COMMIT);
    assert.is(made.code, 0, made.stdout + made.stderr);
    assert.equal(
      everything(repo)
        .split("\n")
        .filter((line) => !line.includes("refs/")),
      files,
    );
    assert.is(repo.git("rev-parse", "codex/phase6_names^"), repo.id("HEAD"));
    const message = repo.git("log", "-1", "--format=%B", "codex/phase6_names");
    assert.match(
      message,
      /^phase6_names: Say regions\.\n\nUndo: git revert\.\n\nArkitekt-Patch: sha256:[0-9a-f]{64}\n$/,
    );
    assert.match(repo.git("show", "codex/phase6_names:A/a.lua"), /"regions"/);
    repo.git("fsck", "--strict", "--no-dangling");
    const tip = repo.id("codex/phase6_names");
    assert.match(patch(repo, "apply", STEPS, ...COMMIT).stdout, /applied already/);
    assert.is(repo.id("codex/phase6_names"), tip);
  });
}

test("the next patch of the task stands on the one before it", () => {
  const repo = makePatchable();
  patch(repo, "apply", STEPS, ...COMMIT);
  const next: Steps = { edits: [{ path: "A/a.lua", replace: { find: '"regions"', with: '"areas"' } }] };
  const made = patch(repo, "apply", next, ...COMMIT, "--title", "phase6_names: Say areas");
  assert.is(made.code, 0, made.stdout + made.stderr);
  assert.equal(repo.git("log", "--format=%s", "main..codex/phase6_names").split("\n"), [
    "phase6_names: Say areas",
    "phase6_names: Say regions.",
  ]);
});

test("the title names the task in a way that the policy takes", () => {
  const repo = makePatchable();
  const made = patch(repo, "apply", STEPS, "--commit", "--task", "RP-12");
  assert.is(made.code, 0, made.stdout + made.stderr);
  assert.is(repo.git("log", "-1", "--format=%s", "codex/RP-12"), "[RP-12] Say regions.");
});

test("where the branch is checked out, its index and files move with it", () => {
  const repo = makePatchable();
  repo.git("checkout", "-q", "-b", "codex/phase6_names");
  repo.stage({ "A/b.lua": MODULE });
  const made = patch(repo, "apply", STEPS, ...COMMIT);
  assert.is(made.code, 0, made.stdout + made.stderr);
  assert.is(repo.git("status", "--porcelain"), "M  A/b.lua");
  assert.match(repo.read("A/a.lua").toString(), /"regions"/);
  assert.is(repo.git("show", "--format=%s", "--name-only", "HEAD"), "phase6_names: Say regions.\n\nA/a.lua");
  repo.stage({ "A/a.lua": MODULE });
  const before = everything(repo);
  const more: Steps = { edits: [{ path: "A/a.lua", replace: { find: '"regions"', with: '"areas"' } }] };
  const refused = patch(repo, "apply", more, ...COMMIT);
  assert.is(refused.code, 2, refused.stdout);
  assert.match(unwrapped(refused.stderr), /staged with other changes/);
  assert.is(everything(repo), before);
});

test("a branch that another working tree has checked out is refused", () => {
  const repo = makePatchable();
  repo.git("worktree", "add", "-q", "-b", "codex/phase6_names", "../other");
  const made = patch(repo, "apply", STEPS, ...COMMIT);
  assert.is(made.code, 2);
  assert.match(unwrapped(made.stderr), /checked out in another working tree/);
  const other = new TestRepo(join(repo.dir, "../other"), repo.env);
  const there = patch(other, "apply", STEPS, ...COMMIT);
  assert.is(there.code, 0, there.stderr);
  assert.is(other.git("status", "--porcelain"), "");
  assert.equal(leftOvers(other), []);
});

test("a bare repository takes a commit too", () => {
  const repo = makePatchable();
  const bare = repo.clone("bare.git", "--bare");
  const made = patch(bare, "apply", STEPS, ...COMMIT);
  assert.is(made.code, 0, made.stdout + made.stderr);
  assert.match(bare.git("show", "codex/phase6_names:A/a.lua"), /"regions"/);
});

test("the commit is judged as what it is: with its title, and on the branch of its task", () => {
  const repo = makePatchable(
    {},
    { overrides: [{ branches: ["codex/**"], rules: { "docs-fence": "error" } }] },
  );
  const untitled = patch(repo, "apply", STEPS, ...COMMIT, "--title", "no task at all");
  assert.is(untitled.code, 1);
  assert.match(untitled.stdout, /task-code/);
  const docs = patch(repo, "apply", { edits: [{ path: "A/notes.md", contents: "x\n" }] }, ...COMMIT);
  assert.is(docs.code, 1, docs.stdout);
  assert.match(docs.stdout, /docs-fence/);
  assert.is(repo.tryGit("rev-parse", "--verify", "codex/phase6_names").code, 128);
});

test("an override in the notes is not an override", () => {
  const repo = makePatchable({}, { mayOverride: [{ rules: "all", branches: ["**"] }] });
  const steps: Steps = {
    notes: "Say it.\n\nArkitekt-Override: lua-parse: because",
    edits: [{ path: "A/a.lua", contents: "local =\n" }],
  };
  assert.is(patch(repo, "apply", steps, ...COMMIT).code, 1);
});

test("it needs a task, and one that can name a branch", () => {
  const repo = makePatchable();
  assert.is(patch(repo, "apply", STEPS, "--commit").code, 2);
  assert.is(patch(repo, "apply", STEPS, "--commit", "--task", "../x").code, 2);
  assert.is(patch(repo, "apply", STEPS, "--commit", "--task", "a..b").code, 2);
});

test("the commit is taken back by the diff that its trailer leads to", () => {
  const repo = makePatchable();
  repo.git("checkout", "-q", "-b", "codex/phase6_names");
  const before = repo.git("write-tree");
  assert.is(patch(repo, "apply", STEPS, ...COMMIT).code, 0);
  const clone = repo.clone("fresh", "-b", "codex/phase6_names");
  const reverse = patch(clone, "undo", STEPS);
  assert.is(reverse.code, 0, reverse.stderr);
  assert.is(patch(clone, "apply", reverse.stdout).code, 0);
  assert.is(clone.git("write-tree"), before);
});

test("no other command looks at what a killed one left half written, and one finishes it", () => {
  const repo = makePatchable();
  const gitDir = join(repo.dir, ".git");
  const cut = arkitekt(repo, ["patch", "apply", "-"], {
    input: JSON.stringify({ edits: [...(STEPS.edits ?? []), { path: "A/n.lua", contents: MODULE }] }),
    env: {
      NODE_OPTIONS: `--require=${new URL("../support/cli/kill-at.cjs", import.meta.url).pathname}`,
      KILL_AT: "A/n.lua",
    },
  });
  assert.is.not(cut.code, 0);
  assert.ok(existsSync(join(gitDir, "arkitekt-patch/under-way")), cut.stdout + cut.stderr);
  for (const args of [
    ["check"],
    ["fix"],
    ["policy", "print"],
    ["doctor"],
    ["patch", "check", "-"],
    ["hook", "pre-commit"],
    ["task", "list"],
    ["install"],
    ["uninstall"],
  ]) {
    const said = arkitekt(repo, args, { input: "{}" });
    assert.is(said.code, 2, args.join(" "));
    assert.match(unwrapped(said.stdout + said.stderr), /arkitekt patch finish/, args.join(" "));
  }
  // From another working tree of the clone, too.
  repo.git("worktree", "add", "-q", "--detach", join(repo.dir, "../linked"));
  const elsewhere = (command: string) => arkitekt(repo, [command, "--repo", join(repo.dir, "../linked")]);
  assert.match(unwrapped(elsewhere("uninstall").stderr), `cd ${repo.dir} && arkitekt patch finish`);
  assert.match(unwrapped(elsewhere("doctor").stdout), `cd ${repo.dir} && arkitekt patch finish`);
  const finished = arkitekt(repo, ["patch", "finish"]);
  assert.is(finished.code, 0, finished.stderr);
  assert.is(repo.git("status", "--porcelain"), "M  A/a.lua\nA  A/n.lua");
  assert.equal(leftOvers(repo), []);
  assert.match(arkitekt(repo, ["patch", "finish"]).stdout, /no patch to finish/);
});

test("what somebody changed since is left, and the rest is rolled back", () => {
  const repo = makePatchable();
  const before = everything(repo);
  arkitekt(repo, ["patch", "apply", "-"], {
    input: JSON.stringify({ edits: [...(STEPS.edits ?? []), { path: "A/n.lua", contents: MODULE }] }),
    env: {
      NODE_OPTIONS: `--require=${new URL("../support/cli/kill-at.cjs", import.meta.url).pathname}`,
      KILL_AT: "A/n.lua",
    },
  });
  repo.write({ "A/n.lua": "mine\n" });
  const finished = arkitekt(repo, ["patch", "finish"]);
  assert.match(finished.stdout, /taken back/, finished.stderr);
  assert.is(repo.read("A/n.lua").toString(), "mine\n");
  repo.write({ "A/n.lua": null });
  assert.is(everything(repo), before);
  assert.equal(leftOvers(repo), []);
});
