import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { doctor } from "../../../src/install/doctor/doctor.ts";
import {
  gate,
  names,
  recorderPackage,
  recording,
  runHusky,
  tryCommit,
} from "../../support/install/clone-under-test.ts";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("launcher");

const PREFETCH = fileURLToPath(new URL("../../../hooks/prefetch.sh", import.meta.url));

/** PATH as a graphical client has it: the system's programs and Git, no Node. */
function pathWithoutNode(): string {
  const folder = makeFolder();
  for (const program of ["git", "sh", "cat", "sed"]) symlinkSync(findProgram(program), join(folder, program));
  return folder;
}

function findProgram(name: string): string {
  const found = (process.env["PATH"] ?? "").split(":").find((folder) => existsSync(join(folder, name)));
  if (found === undefined) throw new Error(`no ${name} on PATH`);
  return join(found, name);
}

function home(repo: TestRepo): string {
  return join(repo.dir, ".git/arkitekt");
}

/** One line, with the hook, what is wrong and what to do. */
function assertBlocked({ code, stderr }: { code: number; stderr: string }, what: RegExp): void {
  assert.is(code, 1);
  assert.is(stderr.trimEnd().split("\n").length, 1, stderr);
  assert.match(stderr, /^arkitekt: pre-commit blocked: /);
  assert.match(stderr, what);
  assert.match(stderr, /npx arkitekt install/);
}

test("without node on PATH the Node that installed the gate runs it", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  repo.env["PATH"] = pathWithoutNode();
  const recorder = join(home(repo), "program");
  assert.ok(existsSync(recorder));
  const asked = recording(repo);
  assert.is(tryCommit(repo, "good.lua").code, 0);
  assert.equal(names(asked()), ["pre-commit", "prepare-commit-msg", "commit-msg"]);
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("when that Node is gone, the one on PATH does; without any the commit is blocked in one line", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const folder = makeFolder();
  symlinkSync(process.execPath, join(folder, "node"));
  repo.env["PATH"] = `${folder}:${pathWithoutNode()}`;
  await gate(repo, { node: join(folder, "old/node") });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
  repo.git("rm", "--quiet", "--cached", "bad.lua");
  assert.is(tryCommit(repo, "good.lua").code, 0);
  rmSync(join(folder, "node"));
  // What a Node that is too old answers to the launcher's question.
  const old = makeFolder();
  writeFileSync(join(old, "node"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  repo.env["PATH"] = `${old}:${pathWithoutNode()}`;
  assertBlocked(tryCommit(repo, "other.lua"), /the one on PATH is older than 20\.17/);
  rmSync(join(old, "node"));
  assertBlocked(tryCommit(repo, "other.lua"), /no Node at .*old\/node.* none on PATH/);
});

test("when the program, a hook's file or both are gone, the commit is blocked in one line", async () => {
  const damages = ["dist/arkitekt.cjs", "hooks/pre-commit", "."];
  for (const part of damages) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    await gate(repo);
    const { program } = JSON.parse(readFileSync(join(home(repo), "install.json"), "utf8"));
    rmSync(join(home(repo), "program", program, part), { recursive: true });
    assertBlocked(tryCommit(repo, "good.lua"), /its program is gone/);
    await gate(repo);
    assert.is(tryCommit(repo, "good.lua").code, 0, part);
  }
});

test("ARKITEKT=0 skips and says so in one line, even with everything gone", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.addRemote("origin");
  await gate(repo);
  const asked = recording(repo);
  repo.env["ARKITEKT"] = "0";
  const skipped = tryCommit(repo, "bad.lua");
  assert.is(skipped.code, 0);
  assert.is(skipped.stderr, "arkitekt: pre-commit skipped (ARKITEKT=0); a push still judges the commit\n");
  const pushed = repo.tryGit("push", "--quiet", "origin", "main");
  assert.is(pushed.stderr, "arkitekt: pre-push skipped (ARKITEKT=0); nothing of this push was judged\n");
  assert.equal(asked(), []);
  rmSync(join(home(repo), "program"), { recursive: true });
  assert.is(tryCommit(repo, "bad2.lua").code, 0);
  delete repo.env["ARKITEKT"];
});

test("any other value of ARKITEKT skips nothing, and nothing set from outside makes a launcher pass", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  await gate(repo);
  const variables = [
    { ARKITEKT: "" },
    { ARKITEKT: "1" },
    { ARKITEKT_PROBE: "1" },
    { ARKITEKT_LAUNCHER: "1", ARKITEKT_HUSKY: "1" },
    { HUSKY: "0" },
    { name: "post-commit", gated: "", status: "0", program: "/", replays: "1" },
    { CDPATH: "/", ENV: "/dev/null", BASH_ENV: "/dev/null" },
  ];
  for (const env of variables) {
    repo.stage({ "bad.lua": "x" });
    const { code } = repo.run("git", ["commit", "--quiet", "-m", "task_a: x"], { env });
    assert.is(code, 1, JSON.stringify(env));
  }
});

test("ARKITEKT=0 skips the gate alone: old hooks still run", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("pre-commit", "exit 1");
  await gate(repo, { chain: true });
  repo.env["ARKITEKT"] = "0";
  assert.is(tryCommit(repo, "good.lua").code, 1);
});

test("a new version takes the place of the old one, and the old one stays for hooks that run", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const before = JSON.parse(readFileSync(join(home(repo), "install.json"), "utf8")).program;
  for (const version of ["2.0.0", "3.0.0"])
    assert.is((await gate(repo, { from: recorderPackage(version) })).changed, true);
  const { program } = JSON.parse(readFileSync(join(home(repo), "install.json"), "utf8"));
  assert.match(program, /^3\.0\.0-/);
  assert.not(existsSync(join(home(repo), "program", before)));
  assert.is(tryCommit(repo, "bad.lua").code, 1);
});

