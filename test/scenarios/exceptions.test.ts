import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("an exception");
const OUTSIDE = "elsewhere.lua";
const reach = { ARKITEKT_OVERRIDE: "path-fence: a tool of its own" };

test("that a commit was let through with is in its message once, and holds on push", () => {
  const repo = makeGated();
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  repo.stage({ [OUTSIDE]: cleanModule });
  const made = repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env: reach });
  assert.match(unwrapped(made.stderr), "overridden: path-fence (a tool of its own)");
  assert.is(repo.run("git", ["commit", "-q", "--amend", "--no-edit"], { env: reach }).code, 0);
  assert.is(repo.git("log", "-1", "--format=%B").match(/^Arkitekt-Override: /gm)?.length, 1);
  const pushed = repo.tryGit("push", "-q", "origin", "main");
  assert.is(pushed.code, 0, pushed.stderr);
  assert.match(unwrapped(pushed.stderr), "overridden: path-fence (a tool of its own)");
});

test("stays with a commit whose message is written anew: whoever leaves it out is told how to keep it", () => {
  const repo = makeGated();
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  repo.stage({ [OUTSIDE]: cleanModule });
  assert.is(repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env: reach }).code, 0);
  const lost = repo.tryGit("commit", "-q", "--amend", "-m", "[AB-1] Reach further");
  assert.is(lost.code, 1, lost.stderr);
  assert.match(lost.stderr, "path-fence");
  assert.match(unwrapped(lost.stderr), `ARKITEKT_OVERRIDE='path-fence: <why>' git commit --amend -eF`);
  const kept = repo.run("git", ["commit", "-q", "--amend", "-m", "[AB-1] Reach further"], { env: reach });
  assert.is(kept.code, 0, kept.stderr);
  assert.is(repo.git("log", "-1", "--format=%B").match(/^Arkitekt-Override: /gm)?.length, 1);
  assert.is(repo.tryGit("push", "-q", "origin", "main").code, 0);
});

test("goes with what needed it, when a commit is amended", () => {
  const repo = makeGated();
  repo.stage({ "A/clean.lua": cleanModule, [OUTSIDE]: cleanModule });
  assert.is(repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env: reach }).code, 0);
  repo.git("rm", "-q", OUTSIDE);
  const amended = repo.tryGit("commit", "-q", "--amend", "-m", "[AB-1] Tidy up");
  assert.is(amended.code, 0, amended.stderr);
  assert.is(repo.git("log", "-1", "--format=%B"), "[AB-1] Tidy up\n");
});

test("asked for by a refused amended message is of the amended commit", () => {
  const repo = makeGated();
  repo.stage({ "A/clean.lua": cleanModule });
  repo.git("commit", "-qm", "[AB-1] Tidy up");
  const refused = repo.tryGit("commit", "-q", "--amend", "-m", "no code");
  assert.is(refused.code, 1);
  assert.match(unwrapped(refused.stderr), "git commit --amend -eF");
  repo.stage({ [OUTSIDE]: cleanModule });
  const outside = repo.tryGit("commit", "-q", "--amend", "--no-edit");
  assert.match(unwrapped(outside.stderr), "ARKITEKT_OVERRIDE='path-fence: <why>' git commit --amend");
});

test("of a fixup! is lost when it is squashed, and that is said while it can be helped; a squash! keeps it", () => {
  for (const [word, isSaid] of [
    ["fixup", true],
    ["squash", false],
  ] as const) {
    const repo = makeGated();
    repo.addRemote("origin");
    repo.git("push", "-q", "--no-verify", "origin", "main");
    repo.commit("[AB-1] Tidy up", { "A/clean.lua": cleanModule });
    repo.stage({ [OUTSIDE]: cleanModule });
    const made = repo.run("git", ["commit", "-q", `--${word}`, "HEAD"], {
      env: { ...reach, GIT_EDITOR: "true" },
    });
    assert.is(made.code, 0, made.stderr);
    assert.is(unwrapped(made.stderr).includes("lost when squashed: the override of path-fence"), isSaid);
    const env = { GIT_EDITOR: "true", GIT_SEQUENCE_EDITOR: "true" };
    const rebased = repo.run("git", ["rebase", "-q", "-i", "--autosquash", "origin/main"], { env });
    assert.is(rebased.code, 0, rebased.stderr);
    const squashed = repo.git("log", "-g", "--format=%H", "--grep=^fixup!", "-1").slice(0, 8);
    const pushed = repo.tryGit("push", "-q", "origin", "main");
    assert.is(pushed.code, isSaid ? 1 : 0, word);
    const lost = `lost: the override of path-fence that ${squashed} fixup! [AB-1] Tidy up recorded`;
    assert.is(unwrapped(pushed.stderr).includes(lost), isSaid, pushed.stderr);
    if (!isSaid) continue;
    // What it says helps.
    const trailer = /puts it back: (Arkitekt-Override:[^)]*)/.exec(unwrapped(pushed.stderr))?.[1] ?? "";
    repo.git("commit", "-q", "--amend", "--no-edit", "--trailer", trailer);
    assert.is(repo.tryGit("push", "-q", "origin", "main").code, 0);
  }
});

