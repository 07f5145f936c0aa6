import { existsSync } from "node:fs";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, program, unwrapped } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt check");
const LUA = "A/scripts/Song/core/region.lua";
const retired = 'local M = {}\nM.x = require("oldark.core")\nreturn M\n';

test("in JSON says all that is staged, and nothing else on standard output", () => {
  const repo = makeGated({ "A/old.lua": retired });
  repo.stage({ [LUA]: retired, "A/old.lua": `${retired}-- more\n` });
  const answer = arkitekt(repo, ["check", "--format", "json"]);
  assert.equal([answer.code, answer.stderr], [1, ""]);
  const finding = (path: string, level: string, standing: string) => ({
    rule: "retired-namespace",
    level,
    standing,
    reason: null,
    suppressedAt: null,
    commit: null,
    path,
    start: { line: 2, column: 15 },
    end: { line: 2, column: 28 },
    message: "requires oldark.core; the namespace oldark is retired",
    hint: 'require "ark.core"',
  });
  assert.is(
    answer.stdout,
    `${JSON.stringify({
      version: 2,
      outcome: "block",
      findings: [finding("A/old.lua", "warn", "old"), finding(LUA, "error", "new")],
      excepted: [],
      counts: { error: 1, warn: 0, old: 1, suppressed: 0, overridden: 0 },
      notes: [],
      failure: null,
    })}\n`,
  );
});

test("where there is nothing to judge it is skipped, not passed, and says why", () => {
  const repo = makeGated();
  assert.is(arkitekt(repo, ["check"]).stdout, "skipped: the index (nothing is staged)\narkitekt: skipped\n");
  const range = arkitekt(repo, ["check", "--range", "HEAD..HEAD", "--format", "json"]);
  assert.equal(
    [range.code, range.stdout],
    [
      0,
      '{"version":2,"outcome":"skip","findings":[],"excepted":[],"counts":{"error":0,"warn":0,"old":0,"suppressed":0,"overridden":0},"notes":[{"kind":"no-commits","range":"HEAD..HEAD","what":"HEAD..HEAD","why":"B has no commit that A lacks"}],"failure":null}\n',
    ],
  );
  const empty = repo.tryGit("commit", "-q", "--allow-empty", "-m", "[AB-1] Nothing");
  assert.equal([empty.code, empty.stderr], [0, ""]);
});

test("in JSON names the commit of a finding, and what was not judged", () => {
  const repo = makeRepo({ "A/a.lua": cleanModule });
  const before = repo.commit("long ago", { [LUA]: "local = 1\n" });
  const first = repo.commit("[AB-1] Adopt", { ".arkitektrc.json": JSON.stringify(policy) });
  const bad = repo.commit("better", { "A/more.lua": cleanModule });
  const verdict = (range: string) =>
    JSON.parse(arkitekt(repo, ["check", "--range", range, "--format", "json"]).stdout);
  const { outcome, findings } = verdict(`${first}..${bad}`);
  assert.equal(
    [outcome, findings.length, findings[0].rule, findings[0].commit],
    ["block", 1, "task-code", bad],
  );
  repo.git("reset", "-q", "--hard", first);
  const old = verdict(`${before}~1..${first}`);
  assert.is(old.outcome, "pass");
  assert.equal([old.notes[0].kind, old.notes[0].commit.id], ["before-first-policy", before]);
});

test("in JSON what could not be looked at is one object of the same form, and on standard error for people", () => {
  const repo = makeGated();
  repo.write({ "broken.json": '{ "extends": "playbook-v6" }' });
  const wrong = [
    ["--policy", "broken.json"],
    ["--policy", "nowhere.json"],
    ["--range", "nowhere..HEAD"],
    ["--tree", "nowhere"],
    ["--now", "2025-02-30"],
    ["--staged", "--tree", "HEAD"],
  ];
  for (const args of wrong) {
    const answer = arkitekt(repo, ["check", "--format", "json", ...args]);
    const { version, outcome, findings, notes, failure } = JSON.parse(answer.stdout);
    assert.equal(
      [answer.code, version, outcome, findings, notes],
      [2, 2, "cannot-look", [], []],
      args.join(" "),
    );
    assert.ok(answer.stdout.endsWith("}\n") && answer.stderr.includes(failure.message), args.join(" "));
    assert.match(failure.kind, /^bad-policy$|^missing$|^bad-arguments$|^unknown-revision$|^bad-range$/);
    assert.match(answer.stderr, /^arkitekt: [^\n]+\n(.*\n)*→ [^\n]+\n$/, args.join(" "));
  }
});

test("a file too large to be read blocks; one that is vendored is told", () => {
  const repo = makeGated(
    {},
    { limits: { fileBytes: 2000 }, lua: { moduleRoots: ["A"], vendored: ["A/vendor/**"] } },
  );
  const large = `return {}\n--${"x".repeat(2000)}\n`;
  repo.stage({ "A/vendor/large.lua": large });
  const vendored = arkitekt(repo, ["check"]);
  assert.is(vendored.code, 0);
  assert.match(
    unwrapped(vendored.stdout),
    "skipped: A/vendor/large.lua (2013 bytes is more than the 2000 bytes that are read)",
  );
  repo.stage({ "A/large.lua": large });
  const own = arkitekt(repo, ["check"]);
  assert.is(own.code, 1);
  assert.match(unwrapped(own.stdout), "error lua-parse this file cannot be judged:");
});

