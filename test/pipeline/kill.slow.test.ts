// A pipeline killed at random instants, with all that it had started or without, and resumed: the same branches as if nothing had been.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, program } from "../support/gated.ts";
import { FOUR, makePipeline, phase } from "../support/pipeline/four-phases.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt pipeline run, killed");

/** `PIPELINE_KILLS=100 npm test -- pipeline/kill` does it thoroughly, and with pushes, which take most of the time. */
const KILLS = Number(process.env["PIPELINE_KILLS"] ?? 8);
const isThorough = process.env["PIPELINE_KILLS"] !== undefined;

const AGENT =
  'echo "$$" >>"$MARKS"; sleep 0.2; printf "\\nreturn M\\n" >/dev/null; sed -i "s/local M = {}/local M = { made = true }/" A/scripts/Song/core/model.lua';
const PHASES = [...FOUR, phase("agent", { task: "make_it" }, ["A/scripts/Song/core/model.lua"])];
const BRANCHES = ["scaffold", "move", "edit", "cleanup", "agent"].map((name) => `codex/phase-${name}`);
/** Every commit has the same dates, so that the same work gives the same id. */
const DATES = { GIT_AUTHOR_DATE: "1772323200 +0000", GIT_COMMITTER_DATE: "1772323200 +0000" };

test("it is resumed to the same branches, trees, messages and ids, and nothing of it is left", async () => {
  const repo = makePipeline(PHASES);
  const marks = join(repo.dir, "../marks");
  const env = { ...repo.env, ...DATES, MARKS: marks };
  const args = [
    "pipeline",
    "run",
    "--patches",
    repo.patches,
    "--agent",
    AGENT,
    ...(isThorough ? ["--push", "origin"] : []),
  ];
  const start = performance.now();
  const whole = arkitekt(repo, args, { env });
  assert.is(whole.code, 0, whole.stdout + whole.stderr);
  const wanted = refs(repo);
  assert.is(wanted.length, isThorough ? 10 : 5, wanted.join("\n"));
  let kills = 0;
  const seen = new Set<string>();
  let time = performance.now() - start;
  while (kills < KILLS) {
    for (const branch of BRANCHES) {
      repo.tryGit("branch", "-q", "-D", branch);
      if (isThorough) repo.tryGit("push", "-q", "--no-verify", "origin", `:${branch}`);
    }
    arkitekt(repo, ["pipeline", "abort"]);
    assert.equal(refs(repo), []);
    // Until it has ended by itself once: what is left of it is taken up by the next run, which is killed again.
    for (let tries = 0; ; tries++) {
      const began = performance.now();
      const how = await run(
        repo,
        args,
        env,
        tries > 6 || kills >= KILLS ? 60_000 : time * Math.random(),
        kills % 2 === 0,
      );
      if (how === "ended") {
        time = Math.max(300, Math.min(time, performance.now() - began + 200));
        break;
      }
      kills++;
      seen.add(refs(repo).join("\n"));
    }
    assert.equal(refs(repo), wanted);
    assert.equal(leftOvers(repo, marks), []);
    const again = arkitekt(repo, args, { env });
    assert.is(again.code, 0, again.stderr);
    assert.equal(refs(repo), wanted);
  }
  assert.ok(KILLS < 10 || seen.size > 2, `${seen.size} states were seen`);
  repo.git("fsck", "--no-dangling", "--no-progress");
});

/** Of the clone and of its remote. */
function refs(repo: TestRepo): readonly string[] {
  const here = repo.git("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/codex").split("\n");
  const there = repo.git("ls-remote", "origin", "refs/heads/codex/*").split("\n");
  return [...here, ...there.map((line) => `there ${line}`)].filter(
    (line) => line.trim() !== "" && line !== "there ",
  );
}

function leftOvers(repo: TestRepo, marks: string): readonly string[] {
  const agents = existsSync(marks) ? readFileSync(marks, "utf8").trim().split("\n") : [];
  const running = agents.filter((pid) => isAgent(pid)).map((pid) => `agent ${pid}`);
  const worktrees = repo.git("worktree", "list").split("\n").slice(1);
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith("arkitekt-worktree~"));
  const locks = repo.run("find", [".git", "-name", "*.lock"]).stdout.trim();
  return [
    ...running,
    ...worktrees,
    ...folders,
    ...(locks === "" ? [] : [locks]),
    ...repo.git("status", "--short").split("\n").filter(Boolean),
  ];
}

function isAgent(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("MARKS");
  } catch {
    return false;
  }
}

function run(
  repo: TestRepo,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  delay: number,
  isWhole: boolean,
): Promise<"killed" | "ended"> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: repo.dir,
      env,
      stdio: "ignore",
      detached: true,
    });
    let isKilled = false;
    const timer = setTimeout(() => {
      isKilled = true;
      // With the Git processes that it has started, or alone.
      if (isWhole && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    }, delay);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (!isKilled && code !== 0) reject(new Error(`it ended with ${code}`));
      else resolve(isKilled ? "killed" : "ended");
    });
  });
}
