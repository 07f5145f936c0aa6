import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { chmodSync, chownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { uninstall } from "../../../src/install/gate/uninstall.ts";
import { gate, recorderPackage, snapshot, tryCommit } from "../../support/install/clone-under-test.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("interrupted");
const driver = fileURLToPath(new URL("../../support/install/in-child.ts", import.meta.url));

interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  readonly end: Promise<void>;
}

/** A child that stands before its install; a byte on standard input starts it. */
async function child(
  repo: TestRepo,
  { from, limit, uid }: { from: string; limit?: string; uid?: number },
): Promise<Child> {
  const words = [process.execPath, "--import", "tsx", driver, JSON.stringify({ repo: repo.dir, from })];
  const script = `${limit ?? ":"}; exec "$@"`;
  const started = spawn("sh", ["-c", script, "sh", ...words], {
    env: repo.env,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = "";
  started.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  started.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  const end = new Promise<void>((resolve) => started.on("close", () => resolve()));
  while (!output.includes("ready\n")) {
    if (started.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { process: started, output: () => output.replace("ready\n", ""), end };
}

test("killed at any moment it leaves the clone as it was or gated; the next run completes it", async () => {
  const from = recorderPackage();
  let untouched = 0;
  let gated = 0;
  for (let turn = 0; turn < 14; turn++) {
    const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
    repo.hook("commit-msg", "exit 0");
    const before = snapshot(repo.dir);
    const running = await child(repo, { from });
    running.process.stdin.end("x");
    await new Promise((resolve) => setTimeout(resolve, turn * 9));
    running.process.kill("SIGKILL");
    await running.end;
    const value = repo.tryGit("config", "core.hooksPath").stdout.trim();
    if (value === "") untouched++;
    else {
      gated++;
      assert.is(value, join(repo.dir, ".git/arkitekt/_"));
      assert.is(tryCommit(repo, "bad.lua").code, 1);
      repo.git("rm", "--quiet", "-f", "bad.lua");
    }
    await gate(repo, { chain: true, from });
    const undone = await uninstall({ repo: repo.dir, env: repo.env });
    assert.ok(undone.ok);
    assert.equal(
      snapshot(repo.dir, /^\.git\/(index|objects)/),
      without(before),
      `killed after ${turn * 9} ms`,
    );
  }
  assert.ok(untouched > 0, `every one of ${gated} runs was over before it was killed`);
});

function without(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([file]) => !/^\.git\/(index|objects)/.test(file)));
}

test("killed in an upgrade it leaves a clone that is gated", async () => {
  const [old, next] = [recorderPackage("1.0.0"), recorderPackage("2.0.0")];
  for (let turn = 0; turn < 8; turn++) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    await gate(repo, { from: old });
    const running = await child(repo, { from: next });
    running.process.stdin.end("x");
    await new Promise((resolve) => setTimeout(resolve, turn * 10));
    running.process.kill("SIGKILL");
    await running.end;
    assert.is(tryCommit(repo, "bad.lua").code, 1);
    repo.git("rm", "--quiet", "-f", "bad.lua");
    assert.is(tryCommit(repo, "good.lua").code, 0);
  }
});

test("several at once leave one whole gate, and each of them succeeds", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  const before = snapshot(repo.dir);
  const packages = [recorderPackage("1.0.0"), recorderPackage("2.0.0"), recorderPackage("3.0.0")];
  const running = await Promise.all(packages.map((from) => child(repo, { from })));
  for (const one of running) one.process.stdin.end("x");
  await Promise.all(running.map(({ end }) => end));
  for (const one of running) assert.equal(JSON.parse(one.output()), { ok: true });
  assert.is(tryCommit(repo, "bad.lua").code, 1);
  repo.git("rm", "--quiet", "-f", "bad.lua");
  assert.ok((await uninstall({ repo: repo.dir, env: repo.env })).ok);
  assert.equal(snapshot(repo.dir, /^\.git\/(index|objects)/), without(before));
});

test("when the disk takes no more, it says so and nothing is half", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
  const before = snapshot(repo.dir);
  for (const blocks of [1, 2, 4]) {
    const running = await child(repo, { from: recorderPackage(), limit: `ulimit -f ${blocks}` });
    running.process.stdin.end("x");
    await running.end;
    const said = JSON.parse(running.output());
    assert.is(said.ok, false);
    assert.is(said.error.kind, "disk-full");
    assert.equal(snapshot(repo.dir), before);
  }
});

const isRoot = process.getuid?.() === 0;

test("in a folder that can't be written to it says so, and changes nothing", async () => {
  for (const folder of [".git", "."]) {
    const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "true\n" });
    const uid = isRoot ? 65534 : (process.getuid?.() ?? 0);
    if (isRoot) chownAll(join(repo.dir, ".."), uid);
    const from = recorderPackage();
    chmodSync(from, 0o755);
    chmodSync(join(repo.dir, folder), 0o555);
    const before = snapshot(repo.dir);
    const running = await child(repo, { from, ...(isRoot ? { uid } : {}) });
    running.process.stdin.end("x");
    await running.end;
    chmodSync(join(repo.dir, folder), 0o755);
    const said = JSON.parse(running.output());
    assert.is(said.ok, false);
    assert.is(said.error.kind, "not-permitted");
    assert.match(said.error.message, /^cannot (?:make|write) .*: permission denied$/, said.error.message);
    assert.match(said.error.where, repo.dir, JSON.stringify(said));
    assert.equal(snapshot(repo.dir), before);
  }
});

function chownAll(place: string, uid: number): void {
  chownSync(place, uid, uid);
  if (!lstatSync(place).isDirectory()) return;
  for (const name of readdirSync(place)) chownAll(join(place, name), uid);
}