test("that a message written anew has lost is named at the push, and no other is", () => {
  const repo = makeGated();
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  const said = (...args: readonly string[]) => {
    const { code, stderr } = repo.tryGit("push", "-q", "origin", ...args);
    assert.is(code, 1, stderr);
    return unwrapped(stderr).match(/lost: the override of [a-z-]+/g) ?? [];
  };
  repo.stage({ [OUTSIDE]: cleanModule });
  repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env: reach });
  const own = repo.id("HEAD");
  repo.git("commit", "-q", "--amend", "--no-verify", "-m", "[AB-1] Reach out");
  assert.equal(said("main"), ["lost: the override of path-fence"]);
  repo.git("switch", "-qc", "more");
  repo.git("branch", "-qf", "main", own);
  assert.equal(said("more"), ["lost: the override of path-fence"]);
  // The one of that title has its exception; this one never had any.
  repo.git("switch", "-q", "main");
  repo.write({ "other.lua": cleanModule });
  repo.git("add", "other.lua");
  repo.git("commit", "-q", "--no-verify", "-m", "[AB-1] Reach out");
  assert.equal(said("main"), []);
  // Another rule is refused than the one that was excepted.
  repo.git("reset", "-q", "--hard", "origin/main");
  repo.commit("[AB-1] Reach out", { "A/bad.lua": "local = 1\n" });
  assert.equal(said("main"), []);
  // A clone without logs knows nothing, and says nothing.
  repo.git("switch", "-q", "more");
  repo.git("reflog", "expire", "--expire=now", "--all");
  assert.equal(said("more"), []);
});

test("that nothing needs marks no commit, and says so", () => {
  const repo = makeGated();
  repo.stage({ "A/clean.lua": cleanModule });
  const made = repo.run("git", ["commit", "-qm", "[AB-1] Tidy up"], { env: reach });
  assert.is(made.code, 0, made.stderr);
  assert.match(
    unwrapped(made.stderr),
    "not recorded: an override of path-fence (nothing in this commit needs it)",
  );
  assert.is(repo.git("log", "-1", "--format=%B"), "[AB-1] Tidy up\n");
  // What only a push can tell is recorded as it is asked for.
  const env = { ARKITEKT_OVERRIDE: "idempotence: taken back\ntask-code: an import\npath-fence: none" };
  repo.stage({ "A/clean.lua": `${cleanModule}-- more\n` });
  assert.is(repo.run("git", ["commit", "-qm", "Import"], { env }).code, 0);
  assert.equal(
    repo.git("log", "-1", "--format=%(trailers:key=Arkitekt-Override,valueonly)").trim().split("\n"),
    ["idempotence: taken back", "task-code: an import"],
  );
});

test("is known to commit-msg from what pre-commit let pass, and looked for again where that is not what is staged", () => {
  const repo = makeGated();
  const [file, trace] = [join(repo.dir, ".git/MSG"), join(repo.dir, ".git/trace")];
  const recorded = (between: () => void) => {
    repo.stage({ "A/clean.lua": cleanModule, [OUTSIDE]: cleanModule });
    assert.is(repo.run("git", ["hook", "run", "pre-commit"], { env: reach }).code, 0);
    between();
    writeFileSync(file, "[AB-1] Reach out\n");
    rmSync(trace, { force: true });
    const env = { ...reach, GIT_TRACE2_EVENT: trace };
    const { code, stderr } = repo.run("git", ["hook", "run", "commit-msg", "--", file], { env });
    assert.is(code, 0, stderr);
    return {
      isRecorded: /^Arkitekt-Override: path-fence: a tool/m.test(readFileSync(file, "utf8")),
      // With its lines a change is asked for only where it is judged.
      isJudged: /"diff-index"[^\n]*"-p"/.test(readFileSync(trace, "utf8")),
    };
  };
  assert.equal(
    recorded(() => {}),
    { isRecorded: true, isJudged: false },
  );
  assert.equal(
    recorded(() => repo.git("rm", "-q", "--cached", OUTSIDE)),
    { isRecorded: false, isJudged: true },
  );
  const again = { isRecorded: true, isJudged: true };
  assert.equal(
    recorded(() => repo.stage({ "A/more.lua": cleanModule })),
    again,
  );
  const receipt = join(repo.dir, ".git/arkitekt-receipt");
  const damage = (how: (text: string) => string) => () =>
    writeFileSync(receipt, how(readFileSync(receipt, "latin1")), "latin1");
  // The first line is whole, and the index ends as it says.
  assert.equal(recorded(damage((text) => text.slice(0, -1))), { isRecorded: true, isJudged: false });
  assert.equal(recorded(damage((text) => text.replace(/:[0-9a-f]{2} /, ":zz ").slice(0, -1))), again);
  assert.equal(recorded(damage((text) => text.replace("arkitekt 5", "arkitekt 4"))), again);
  assert.equal(recorded(damage((text) => text.slice(0, text.indexOf("=")))), again);
  assert.equal(recorded(damage((text) => text.replace("refs/heads/main", "refs/heads/other"))), again);
  assert.equal(
    recorded(() => rmSync(receipt)),
    again,
  );
});

