// `arkitekt patch apply` killed at random instants: before or after, never between; and one command ends what was cut short.
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { everything, leftOvers, MODULE, makePatchable } from "../support/cli/patchable.ts";
import { arkitekt, program } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt patch apply, killed");

/** `PATCH_KILLS=200 npm test -- patch-kill` does it thoroughly. */
const KILLS = Number(process.env["PATCH_KILLS"] ?? 8);
const PATHS = Array.from({ length: 12 }, (_, at) => `A/f${at}.lua`);
const PATCH = {
  notes: "Change all.",
  edits: PATHS.slice(0, 8).map((path) => ({ path, replace: { find: '"region"', with: '"regions"' } })),
  moves: [{ from: PATHS[8], to: "A/moved/f8.lua" }],
  deletions: PATHS.slice(9),
};

for (const isCommit of [false, true]) {
  test(`it is as before or as after ${isCommit ? "with its commit " : ""}once it is finished`, async () => {
    const repo = makePatchable(Object.fromEntries(PATHS.map((path) => [path, MODULE])));
    repo.git("checkout", "-q", "-b", "codex/phase6_all");
    repo.write({ "patch.json": JSON.stringify(PATCH), ".git/info/exclude": "patch.json\n" });
    const args = ["patch", "apply", ...(isCommit ? ["--commit", "--task", "phase6_all"] : []), "patch.json"];
    const start = repo.id("HEAD");
    const state = () =>
      everything(repo).replaceAll(/^.*refs\/.*$|^\w+ HEAD$/gm, "") + repo.git("log", "--format=%s");
    const before = state();
    const began = performance.now();
    assert.is(await run(repo, args, 60_000), "ended");
    let whole = performance.now() - began;
    const after = state();
    assert.is.not(after, before);
    const seen = { before: 0, after: 0, "cut short": 0 };
    for (let kills = 0, tries = 0; kills < KILLS; tries++) {
      assert.ok(tries < KILLS * 10, `${kills} of ${tries} runs were killed`);
      repo.git("reset", "-q", "--hard", start);
      const started = performance.now();
      const how = await run(repo, args, whole * (0.4 + 0.6 * Math.random()));
      if (how === "ended") {
        whole = Math.min(whole, performance.now() - started);
        continue;
      }
      kills++;
      const isCut = existsSync(join(repo.dir, ".git/arkitekt-patch/under-way"));
      if (isCut) {
        seen["cut short"]++;
        assert.match(arkitekt(repo, ["check"]).stderr, /arkitekt patch finish/);
      }
      const finished = arkitekt(repo, ["patch", "finish"]);
      assert.is(finished.code, 0, finished.stderr);
      const now = state();
      assert.ok(now === before || now === after, now);
      assert.ok(!isCut || now === after, finished.stdout);
      seen[now === before ? "before" : "after"]++;
      // A Git that was killed with us may leave its own lock of a ref; ours are gone.
      assert.equal(leftOvers(repo), []);
      rmSync(join(repo.dir, ".git/refs/heads/codex/phase6_all.lock"), { force: true });
      repo.git("fsck", "--no-dangling", "--no-progress");
    }
    assert.ok(seen.before + seen.after === KILLS, JSON.stringify(seen));
  });
}

function run(repo: TestRepo, args: readonly string[], delay: number): Promise<"killed" | "ended"> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: repo.dir,
      env: repo.env,
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), delay);
    child.on("error", reject);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL" ? "killed" : "ended");
    });
  });
}
