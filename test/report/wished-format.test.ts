import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("the format that is wished for");

test("holds for check and for the hooks, changes the form alone, and gives way to --format", () => {
  const repo = makeGated();
  repo.stage({ "A/a.lua": "local = 1\n" });
  const commit = (env: NodeJS.ProcessEnv) => repo.run("git", ["commit", "-qm", "[AB-1] Break it"], { env });
  const check = (env: NodeJS.ProcessEnv, ...args: string[]) => arkitekt(repo, ["check", ...args], { env });
  const next = "git add -- :/A/a.lua && git commit   # blocked: mend 1 error (lua-parse), then run this\n";
  const agents = commit({ AI_AGENT: "claude" });
  assert.is(agents.code, 1);
  assert.ok(agents.stderr.startsWith(`${next}A/a.lua:1:7 lua-parse: `), agents.stderr);
  assert.not.match(agents.stderr, /no-verify|ARKITEKT=0|override/i);
  assert.match(
    commit({ ARKITEKT_FORMAT: "unix", AGENT: "1" }).stderr,
    /^A\/a\.lua:1:7: error: .+ \[lua-parse\]\n$/,
  );
  assert.match(commit({ AGENT: "0", AI_AGENT: "" }).stderr, "arkitekt: blocked, 1 error.");
  assert.match(commit({ ARKITEKT_FORMAT: "poem" }).stderr, "arkitekt: blocked, 1 error.");
  assert.match(check({ AGENT: "1" }).stdout, /^arkitekt check {3}# blocked: mend 1 error/);
  assert.is(JSON.parse(check({ AGENT: "1" }, "--format", "json").stdout).outcome, "block");
  const lost = check({ ARKITEKT_FORMAT: "junit" }, "--tree", "nowhere");
  assert.equal([lost.code, /<error message="nowhere is not a commit or tree/.test(lost.stdout)], [2, true]);
});

test("of a GitHub workflow names ten of a kind, and all of them in the summary of the step", () => {
  const repo = makeGated();
  const files = Array.from({ length: 12 }, (_, at) => [`A/f${at}.lua`, "local = 1 -- | <b>\n"]);
  repo.stage(Object.fromEntries(files));
  const summary = join(repo.dir, ".git/summary.md");
  const { stdout } = arkitekt(repo, ["check"], {
    env: { GITHUB_STEP_SUMMARY: summary, ARKITEKT_FORMAT: "github" },
  });
  const errors = stdout.split("\n").filter((line) => line.startsWith("::error "));
  assert.is(errors.length, 9);
  assert.match(stdout, "::error::3 more of this kind");
  assert.is(readFileSync(summary, "utf8").match(/^\| A\/f\d+\.lua:1 \|/gm)?.length, 12);
});
