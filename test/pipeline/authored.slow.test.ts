// The tasks that write what steers the program: manifests that obey, and the workflow of `arkitekt ci github`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, makeGated, policy } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("tasks that write manifests and workflows");

const payload = (more: object = {}) => ({
  task: "do_this",
  constraints: { allowlist: ["A/app"], diff_budget: { files: 2, added_loc: 10 } },
  acceptance: ["Diff budget respected."],
  proof_grep: [],
  notes: "Risks: none. Undo: revert the commit.",
  ...more,
});
const author = (path: string, phases: readonly object[], op = "create") =>
  JSON.stringify({
    task: "author_pipeline_manifest",
    edits: [{ path, op, contents: { stop_on_fail: true, phases } }],
  });

test("a manifest is written where it obeys, an agent may add one and change none; the workflow is the command's own, and a pipeline is run", () => {
  const codes = { patterns: ["^(?<code>[a-z]+(?:_[a-z]+)+): \\S"], examples: ["move_keys: move them"] };
  const repo = makeGated({ "A/app/a.lua": "return {}\n" }, { ...policy, taskCode: codes, rules: {} });
  const path = ".codex/pipeline.json";
  repo.write({
    "sound.json": author(path, [{ name: "one", payload: payload() }]),
    "unsound.json": author(path, [{ name: "one", payload: payload({ notes: "...", acceptance: [] }) }]),
    "wider.json": author(
      path,
      [
        { name: "one", payload: payload() },
        { name: "two", payload: payload() },
      ],
      "update",
    ),
    "elsewhere.json": author("A/app/pipeline.json", [{ name: "one", payload: payload() }]),
    "ci.json": JSON.stringify({ task: "create_ci_notifications", program: "npm" }),
  });
  const run = (...args: readonly string[]) => arkitekt(repo, ["task", "run", ...args]);

  const refused = run("unsound.json", "--apply", "--format", "json");
  const said = JSON.parse(refused.stdout) as {
    readonly findings: readonly { readonly message: string; readonly start: { readonly line: number } }[];
  };
  assert.is(refused.code, 1);
  assert.equal(
    said.findings.map(({ message, start }) => `${start.line} ${message}`),
    [
      "17 phases[0].payload.acceptance: a phase has acceptance: it is empty",
      '19 phases[0].payload.notes: "..." is a placeholder',
    ],
  );
  assert.match(run("elsewhere.json", "--apply").stdout, "a manifest cannot lie here");
  assert.is(repo.git("status", "--porcelain", "-uno"), "");

  repo.git("switch", "-q", "-c", "codex/phase-one");
  const added = run("sound.json", "--commit");
  assert.equal([added.code, added.stderr], [0, ""], added.stdout);
  assert.is(repo.git("log", "-1", "--format=%s"), `author_pipeline_manifest: write ${path}`);
  assert.is(readFileSync(join(repo.dir, path), "utf8").includes('"stop_on_fail": true'), true);
  assert.match(run("sound.json", "--apply").stdout, "there is nothing to do");
  repo.write({ "other.json": author(".codex/pipeline-other.json", [{ name: "other", payload: payload() }]) });
  assert.is(run("other.json", "--apply").code, 0);
  repo.git("commit", "-q", "-m", "author_pipeline_manifest: write another one");
  const changed = run("wider.json", "--commit");
  assert.is(changed.code, 1);
  assert.match(changed.stdout, "the rules of the gate may not change on an agent's branch");
  assert.is(run("ci.json", "--apply").code, 1);

  repo.git("switch", "-q", "main");
  assert.match(run("wider.json", "--apply").stdout, "there is no such manifest to update");
  const applied = run("ci.json", "--apply");
  assert.equal([applied.code, applied.stderr], [0, ""], applied.stdout);
  const workflow = ".github/workflows/arkitekt.yml";
  assert.is(repo.git("diff", "--cached", "--name-only"), workflow);
  assert.is(
    readFileSync(join(repo.dir, workflow), "utf8"),
    arkitekt(repo, ["ci", "github", "--discord", "--program", "npm"]).stdout,
  );
  repo.write({ [workflow]: "jobs: {}\n" });
  repo.git("add", workflow);
  assert.match(run("ci.json", "--apply").stdout, "it was written, or changed, by somebody else");
  repo.git("rm", "-q", "-f", workflow);

  const scaffold = payload({
    task: "scaffold_module",
    files: [{ path: "A/app/new.lua" }],
    constraints: { allowlist: ["A/app/new.lua"], diff_budget: { files: 1, added_loc: 10 } },
  });
  repo.write({
    ".codex/pipeline-run.json": JSON.stringify({ phases: [{ name: "new", payload: scaffold }] }),
    "run.json": JSON.stringify({ task: "run_pipeline", path: ".codex/pipeline-run.json" }),
  });
  repo.git("add", ".codex");
  repo.git("commit", "-q", "-m", "add_run: add a pipeline");
  const done = run("run.json", "--format", "json");
  assert.equal([done.code, done.stderr], [0, ""], done.stdout);
  assert.match(done.stdout, '"state":"done"');
  assert.is(
    repo.git("log", "-1", "--format=%s", "codex/phase-new"),
    "scaffold_module: scaffold A/app/new.lua",
  );
  assert.is(run("run.json", "--dry-run").code, 2);
  assert.is(run("sound.json", "--agent", "true").code, 2);
});
