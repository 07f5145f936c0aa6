import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { cleanModule, policy, program } from "../support/gated.ts";
import { makeFolder, makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("other tools that call the gate");
const root = fileURLToPath(new URL("../../", import.meta.url));
const broken = "local = 1\n";

/** A folder of PATH in which `arkitekt`, and `npx arkitekt`, is the program that ships. */
function withProgram(): string {
  const folder = makeFolder();
  writeFileSync(join(folder, "arkitekt"), `#!/bin/sh\nexec node '${program}' "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  return `${folder}:${process.env["PATH"]}`;
}

const has = (tool: string) => spawnSync(tool, ["--version"]).status === 0;

function gatedBy(files: Readonly<Record<string, string>>): TestRepo {
  const roots = ["A", ".arkitektrc.json", ...Object.keys(files)];
  const rules = { "path-fence": ["error", { roots }] };
  return makeRepo({ ".arkitektrc.json": JSON.stringify({ ...policy, rules }), ...files });
}

/** What each hook refuses, and that it lets the rest through. */
function holds(repo: TestRepo, env: NodeJS.ProcessEnv): void {
  const git = (...args: string[]) => repo.run("git", args, { env });
  const remote = repo.addRemote("origin");
  git("push", "-q", "--no-verify", "origin", "main");
  repo.stage({ "A/a.lua": broken });
  const refused = git("commit", "-qm", "[AB-1] Break");
  assert.is(refused.code === 0, false);
  assert.match(refused.stdout + refused.stderr, "lua-parse", refused.stdout + refused.stderr);
  repo.stage({ "A/a.lua": cleanModule });
  assert.match(JSON.stringify(git("commit", "-qm", "no code")), "task-code");
  const good = git("commit", "-qm", "[AB-1] Good");
  assert.is(good.code, 0, good.stderr);
  assert.is(git("push", "-q", "origin", "main").code, 0);
  repo.commit("[AB-2] Break past the gate", { "A/a.lua": broken });
  const push = git("push", "-q", "origin", "main");
  assert.is(push.code === 0, false);
  assert.match(push.stdout + push.stderr, "lua-parse");
  assert.is(remote.id("main"), repo.id("main~1"));
}

const BY_PRE_COMMIT = "pre-commit runs our hooks: each refuses what is its own, and lets the rest through";
if (!has("pre-commit")) test.skip(BY_PRE_COMMIT, "there is no pre-commit on this machine");
else
  test(BY_PRE_COMMIT, () => {
    // The same hooks; the program is at hand already, so that nothing is fetched.
    const hooks = readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8").replaceAll(
      "language: node",
      "language: system",
    );
    const ours = makeRepo({ ".pre-commit-hooks.yaml": hooks });
    const ids = (parse(hooks) as readonly { id: string }[]).map(({ id }) => `      - id: ${id}\n`).join("");
    const config = `default_install_hook_types: [pre-commit, commit-msg, pre-push]\nrepos:\n  - repo: file://${ours.dir}\n    rev: ${ours.id("HEAD")}\n    hooks:\n${ids}`;
    const repo = gatedBy({ ".pre-commit-config.yaml": config });
    const env = { PATH: withProgram(), PRE_COMMIT_HOME: makeFolder() };
    const installed = repo.run("pre-commit", ["install"], { env });
    assert.is(installed.code, 0, installed.stderr);
    holds(repo, env);
  });

const BY_LEFTHOOK =
  "lefthook runs the recipe of our page: each hook refuses what is its own, and lets the rest through";
if (!has("lefthook")) test.skip(BY_LEFTHOOK, "there is no lefthook on this machine");
else
  test(BY_LEFTHOOK, () => {
    const page = readFileSync(join(root, "docs/other-tools.md"), "utf8");
    const [, recipe = ""] = /`lefthook.yml`.*?```yaml\n(.*?)```/s.exec(page) ?? [];
    const repo = gatedBy({ "lefthook.yml": recipe });
    const env = { PATH: withProgram() };
    assert.is(repo.run("lefthook", ["install"], { env }).code, 0);
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
});
