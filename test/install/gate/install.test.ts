import { existsSync, readFileSync, rmSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { describeInstall } from "../../../src/install/describe.ts";
import { install } from "../../../src/install/gate/install.ts";
import { program } from "../../support/gated.ts";
import { gate, names, recording, snapshot, tryCommit } from "../../support/install/clone-under-test.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("install");

test("a commit goes through the gate, and one that the gate refuses stays out", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const asked = recording(repo);
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg"]);
  const head = repo.id("HEAD");
  const refused = tryCommit(repo, "bad.lua");
  assert.is(refused.code, 1);
  assert.match(refused.stderr, "refused by the gate");
  assert.is(repo.id("HEAD"), head);
});

test("core.hooksPath is absolute and lies in the Git folder", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const value = repo.git("config", "core.hooksPath");
  assert.ok(isAbsolute(value));
  assert.is(value, join(repo.dir, ".git/arkitekt/_"));
});

test("a repository without a commit is gated from its first one on", async () => {
  const repo = makeRepo();
  await gate(repo);
  assert.is(tryCommit(repo, "bad.lua").code, 1);
  repo.git("rm", "--quiet", "--cached", "bad.lua");
  assert.is(tryCommit(repo, "good.lua").code, 0);
});

test("run twice it changes no byte", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n", "package.json": "{}" });
  const first = await gate(repo);
  assert.is(first.changed, true);
  const before = snapshot(repo.dir);
  const second = await gate(repo);
  assert.equal(snapshot(repo.dir), before);
  assert.is(second.changed, false);
});

test("a repository that has no package.json gets nothing but a policy in its working tree", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  assert.is(repo.git("status", "--porcelain"), "?? .arkitektrc.json");
});

test("the gate needs nothing of node_modules", async () => {
  const repo = makeRepo({
    "package.json": '{"devDependencies":{"arkitekt":"1"}}',
    ".gitignore": "node_modules\n",
  });
  repo.write({ "node_modules/arkitekt/package.json": "{}" });
  await gate(repo);
  rmSync(join(repo.dir, "node_modules"), { recursive: true });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("linked worktrees made before and after are gated", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("worktree", "add", "--quiet", "../before", "-b", "before");
  await gate(repo);
  repo.git("worktree", "add", "--quiet", "../after", "-b", "after");
  for (const tree of ["../before", "../after"]) {
    assert.is(tryCommit(repo, "bad.lua", "task_a: x", tree).code, 1);
    repo.run("git", ["rm", "--quiet", "--cached", "bad.lua"], { cwd: tree });
    assert.is(tryCommit(repo, "good.lua", "task_a: x", tree).code, 0);
  }
});

test("installed from a linked worktree it gates the main one too", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
  await gate(repo, { dir: join(repo.dir, "../linked") });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("a submodule that has a policy is gated with the clone that holds it, one without is named", async () => {
  const library = makeRepo({ "lib.lua": "return 1\n", ".arkitektrc.json": "{}" });
  const foreign = makeRepo({ "lib.lua": "return 1\n" });
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("submodule", "--quiet", "add", library.dir, "lib");
  repo.git("submodule", "--quiet", "add", foreign.dir, "foreign");
  const report = await gate(repo);
  assert.equal(
    report.submodules.map(({ kind, path }) => [kind, path]),
    [
      ["no-policy", "foreign"],
      ["gated", "lib"],
    ],
  );
  assert.is(tryCommit(repo, "bad.lua", "task_a: x", "lib").code, 1);
  assert.is(tryCommit(repo, "bad.lua", "task_a: x", "foreign").code, 0);
  await gate(repo, { dir: join(repo.dir, "foreign") });
  assert.is(tryCommit(repo, "bad2.lua", "task_a: x", "foreign").code, 1);
});

test("a worktree of a bare repository is gated", async () => {
  const source = makeRepo({ "a.lua": "return 1\n" });
  const bare = source.clone("bare.git", "--bare");
  await gate(bare);
  bare.git("worktree", "add", "--quiet", "../wt", "main");
  assert.is(tryCommit(bare, "bad.lua", "task_a: x", "../wt").code, 1);
});

test("two worktrees that commit at once don't disturb each other", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const trees = ["one", "two"].map((name) => {
    repo.git("worktree", "add", "--quiet", `../${name}`, "-b", name);
    return join(repo.dir, "..", name);
  });
  const { spawn } = await import("node:child_process");
  const commits = trees.map(
    (cwd) =>
      new Promise<number | null>((resolve) => {
        const script =
          "for n in 1 2 3 4 5; do echo $n >n$n.lua; git add . && git commit -qm task_a: || exit 9; done";
        spawn("sh", ["-c", script], { cwd, env: repo.env }).on("close", resolve);
      }),
  );
  assert.equal(await Promise.all(commits), [0, 0]);
  for (const name of ["one", "two"]) assert.is(repo.git("rev-list", "--count", `main..${name}`), "5");
});

test("what a push hands in on standard input arrives", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.addRemote("origin");
  await gate(repo);
  const asked = recording(repo);
  repo.git("push", "--quiet", "origin", "main");
  const [push] = asked();
  assert.is(push?.input, `refs/heads/main ${repo.id("main")} refs/heads/main ${"0".repeat(40)}\n`);
  assert.is(push?.args[0], "origin");
  assert.is(repo.tryGit("push", "--quiet", "origin", "main:bad").code, 1);
});