test("commits made while the gate is installed over and over are all judged", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const packages = [recorderPackage("2.0.0"), recorderPackage("3.0.0")];
  await gate(repo);
  repo.stage({ "bad.lua": "x" });
  const { spawn } = await import("node:child_process");
  const script =
    "for n in 1 2 3 4 5 6 7 8 9 10; do git commit -qm task_a: 2>>../said && exit 9; done; exit 0";
  const commits = spawn("sh", ["-c", script], { cwd: repo.dir, env: repo.env });
  const end = new Promise<number | null>((resolve) => commits.on("close", resolve));
  for (let turn = 0; commits.exitCode === null; turn++) {
    await gate(repo, { from: packages[turn % 2] ?? "" });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.is(await end, 0);
  const said = readFileSync(join(repo.dir, "../said"), "utf8");
  assert.is(said, "refused by the gate\n".repeat(10));
});

test("a clone that was moved is gated again by one more install", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("post-commit", "echo ran >ran");
  await gate(repo, { chain: true });
  repo.run("mv", [repo.dir, join(repo.dir, "../moved")], { cwd: ".." });
  mkdirSync(repo.dir);
  const dir = join(repo.dir, "../moved");
  const found = await doctor({ repo: dir, env: repo.env });
  assert.equal(found.ok && found.value.weakSpots[0]?.kind, "clone-moved");
  await gate(repo, { dir });
  assert.is(tryCommit(repo, "bad.lua", "task_a: x", "../moved").code, 1);
  repo.run("git", ["rm", "--quiet", "--cached", "bad.lua"], { cwd: "../moved" });
  assert.is(tryCommit(repo, "good.lua", "task_a: x", "../moved").code, 0);
  assert.ok(existsSync(join(dir, "ran")));
});

test("scripts are ASCII, and what a loop runs through is read in that loop alone: in yash it is gone with its function", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const scripts = ["templates", "hooks"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  let loops = 0;
  for (const script of scripts) {
    const text = readFileSync(script, "utf8");
    assert.match(text, /^[\t\n -~]*$/, `${script} holds what a shell may not read in every locale`);
    for (const [loop, variable] of [...text.matchAll(/^( *)for (\w+) in .*\n(?:.*\n)*?\1done/gm)].map(
      named,
    )) {
      loops++;
      assert.not.match(
        text.replace(loop, ""),
        new RegExp(`\\$\\{?${variable}\\b`),
        `${variable} of ${script}`,
      );
    }
  }
  assert.ok(loops >= 3, `${loops} loops`);
});

function named([loop, , variable]: RegExpExecArray): readonly [string, string] {
  return [loop, variable ?? ""];
}

for (const shell of ["dash", "bash", "busybox", "mksh", "yash"]) {
  const place = (process.env["PATH"] ?? "").split(":").find((folder) => existsSync(join(folder, shell)));
  if (place === undefined) {
    test.skip(`the launcher works in ${shell}`, "it is not installed");
    continue;
  }
  test(`the launcher works in ${shell}`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-push": "cat >>pushed\n" });
    repo.addRemote("origin");
    runHusky(repo);
    await gate(repo);
    const asked = recording(repo);
    const words = shell === "busybox" ? [join(place, shell), "sh"] : [join(place, shell)];
    const run = (name: string, args: readonly string[], input = "") =>
      repo.run(words[0] ?? "", [...words.slice(1), join(home(repo), "_", name), ...args], { input });
    repo.stage({ "good.lua": "x" });
    assert.is(run("pre-commit", []).code, 0);
    const update = "refs/heads/a b 1 refs/heads/$c 0\n";
    assert.is(run("pre-push", ["origin", "u r l"], update).code, 0);
    assert.equal(
      asked().map(({ name, args, input }) => [name, args, input]),
      [
        ["pre-commit", ["--prefetched"], ""],
        ["pre-push", ["origin", "u r l"], update],
      ],
    );
    assert.is(readFileSync(join(repo.dir, "pushed"), "utf8"), update);
    repo.stage({ "bad.lua": "x" });
    assert.is(run("pre-commit", []).code, 1);
  });
}

test("a launcher starts no process but Node, and what it asks Git meanwhile, when nothing is chained", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "# only a remark\n" });
  runHusky(repo);
  await gate(repo);
  const path = pathWithoutNode();
  writeFileSync(join(dirname(path), "x"), "");
  for (const program of ["cat", "sed"]) rmSync(join(path, program));
  chmodSync(path, 0o755);
  repo.stage({ "good.lua": "x" });
  const asked = recording(repo);
  const launcher = join(home(repo), "_/pre-commit");
  const trace = repo.run("sh", ["-x", launcher], { env: { PATH: path } });
  assert.is(trace.code, 0);
  assert.equal(names(asked()), ["pre-commit"]);
  assert.not.match(trace.stderr, /\+ (?:cat|sed|git|dirname|basename) /);
  const reads = ["env", "-u", "GIT_DIR", "sh", "-c", "exec 6>&-; exec cat"];
  const prefetched = repo.run("sh", [
    "-xc",
    '. "$1"; shift; prefetched "$@"',
    "sh",
    PREFETCH,
    "staged",
    ...reads,
  ]);
  assert.match(prefetched.stdout, /^prefetch 3 [0-9a-f]{40} [6-] [0-9a-f-]{36}\n/);
  assert.not.match(prefetched.stderr, /\+ (?:od|cat|sed|dirname|basename) /);
  assert.not.match(prefetched.stderr, /not found/);
});
