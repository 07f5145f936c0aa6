import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { install } from "../../../src/install/gate/install.ts";
import { uninstall } from "../../../src/install/gate/uninstall.ts";
import { gate, names, recording, snapshot, tryCommit } from "../../support/install/clone-under-test.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("chain");

/** A hook in any folder that writes its name, arguments and standard input to `heard`. */
function putHook(repo: TestRepo, folder: string, name: string, code = 0, reads = true): void {
  const place = join(repo.dir, folder);
  mkdirSync(place, { recursive: true });
  const script = [
    "#!/bin/sh",
    `echo "${name} $*" >>"$HEARD"`,
    ...(reads ? [`[ ${name} != pre-push ] || cat >>"$HEARD"`] : []),
    `exit ${code}`,
  ];
  writeFileSync(join(place, name), `${script.join("\n")}\n`, { mode: 0o755 });
}

function hearing(repo: TestRepo): () => string {
  const file = join(repo.dir, "../heard");
  repo.env["HEARD"] = file;
  return () => (existsSync(file) ? readFileSync(file, "utf8") : "");
}

async function refusal(
  repo: TestRepo,
  dir = repo.dir,
): Promise<{ kind: string; message: string; next?: string }> {
  const before = snapshot(repo.dir);
  const done = await install({ repo: dir, chain: false, env: repo.env });
  assert.equal(snapshot(repo.dir), before, "a refusal changes nothing");
  assert.is(done.ok, false);
  if (done.ok) throw new Error("it was installed");
  return done.error;
}

test("hooks in .git/hooks are not replaced: install stops with the choice", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("pre-commit", "exit 0");
  const { kind, message, next } = await refusal(repo);
  assert.is(kind, "hooks-in-force");
  assert.match(message, "pre-commit");
  assert.match(next ?? "", "--chain` keeps them running, before the gate; without them: take them out");
});

for (const scope of ["local", "global", "system", "worktree"] as const) {
  test(`a core.hooksPath in the ${scope} configuration is not replaced, and chained when asked`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    const heard = hearing(repo);
    putHook(repo, ".githooks", "pre-commit");
    if (scope === "system") {
      repo.env["GIT_CONFIG_SYSTEM"] = join(repo.dir, "../system");
      delete repo.env["GIT_CONFIG_NOSYSTEM"];
    }
    if (scope === "worktree") repo.git("config", "extensions.worktreeConfig", "true");
    repo.git("config", `--${scope}`, "core.hooksPath", ".githooks");
    assert.match((await refusal(repo)).message, scope);
    const report = await gate(repo, { chain: true });
    assert.equal(
      report.chained.map(({ folder }) => folder),
      [".githooks"],
    );
    const asked = recording(repo);
    assert.is(tryCommit(repo, "good.lua").code, 0);
    assert.is(heard(), "pre-commit \n");
    assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg"]);
    assert.is(tryCommit(repo, "bad.lua").code, 1);
    const before = snapshot(repo.dir, /^\.git\/(index|objects)/);
    assert.is((await gate(repo)).changed, false);
    assert.equal(snapshot(repo.dir, /^\.git\/(index|objects)/), before);
  });
}

test("another worktree's own core.hooksPath is found, too", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const heard = hearing(repo);
  repo.git("config", "extensions.worktreeConfig", "true");
  repo.git("worktree", "add", "--quiet", "../other", "-b", "other");
  repo.run("git", ["config", "--worktree", "core.hooksPath", "own"], { cwd: "../other" });
  putHook(repo, "../other/own", "pre-commit");
  assert.match((await refusal(repo)).message, "own");
  await gate(repo, { chain: true });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
  assert.is(heard(), "");
  assert.is(tryCommit(repo, "bad.lua", "task_a: x", "../other").code, 1);
  assert.is(heard(), "pre-commit \n");
});

test("a core.hooksPath that an included file sets is named with its file", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  writeFileSync(join(repo.dir, ".git/more"), "[core]\n\thooksPath = elsewhere\n");
  appendFileSync(join(repo.dir, ".git/config"), "[include]\n\tpath = more\n");
  assert.is((await refusal(repo)).kind, "hooks-path-included");
});

test("both the old pre-push hook and the gate read all of standard input", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const heard = hearing(repo);
  repo.addRemote("origin");
  putHook(repo, ".git/hooks", "pre-push");
  await gate(repo, { chain: true });
  const asked = recording(repo);
  for (let branch = 0; branch < 300; branch++) repo.git("update-ref", `refs/heads/b${branch}`, "HEAD");
  repo.git("push", "--quiet", "--all", "origin");
  const input = asked()[0]?.input ?? "";
  assert.is(input.split("\n").length, 302);
  assert.is(heard(), `pre-push origin ${asked()[0]?.args[1] ?? ""}\n${input}`);
  repo.git("push", "--quiet", "--all", "origin");
  assert.is(asked()[1]?.input, "");
});