test("git am and a clean merge are gated", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("checkout", "--quiet", "-b", "side");
  repo.commit("task_a: side", { "bad.lua": "return 2\n" });
  const patch = repo.git("format-patch", "-1", "--stdout");
  repo.git("checkout", "--quiet", "main");
  repo.commit("task_a: main", { "b.lua": "return 3\n" });
  await gate(repo);
  const asked = recording(repo);
  assert.not.equal(repo.tryGit("merge", "--quiet", "--no-edit", "side").code, 0);
  repo.git("merge", "--abort");
  assert.not.equal(repo.run("git", ["am"], { input: `${patch}\n` }).code, 0);
  assert.equal(names(asked()), ["pre-merge-commit", "pre-applypatch"]);
});

test("certificates of the environment don't slow Node down, and are handed on", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const asked = recording(repo);
  repo.env["NODE_EXTRA_CA_CERTS"] = "/certificates.pem";
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.equal([asked()[0]?.ca, asked()[0]?.keptCa], [null, "/certificates.pem"]);
});

test("paths with spaces, quotes and dollars are gated", async () => {
  const outer = makeRepo();
  const odd = `it's a "$HOME" \`x\` repo`;
  outer.git("init", "--quiet", odd);
  const dir = join(outer.dir, odd);
  await gate(outer, { dir });
  assert.is(tryCommit(outer, "bad.lua", "task_a: x", odd).code, 1);
  assert.is(tryCommit(outer, "good.lua", "task_a: x", odd).code, 1);
  outer.run("git", ["rm", "--quiet", "--cached", "bad.lua"], { cwd: odd });
  assert.is(tryCommit(outer, "good.lua", "task_a: x", odd).code, 0);
});

test("a started policy is named, and one that is there is left alone", async () => {
  const repo = makeRepo({ "src/app/a.lua": 'return require("app.b")\n', "src/app/b.lua": "return {}\n" });
  const report = await gate(repo);
  assert.is(report.policy.kind, "write");
  assert.equal(JSON.parse(readFileSync(join(repo.dir, ".arkitektrc.json"), "utf8")).lua.moduleRoots, ["src"]);
  const other = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.yaml": "root: .\n" });
  assert.equal((await gate(other)).policy, { kind: "kept", path: ".arkitektrc.yaml" });
  assert.not(existsSync(join(other.dir, ".arkitektrc.json")));
});

test("what Git ignores is written where it is seen, and else the line to paste adds it all the same", async () => {
  for (const [ignored, name, add] of [
    ["*.json", ".arkitektrc.yaml", "git add :/.arkitektrc.yaml &&"],
    ["*.json\n*.yaml", ".arkitektrc.json", "git add -f :/.arkitektrc.json &&"],
    [".*", ".arkitektrc.json", "git add -f :/.arkitektrc.json &&"],
  ] as const) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    repo.write({ ".git/info/exclude": `${ignored}\n` });
    const said = describeInstall(await gate(repo), picocolors.createColors(false));
    assert.match(said, `  ${add}`);
    assert.is(said.includes("because Git ignores"), add.includes("-f"), said);
    const [, line = ""] = /^ {2}git (add .*) &&$/m.exec(said) ?? [];
    repo.git(...line.split(" "));
    assert.match(repo.git("ls-files"), name);
  }
});

test("a folder that is not there, one without a repository, and configuration that Git can't read are said", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const refused = async (dir: string) => {
    const done = await install({ repo: dir, chain: false, env: repo.env });
    return done.ok ? "installed" : done.error.kind;
  };
  assert.is(await refused(join(repo.dir, "none")), "no-folder");
  assert.is(await refused(join(repo.dir, "..")), "no-repository");
  repo.env["GIT_CONFIG_GLOBAL"] = join(repo.dir, "broken");
  repo.write({ broken: "[core\n" });
  assert.is(await refused(repo.dir), "bad-config");
  assert.not(existsSync(join(repo.dir, ".git/arkitekt")));
});

test("a clone whose path is not UTF-8 is refused for that reason, and nothing is written", () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const enter = 'd=$(printf "caf\\351"); git clone -q . "$d" && cd "$d"';
  const { code, stderr } = repo.run("sh", [
    "-c",
    `${enter} && ! "$0" "$1" install && ! ls -d .git/arkitekt`,
    process.execPath,
    program,
  ]);
  assert.match(stderr, /^arkitekt: .*: the path of this folder is not UTF-8/m);
  assert.is(code, 0, stderr);
});
