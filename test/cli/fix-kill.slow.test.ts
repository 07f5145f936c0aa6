// `arkitekt fix` killed at random instants: whatever a file held before or is to hold after, it holds one of them, whole.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { BAD, fix, GOOD, makeFixable, staged } from "../support/cli/fixable.ts";
import { program } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt fix, killed");

/** `FIX_KILLS=100 npm test -- fix-kill` does it thoroughly. */
const KILLS = Number(process.env["FIX_KILLS"] ?? 8);
const FILES = Array.from({ length: 25 }, (_, at) => `A/f${at}.lua`);
const MORE = "-- not staged\n";
/** Every third file is staged in part. */
const isPartial = (at: number) => at % 3 === 0;

for (const mode of ["--staged", "--dry-run", ""]) {
  test(`fix ${mode} loses no byte, and the next run does the rest`, async () => {
    const isStaged = mode === "--staged";
    const repo = makeFixable();
    let whole = await timed(repo, mode, () => prepare(repo, isStaged));
    for (let kills = 0, tries = 0; kills < KILLS; tries++) {
      assert.ok(tries < KILLS * 10, `${kills} of ${tries} runs were killed`);
      prepare(repo, isStaged);
      const start = performance.now();
      const isKilled = await killed(repo, mode, whole * (0.3 + 0.7 * Math.random()));
      // A busy machine may have measured too much.
      if (!isKilled) whole = Math.min(whole, performance.now() - start);
      if (!isKilled) continue;
      kills++;
      await endOfOrphans(repo);
      // Git's lock, held for an instant, may be left as Git leaves it; it is for its owner to remove.
      rmSync(join(repo.dir, ".git/index.lock"), { force: true });
      isWhole(repo, isStaged);
      if (mode === "--dry-run") continue;
      const answer = fix(repo, ...(isStaged ? ["--staged"] : []));
      assert.is(answer.code, 0, answer.stderr);
      isDone(repo, isStaged);
    }
  });
}

function prepare(repo: TestRepo, isStaged: boolean): void {
  repo.stage(Object.fromEntries(FILES.map((path) => [path, BAD])));
  if (!isStaged) return;
  repo.write(Object.fromEntries(FILES.filter((_, at) => isPartial(at)).map((path) => [path, BAD + MORE])));
}

function isWhole(repo: TestRepo, isStaged: boolean): void {
  repo.git("fsck", "--no-dangling", "--no-progress");
  for (const [at, path] of FILES.entries()) {
    const more = isStaged && isPartial(at) ? MORE : "";
    const working = repo.read(path).toString();
    assert.ok([BAD + more, GOOD + more].includes(working), `${path}: ${working}`);
    assert.ok([BAD, GOOD].includes(staged(repo, path)), path);
  }
  assert.is(repo.git("status", "--porcelain").match(/^\?\?/m), null);
}

function isDone(repo: TestRepo, isStaged: boolean): void {
  for (const [at, path] of FILES.entries()) {
    assert.is(repo.read(path).toString(), GOOD + (isStaged && isPartial(at) ? MORE : ""), path);
    assert.is(staged(repo, path), isStaged ? GOOD : BAD, path);
  }
  const left = readdirSync(join(repo.dir, ".git")).filter((name) => /^arkitekt-(fix|index)~/.test(name));
  assert.equal(left, []);
  assert.is(existsSync(join(repo.dir, ".git/index.lock")), false);
}

/** A Git that the killed process had started ends by itself; until then it may hold a file of its own open. */
async function endOfOrphans(repo: TestRepo): Promise<void> {
  const isAtWork = () =>
    readdirSync("/proc").some((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(repo.dir);
      } catch {
        return false;
      }
    });
  for (let tries = 0; tries < 200 && existsSync("/proc/self/cwd") && isAtWork(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function timed(repo: TestRepo, mode: string, before: () => void): Promise<number> {
  before();
  const start = performance.now();
  await killed(repo, mode, 60_000);
  return performance.now() - start;
}

/** Runs it and kills it after `delay` milliseconds; false when it had ended by then. */
function killed(repo: TestRepo, mode: string, delay: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = [program, "fix", ...(mode === "" ? [] : [mode])];
    const child = spawn(process.execPath, args, { cwd: repo.dir, env: repo.env, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), delay);
    child.on("error", reject);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}
