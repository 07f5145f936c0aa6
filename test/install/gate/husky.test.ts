import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { install } from "../../../src/install/gate/install.ts";
import { gate, names, recording, runHusky, tryCommit } from "../../support/install/clone-under-test.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("husky");
test("husky's own call lays the launchers that are hardened", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  assert.is((await gate(repo)).laidBy, "husky");
});

test("a clone that husky is installed in needs no choice, and what stands in .husky keeps running", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "echo ours >>said\n" });
  runHusky(repo);
  assert.is((await gate(repo)).replacedHusky, ".husky/_");
  const asked = recording(repo);
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.is(readFileSync(join(repo.dir, "said"), "utf8"), "ours\n");
  assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg"]);
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("what stands in .husky is kept; our lines sit between markers", async () => {
  const repo = makeRepo({ ".husky/pre-commit": "#!/bin/sh\nnpm run x", ".husky/post-merge": "true\n" });
  await gate(repo);
  const text = readFileSync(join(repo.dir, ".husky/pre-commit"), "utf8");
  assert.ok(text.startsWith("#!/bin/sh\nnpm run x\n# >>> arkitekt"));
  assert.ok(text.endsWith("# <<< arkitekt\n"));
  assert.is(readFileSync(join(repo.dir, ".husky/post-merge"), "utf8"), "true\n");
  const push = readFileSync(join(repo.dir, ".husky/pre-push"), "utf8");
  assert.ok(push.startsWith("# >>> arkitekt"));
});

test("the gate looks once, also where our lines stand in .husky", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  repo.addRemote("origin");
  await gate(repo);
  const asked = recording(repo);
  tryCommit(repo, "good.lua");
  repo.git("push", "--quiet", "origin", "main");
  assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]);
});

test("after `npm install` has run husky again, the lines in .husky hold the gate", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-push": "cat >>pushed\n" });
  repo.addRemote("origin");
  await gate(repo);
  runHusky(repo);
  assert.is(repo.git("config", "core.hooksPath"), ".husky/_");
  const asked = recording(repo);
  assert.is(tryCommit(repo, "good.lua").code, 0);
  repo.git("push", "--quiet", "origin", "main");
  assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]);
  assert.is(readFileSync(join(repo.dir, "pushed"), "utf8"), asked()[3]?.input);
  assert.match(asked()[3]?.input ?? "", /^refs\/heads\/main /);
  assert.is(tryCommit(repo, "bad.lua").code, 1);
  assert.is(repo.tryGit("push", "--quiet", "origin", "main:bad").code, 1);
  repo.git("push", "--quiet", "origin", "main");
  assert.is(asked().at(-1)?.input, "");
  await gate(repo);
  assert.is(repo.git("config", "core.hooksPath"), join(repo.dir, ".git/arkitekt/_"));
});