test("an old pre-push hook that reads nothing disturbs nobody", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  hearing(repo);
  repo.addRemote("origin");
  putHook(repo, ".git/hooks", "pre-push", 0, false);
  await gate(repo, { chain: true });
  const asked = recording(repo);
  for (let branch = 0; branch < 2000; branch++)
    writeFileSync(join(repo.dir, `.git/refs/heads/b${branch}`), `${repo.id("HEAD")}\n`);
  repo.git("push", "--quiet", "--all", "origin");
  assert.is(asked()[0]?.input.split("\n").length, 2002);
});

test("either refuses: the exit codes are or-ed, and both are heard", async () => {
  for (const [old, file, expected] of [
    [0, "good.lua", 0],
    [3, "good.lua", 1],
    [0, "bad.lua", 1],
    [3, "bad.lua", 1],
  ] as const) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    const heard = hearing(repo);
    putHook(repo, ".git/hooks", "pre-commit", old);
    await gate(repo, { chain: true });
    const asked = recording(repo);
    assert.is(tryCommit(repo, file).code, expected, `old ${old}, ${file}`);
    assert.is(heard(), "pre-commit \n");
    assert.is(asked()[0]?.name, "pre-commit");
  }
});

test("the launcher's own exit code holds the bits of both", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  hearing(repo);
  putHook(repo, ".git/hooks", "pre-commit", 4);
  await gate(repo, { chain: true });
  repo.stage({ "bad.lua": "x" });
  const launcher = join(repo.git("config", "core.hooksPath"), "pre-commit");
  assert.is(repo.run(launcher, []).code, 5);
});

test("hooks that the gate doesn't judge still run, with their arguments", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const heard = hearing(repo);
  for (const name of ["post-checkout", "prepare-commit-msg", "post-commit", "reference-transaction"]) {
    putHook(repo, ".git/hooks", name, 0);
  }
  const report = await gate(repo, { chain: true });
  assert.equal(report.passedOn, ["post-checkout", "post-commit", "reference-transaction"]);
  tryCommit(repo, "good.lua");
  repo.git("checkout", "--quiet", "-b", "next");
  const lines = heard().split("\n");
  for (const start of ["post-checkout ", "prepare-commit-msg .git/COMMIT_EDITMSG message", "post-commit "]) {
    assert.ok(
      lines.some((line) => line.startsWith(start)),
      start,
    );
  }
});

test("a hook that is not executable stays what it was: none", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("pre-commit", "exit 9");
  chmodSync(join(repo.dir, ".git/hooks/pre-commit"), 0o644);
  await gate(repo);
  assert.is(tryCommit(repo, "good.lua").code, 0);
});

test("an old hook may change the index and the message before the gate looks", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("pre-commit", "echo x >bad.lua; git add bad.lua");
  await gate(repo, { chain: true });
  assert.is(tryCommit(repo, "good.lua").code, 1);
  const other = makeRepo({ "a.lua": "return 1\n" });
  other.hook("commit-msg", 'echo bad >"$1"');
  await gate(other, { chain: true });
  assert.is(tryCommit(other, "good.lua").code, 1);
});

test("a hook that another program put in the place of the gate's is not overwritten", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  writeFileSync(join(repo.git("config", "core.hooksPath"), "pre-push"), "#!/bin/sh\nexit 0\n");
  assert.is((await refusal(repo)).kind, "launcher-replaced");
});

test("a hook that another program adds among the launchers stays and runs", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const heard = hearing(repo);
  await gate(repo);
  putHook(repo, ".git/arkitekt/_", "post-commit");
  await gate(repo);
  tryCommit(repo, "good.lua");
  assert.is(heard(), "post-commit \n");
});

test("old hooks stay chained when the record of the install is lost, and come back", async () => {
  for (const folder of [".githooks", "it's odd"]) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    const heard = hearing(repo);
    putHook(repo, folder, "pre-commit");
    repo.git("config", "core.hooksPath", folder);
    await gate(repo, { chain: true });
    const record = join(repo.dir, ".git/arkitekt/install.json");
    rmSync(record);
    await gate(repo);
    tryCommit(repo, "good.lua");
    assert.is(heard(), "pre-commit \n");
    rmSync(record);
    assert.ok((await uninstall({ repo: repo.dir, env: repo.env })).ok);
    assert.is(repo.git("config", "core.hooksPath"), folder);
  }
});