test("that comes too late in the message is refused with the command that makes it", () => {
  const repo = makeGated();
  repo.stage({ [OUTSIDE]: cleanModule });
  const trailer = "Arkitekt-Override: path-fence: a tool of its own";
  const typed = repo.tryGit("commit", "-qm", "[AB-1] Reach out", "--trailer", trailer);
  assert.is(typed.code, 1);
  assert.match(unwrapped(typed.stderr), "for once: ARKITEKT_OVERRIDE='path-fence: <why>' git commit");
  repo.git("switch", "-qc", "codex/tools");
  const agent = repo.tryGit("commit", "-qm", "[AB-1] Reach out");
  assert.is(agent.code, 1);
  assert.not.match(agent.stderr, "for once");
});

test("typed into the message counts for what is judged of the message, as it will on push", () => {
  const repo = makeGated();
  const typed = (where: string) => {
    repo.git("switch", "-qC", where);
    repo.stage({ "A/more.lua": `${cleanModule}-- on ${where}\n` });
    return repo.tryGit(
      "commit",
      "-qm",
      "Take it over\n\nArkitekt-Override: task-code: from before the codes",
    );
  };
  assert.is(typed("main").code, 0);
  const agent = typed("codex/take-over");
  assert.equal([agent.code, rulesIn(agent.stderr)], [1, ["task-code"]]);
  assert.match(
    unwrapped(agent.stderr),
    "not granted: an override of task-code (the policy does not allow it here)",
  );
});

test("for a rule that does not exist, or without a reason, is an error and no commit", () => {
  const repo = makeGated();
  repo.stage({ [OUTSIDE]: cleanModule });
  for (const [asked, said] of [
    ["path-fense: a tool", '"path-fense", which is not a rule; did you mean path-fence?'],
    ["path-fence", 'says "path-fence", which is not an override'],
    ["path-fence:  ", 'says "path-fence:", which is not an override'],
  ] as const) {
    const env = { ARKITEKT_OVERRIDE: asked };
    const answer = repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env });
    assert.is(answer.code, 1);
    assert.match(answer.stderr, said);
  }
});

test("stands for the rules that the policy lists, on the branches that it lists", () => {
  const repo = makeGated(
    {},
    { mayOverride: [{ rules: ["path-fence"], branches: ["codex/tools-*"] }], agentBranches: ["codex/**"] },
  );
  const codeOn = (branch: string) => {
    repo.git("switch", "-q", "--force", "-C", branch, "main");
    repo.stage({ [OUTSIDE]: cleanModule });
    return repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env: reach }).code;
  };
  assert.equal(["codex/tools-1", "codex/song", "main"].map(codeOn), [0, 1, 1]);
});

test("in the file is told whenever it holds, and is not a way for an agent", () => {
  const repo = makeGated();
  const excepted = `local M = {}\n-- arkitekt-off retired-namespace: the bridge\nM.x = require("oldark.x")\nreturn M\n`;
  repo.git("switch", "-qc", "codex/bridge");
  repo.stage({ "A/bridge.lua": excepted });
  const agent = repo.tryGit("commit", "-qm", "[AB-1] Build the bridge");
  assert.equal([agent.code, rulesIn(agent.stderr)], [1, ["retired-namespace", "suppression"]]);
  repo.git("switch", "-q", "main");
  const person = repo.tryGit("commit", "-qm", "[AB-1] Build the bridge");
  assert.is(person.code, 0, person.stderr);
  assert.match(
    unwrapped(person.stderr),
    "suppressed: retired-namespace at A/bridge.lua:3 (arkitekt-off: the bridge)",
  );
});