test("says that what is staged has passed, or what a policy, a branch or a day would make of it", () => {
  const repo = makeGated();
  repo.stage({
    "A/shim.lua":
      "-- @deprecated TEMP_PARITY_SHIM: f() → use g\n-- EXPIRES: 2025-03-01 (planned removal: Phase-3)\nreturn {}\n",
    "A/notes.md": "notes\n",
  });
  const on = (...args: string[]) => arkitekt(repo, ["check", ...args]);
  assert.match(on("--now", "2025-03-01").stdout, "arkitekt: passed with 1 warning");
  assert.match(on("--now", "2025-03-02").stdout, "error  shim-expiry");
  assert.match(on("--now", "2025-03-01", "--branch", "codex/x").stdout, "error  docs-fence");
  repo.write({ "mild.json": '{ "rules": {} }' });
  const mild = on("--policy", "mild.json");
  assert.equal([mild.code, mild.stdout, mild.stderr], [0, "arkitekt: passed\n", ""]);
  repo.write({ "mild/.arkitektrc.yaml": "rules: {}\n" });
  const found = on("--policy", "mild");
  assert.equal([found.code, found.stdout, found.stderr], [0, "arkitekt: passed\n", ""]);
});

test("a request is for a project of the policy that lies in the working tree, committed or not", () => {
  const repo = makeGated();
  const own = JSON.stringify({ ...policy, handoff: { projects: ["yaml"] } });
  repo.write({ ".arkitektrc.json": own, "package.json": '{ "name": "songs" }' });
  const made = arkitekt(repo, ["spec", "new", "yaml", "--title", "anchors"]);
  assert.equal([made.code, made.stderr.includes("which is proposed")], [0, true]);
  const refused = arkitekt(repo, ["spec", "new", "jsonld", "--title", "frames"]);
  assert.match(refused.stderr, "projects are yaml");
});

test("a tree is judged whole, by its own policy, without a commit's rules", () => {
  const repo = makeGated({ [LUA]: retired, "A/other.lua": retired });
  const answer = arkitekt(repo, ["check", "--tree", "HEAD"]);
  assert.is(answer.code, 1);
  assert.match(
    unwrapped(answer.stdout),
    "arkitekt: blocked, 2 errors. → Mend what is marked, or give a rule",
  );
});

test("with --all shows what was there before, each marked as such, and more than 20 of a rule", () => {
  const many = `local M = {}\n${'M.x = require("oldark.core")\n'.repeat(25)}return M\n`;
  const repo = makeGated({ "A/old.lua": retired });
  repo.stage({ "A/old.lua": `${retired}-- more\n`, "A/many.lua": many });
  const some = unwrapped(arkitekt(repo, ["check"]).stdout);
  assert.match(some, "5 more of retired-namespace (--all shows them)");
  assert.match(some, "1 finding was there before this change (--all shows them)");
  const all = arkitekt(repo, ["check", "--all"]).stdout;
  assert.is(all.match(/retired-namespace(?: {2}\(was there before\))?\n/g)?.length, 26 + 1);
  assert.match(all, "(was there before)");
});

const SCRIPT = "/usr/bin/script";
const onTerminal = "a long range tells how far it is on a terminal, and nowhere else";
if (process.platform === "linux" && existsSync(SCRIPT)) {
  test(onTerminal, () => {
    const repo = makeGated();
    for (let n = 0; n < 25; n++) repo.commit(`[AB-${n}] Step`, { "A/a.lua": `${cleanModule}-- ${n}\n` });
    const range = ["check", "--range", "HEAD~25..HEAD"];
    assert.is(arkitekt(repo, range).stderr, "");
    const line = [process.execPath, program, ...range].map((word) => `'${word}'`).join(" ");
    const { stdout } = repo.run(SCRIPT, ["-q", "-e", "-c", line, "/dev/null"], { env: { NO_COLOR: "1" } });
    assert.match(stdout, "\r24 of 25 commits judged\r\u001b[K");
    assert.ok(stdout.endsWith("\u001b[Karkitekt: passed\r\n"), stdout);
  });
} else test.skip(onTerminal, "there is no script(1) to make a terminal with");

test("says arkitekt: at the very start of a line in colour, too, whatever stops or passes", () => {
  const repo = makeGated();
  const env = { ...repo.env, NO_COLOR: undefined, FORCE_COLOR: "1" };
  const line = /^arkitekt: \u001b\[/m;
  repo.stage({ [LUA]: retired });
  assert.match(repo.run("git", ["commit", "-m", "[RP-1] Add"], { env }).stderr, line);
  assert.match(arkitekt(repo, ["check"], { env }).stdout, line);
  repo.stage({ [LUA]: cleanModule });
  assert.match(arkitekt(repo, ["check"], { env }).stdout, line);
  assert.match(arkitekt(repo, ["check", "--tree", "nowhere"], { env }).stderr, line);
  repo.stage({ ".arkitektrc.json": "{" });
  repo.git("commit", "-qnm", "[RP-2] Break");
  repo.stage({ [LUA]: `${cleanModule}-- b\n` });
  assert.match(repo.run("git", ["commit", "-m", "[RP-3] Go on"], { env }).stderr, line);
});
