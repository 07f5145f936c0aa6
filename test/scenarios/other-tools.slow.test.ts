import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { cleanModule, policy } from "../support/gated.ts";
import { lefthookConfig, managersPath, preCommitConfig, preCommitHome } from "../support/hook-managers.ts";
import { withoutPeers } from "../support/peers.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("other tools that call the gate");
const root = fileURLToPath(new URL("../../", import.meta.url));
const broken = "local = 1\n";

function gatedBy(files: Readonly<Record<string, string>>): TestRepo {
  const roots = ["A", ".arkitektrc.json", ...Object.keys(files)];
  const rules = { "path-fence": ["error", { roots }] };
  const repo = makeRepo();
  repo.commit("[AB-1] Start", { ".arkitektrc.json": JSON.stringify({ ...policy, rules }), ...files });
  return repo;
}

/** What each hook refuses, and that it lets the rest through. */
function holds(repo: TestRepo, tool: NodeJS.ProcessEnv): void {
  const git = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const { code, stdout, stderr } = repo.run("git", args, { env: { ...tool, ...env } });
    return { passed: code === 0, said: `${stdout}${stderr}` };
  };
  const passes = (...words: Parameters<typeof git>) => {
    const { passed, said } = git(...words);
    assert.is(passed, true, said);
  };
  const refuses = (rule: string, ...words: Parameters<typeof git>) => {
    const { passed, said } = git(...words);
    assert.is(passed, false, said);
    assert.match(said, rule);
  };
  const start = repo.id("HEAD");
  const remote = repo.addRemote("origin");
  repo.stage({ "A/a.lua": broken });
  refuses("lua-parse", ["commit", "-qm", "[AB-1] Break"]);
  repo.stage({ "A/a.lua": cleanModule });
  refuses("task-code", ["commit", "-qm", "no code"]);
  passes(["commit", "-qm", "[AB-1] Good"]);
  passes(["push", "-q", "origin", "main"]);
  // What the exception was is in history, so that the push knows of it.
  repo.stage({ "C/c.lua": cleanModule });
  refuses("path-fence", ["commit", "-qm", "[AB-1] Elsewhere"]);
  passes(["commit", "-qm", "[AB-1] Elsewhere"], { ARKITEKT_OVERRIDE: "path-fence: it was agreed" });
  passes(["push", "-q", "origin", "main"]);
  // A merge is as large as what it brings, and its own doing is nothing.
  repo.git("checkout", "-q", "-b", "side", start);
  for (const part of ["d", "e"])
    repo.commit(
      `[AB-1] More ${part}`,
      Object.fromEntries(eightFiles(part).map((path) => [path, cleanModule])),
    );
  repo.git("checkout", "-q", "main");
  passes(["merge", "-q", "--no-edit", "side"]);
  passes(["push", "-q", "origin", "main"]);
  const good = repo.id("main");
  repo.commit("[AB-2] Break past the gate", { "A/a.lua": broken });
  refuses("lua-parse", ["push", "-q", "origin", "main"]);
  refuses("lua-parse", ["push", "-q", "origin", "main:refs/heads/other"]);
  refuses("lua-parse", ["push", "-qf", "origin", "main"]);
  // A remote that has nothing yet.
  const empty = repo.addRemote("empty");
  refuses("lua-parse", ["push", "-q", "empty", "main"]);
  passes(["push", "-q", "empty", `${good}:refs/heads/main`]);
  passes(["push", "-q", "origin", `${good}:refs/heads/copy`]);
  passes(["push", "-q", "origin", ":copy"]);
  assert.equal([remote.id("main"), empty.id("main")], [good, good]);
}

const eightFiles = (part: string) => Array.from({ length: 8 }, (_, n) => `A/${part}${n}.lua`);

const BY_PRE_COMMIT = "pre-commit runs our hooks: each refuses what is its own, and lets the rest through";
const noPreCommit = withoutPeers("pre-commit");
if (noPreCommit !== undefined) test.skip(BY_PRE_COMMIT, noPreCommit);
else
  test(BY_PRE_COMMIT, () => {
    const repo = gatedBy({ ".pre-commit-config.yaml": preCommitConfig() });
    const env = { PATH: managersPath(), PRE_COMMIT_HOME: preCommitHome() };
    const installed = repo.run("pre-commit", ["install"], { env });
    assert.is(installed.code, 0, installed.stderr);
    holds(repo, env);
  });

const BY_LEFTHOOK =
  "lefthook runs the recipe of our page: each hook refuses what is its own, and lets the rest through";
const noLefthook = withoutPeers("lefthook");
if (noLefthook !== undefined) test.skip(BY_LEFTHOOK, noLefthook);
else
  test(BY_LEFTHOOK, () => {
    const repo = gatedBy({ "lefthook.yml": lefthookConfig() });
    const env = { PATH: managersPath() };
    const installed = repo.run("lefthook", ["install"], { env });
    assert.is(installed.code, 0, installed.stderr);
    holds(repo, env);
  });

test("the steps of the action judge what a pull request, a push and a first push bring", () => {
  const { inputs, runs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const [build, judge] = runs.steps as readonly { readonly run: string; readonly env: object }[];
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  const base = repo.id("HEAD");
  repo.git("update-ref", "refs/remotes/origin/main", base);
  repo.commit("[AB-1] Break", { "A/a.lua": broken });
  const step = ({ run }: { readonly run: string }, env: NodeJS.ProcessEnv) =>
    repo.run("sh", ["-e", "-c", run], {
      env: { ACTION: root, FORMAT: inputs.format.default, DEFAULT: "main", ...env },
    });
  assert.ok(build && judge);
  assert.is(step(build, {}).code, 0);
  for (const BEFORE of [base, "0".repeat(40), ""]) {
    const judged = step(judge, { RANGE: inputs.range.default, BEFORE });
    assert.is(judged.code, 1, judged.stderr);
    assert.match(judged.stdout, /^::error .*file=A\/a\.lua/m);
  }
  assert.is(step(judge, { RANGE: "HEAD..HEAD", BEFORE: base }).code, 0);
  // A forced push: what was there before is nowhere any more.
  const lost = { RANGE: "", BEFORE: "1".repeat(40) };
  assert.is(step(judge, { ...lost, BRANCH: "topic" }).code, 1);
  assert.is(step(judge, { ...lost, BRANCH: "main" }).code, 2);
  // GitHub checks a pull request out by no branch.
  repo.git("checkout", "-q", "--detach", base);
  repo.commit("[AB-1] Say more", { "README.md": "Songs\n" });
  const ofAgent = (BRANCH: string) => step(judge, { RANGE: "", BEFORE: base, BRANCH }).stdout;
  assert.match(ofAgent("codex/more"), /^::error .*docs-fence/m);
  assert.not.match(ofAgent("more"), "docs-fence");
});