test("a clone that only husky was installed in is blocked with the way out, or gated by the package", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  await gate(repo);
  repo.commit(
    "gate",
    Object.fromEntries([".husky/pre-commit", ".husky/pre-push"].map((path) => [path, repo.read(path)])),
  );
  const clone = repo.clone("colleague");
  runHusky(clone);
  const blocked = tryCommit(clone, "good.lua");
  assert.is(blocked.code, 1);
  assert.match(blocked.stderr, "npx arkitekt install");
  clone.env["ARKITEKT"] = "0";
  assert.match(tryCommit(clone, "good.lua").stderr, "ARKITEKT=0");
  delete clone.env["ARKITEKT"];
  mkdirSync(join(clone.dir, "node_modules/.bin"), { recursive: true });
  const script = '#!/bin/sh\n[ "$1 $2" = "hook pre-commit" ] || exit 9\necho asked >&2\nexit 1\n';
  writeFileSync(join(clone.dir, "node_modules/.bin/arkitekt"), script, { mode: 0o755 });
  assert.match(tryCommit(clone, "other.lua").stderr, "asked");
  // Its end alone is not a verdict.
  writeFileSync(join(clone.dir, "node_modules/.bin/arkitekt"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const silent = tryCommit(clone, "other.lua");
  assert.is(silent.code, 1);
  assert.match(silent.stderr, /^arkitekt: pre-commit blocked: its program came to no verdict/m);
  const own = fileURLToPath(new URL("../../../dist/arkitekt.cjs", import.meta.url));
  rmSync(join(clone.dir, "node_modules/.bin/arkitekt"));
  symlinkSync(own, join(clone.dir, "node_modules/.bin/arkitekt"));
  clone.commit("policy", { ".arkitektrc.json": '{ "extends": "playbook-v5" }' });
  clone.stage({ "good.lua": null, "other.lua": null, "b.lua": "local M = {}\nreturn M\n" });
  const { code, stderr } = clone.tryGit("commit", "-qm", "task_a: add one");
  assert.equal([code, stderr], [0, ""]);
  clone.stage({ "b.lua": "local = 1\n" });
  assert.match(clone.tryGit("commit", "-qm", "task_a: break it").stderr, "lua-parse");
});

test("a branch without .husky is gated all the same", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("branch", "old");
  repo.commit("husky", { ".husky/pre-commit": "true\n" });
  await gate(repo);
  repo.git("stash", "--quiet", "--include-untracked");
  repo.git("checkout", "--quiet", "old");
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("git clean takes no launcher away", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  runHusky(repo);
  await gate(repo);
  repo.git("clean", "-fdxq");
  rmSync(join(repo.dir, ".husky"), { recursive: true });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("what a branch brings in .husky does not run in a clone that nobody set husky up in", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const report = await gate(repo);
  assert.is(report.runsHusky, false);
  repo.git("checkout", "-qb", "stranger");
  const files = {
    ".husky/pre-commit": "echo ran >>ran\n",
    ".husky/_/pre-commit": "echo ran >>ran\n",
    ".husky/commit-msg": "exit 1\n",
  };
  repo.commit("husky", files);
  for (const again of [false, true]) {
    if (again) assert.is((await gate(repo)).runsHusky, false);
    assert.is(tryCommit(repo, again ? "good.lua" : "other.lua").code, 0);
    assert.not(existsSync(join(repo.dir, "ran")));
  }
  runHusky(repo);
  assert.is((await gate(repo)).runsHusky, true);
  assert.is(tryCommit(repo, "more.lua").code, 1);
  assert.ok(existsSync(join(repo.dir, "ran")));
});

test("that husky was set up is not forgotten by the next install, nor when the record is lost", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/post-commit": "echo ran >>ran\n" });
  runHusky(repo);
  await gate(repo);
  assert.is((await gate(repo)).runsHusky, true);
  rmSync(join(repo.dir, ".git/arkitekt/install.json"));
  assert.is((await gate(repo)).runsHusky, true);
  assert.is((await gate(repo)).runsHusky, true);
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.ok(existsSync(join(repo.dir, "ran")));
});

test("hooks that come to .husky later run, as with husky", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  runHusky(repo);
  await gate(repo);
  repo.write({ ".husky/post-commit": "echo later >later\n" });
  tryCommit(repo, "good.lua");
  assert.is(readFileSync(join(repo.dir, "later"), "utf8"), "later\n");
});

test("husky's manners hold: HUSKY=0, init.sh, node_modules/.bin on PATH, stop at the first failure", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  runHusky(repo);
  repo.write({ ".husky/pre-commit": "lint; echo $FROM_INIT >said; false; echo on >said\n" });
  await gate(repo);
  mkdirSync(join(repo.dir, "node_modules/.bin"), { recursive: true });
  writeFileSync(join(repo.dir, "node_modules/.bin/lint"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const init = join(repo.env["XDG_CONFIG_HOME"] ?? "", "husky");
  mkdirSync(init, { recursive: true });
  writeFileSync(join(init, "init.sh"), "FROM_INIT=hello; export FROM_INIT\n");
  assert.is(tryCommit(repo, "good.lua").code, 1);
  assert.is(readFileSync(join(repo.dir, "said"), "utf8"), "hello\n");
  repo.env["HUSKY"] = "0";
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("a project that names husky in its package.json gets the lines before it has a hook", async () => {
  const repo = makeRepo({ "package.json": '{"scripts":{"prepare":"husky"}}' });
  const done = await install({ repo: repo.dir, chain: false, env: repo.env });
  assert.ok(done.ok && done.value.huskyFiles.length === 6);
  assert.is(readFileSync(join(repo.dir, "package.json"), "utf8"), '{"scripts":{"prepare":"husky"}}');
});
