// commit-msg lets most messages pass without a program, by what pre-commit left: never one that the program would have something to say to.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a message that the shell lets pass");
const LUA = "A/a.lua";
const GOOD = "[AB-1] Sort the regions\n";
const PATH = process.env["PATH"] ?? "";
const shells = [["dash"], ["bash", "--posix"], ["bash"], ["busybox", "sh"], ["ksh"]].filter(([name = ""]) =>
  PATH.split(":").some((place) => existsSync(join(place, name))),
);

/** Whether the shell alone lets a message pass. */
function isSettled(
  repo: TestRepo,
  message: string | Buffer,
  env: NodeJS.ProcessEnv = {},
  shell = ["sh"],
): boolean {
  const file = messageFile(repo, message);
  const [name = "", ...words] = [
    ...shell,
    "-c",
    `. "${scriptOf(repo)}"; title "${file}"`,
    launcherOf(repo, "commit-msg"),
  ];
  return repo.run(name, words, { env }).code === 0;
}

/** What the program says to the same. */
function said(repo: TestRepo, message: string | Buffer, env: NodeJS.ProcessEnv = {}): string {
  const file = messageFile(repo, message);
  const program = join(scriptOf(repo), "../../dist/arkitekt.cjs");
  const { code, stderr } = repo.run(process.execPath, [program, "hook", "commit-msg", file], { env });
  return code === 0 && stderr === "" && readFileSync(file).equals(Buffer.from(message))
    ? ""
    : `${code} ${stderr}`;
}

function messageFile(repo: TestRepo, message: string | Buffer): string {
  const file = join(repo.dir, ".git/COMMIT_EDITMSG");
  writeFileSync(file, message);
  return file;
}

function scriptOf(repo: TestRepo): string {
  const programs = join(repo.dir, ".git/arkitekt/program");
  return join(programs, readdirSync(programs)[0] ?? "", "hooks/receipt.sh");
}

function launcherOf(repo: TestRepo, hook: string): string {
  return join(repo.dir, ".git/arkitekt/_", hook);
}

/** With a change that pre-commit has let pass. */
function makeJudged(settings: object = {}, files: Record<string, string> = {}): TestRepo {
  const repo = makeGated({ [LUA]: cleanModule, ...files }, settings);
  judge(repo);
  return repo;
}

let count = 0;
function judge(repo: TestRepo, env: NodeJS.ProcessEnv = {}): void {
  repo.stage({ [LUA]: `${cleanModule}-- ${++count}\n` });
  const judged = repo.run("git", ["hook", "run", "pre-commit"], { env });
  assert.is(judged.code, 0, judged.stderr);
}

/** What is let pass by the shell, and what is for the program; of the latter the program refuses what is marked so. */
const PASSES: readonly string[] = [
  GOOD,
  "[AB-1] Sort the regions\n\nWith a body: of some\nlines - and [brackets].\n\nSigned-off-by: A <a@example.com>\n",
  "[AB-1] Sort the regions\n\n\n",
  "[AB-1] Régions triées\n",
  "[AB-1] 4 regions 領域\n\n本文\n",
  `[AB-1] ${"x".repeat(400)}\n`,
  "[AB-1] Sort\n\n# Please enter the commit message for your changes.\n# On branch main\n",
];
const ASKS: readonly string[] = [
  "",
  "\n",
  "\n[AB-1] Sort the regions\n",
  "Sort the regions\n",
  "[AB-1]\n",
  "[AB-1] \n",
  "[AB-1] é\n",
  "[AB-1]  \u00a0\n",
  " [AB-1] Sort the regions\n",
  "# [AB-1] Sort\n",
  "[AB-1] Sort",
  "[AB-1] Sort\r\n",
  "[AB-1]\t\n",
  "[AB-1] Sort\nthe regions\n",
  "[AB-1] Sort\n \nthe regions\n",
  "[AB-1] Sort\n# a comment\n",
  "fixup! [AB-1] Sort\n",
  "amend! x [AB-1] Sort\n",
  'Revert "[AB-1] Sort"\n',
  'Reapply "Sort"\n',
  "[AB-1] Phase 7 begins\n",
  "[AB-1] Sort\n\nArkitekt-Override: diff-budget: it is large\n",
  "[AB-1] Sort\n\narkitekt-task: {}\n",
  `[AB-1] Sort\n\n${"more words ".repeat(900)}\n`,
];

test("is one that the program has nothing to say to, in every shell", () => {
  const repo = makeJudged();
  for (const message of PASSES) {
    for (const shell of shells) assert.ok(isSettled(repo, message, {}, shell), `${shell} ${message}`);
    assert.is(said(repo, message), "", message);
  }
  judge(repo);
  for (const message of ASKS)
    for (const shell of shells) assert.not.ok(isSettled(repo, message, {}, shell), `${shell} ${message}`);
});

test("needs no program in a commit", () => {
  const repo = makeJudged();
  // A program that is gone is missed by those who need it.
  const place = join(scriptOf(repo), "../../dist/cli-main.cjs");
  const main = readFileSync(place);
  rmSync(place);
  const hook = launcherOf(repo, "commit-msg");
  const answer = (message: string) => repo.run("sh", [hook, messageFile(repo, message)]);
  assert.equal(answer(GOOD), { code: 0, stdout: "", stderr: "" });
  assert.is(answer("Sort\n").code, 2);
  writeFileSync(place, main);
  assert.equal([answer("Sort\n").code, answer(GOOD).code], [1, 0]);
});

test("is judged anew where anything else counts than its title", () => {
  const repo = makeJudged();
  const asks = (why: string, env: NodeJS.ProcessEnv = {}) => assert.not.ok(isSettled(repo, GOOD, env), why);
  const settles = (why: string) => assert.ok(isSettled(repo, GOOD), why);
  settles("as it stands");
  asks("an exception", { ARKITEKT_OVERRIDE: "diff-budget: it is large" });
  asks("a task", { ARKITEKT_TASK: "AB-1" });
  for (const [key, value] of [
    ["commit.cleanup", "strip"],
    ["commit.verbose", "true"],
    ["core.commentChar", "["],
  ] as const) {
    repo.git("config", key, value);
    asks(key);
    repo.git("config", "--unset", key);
  }
  const git = join(repo.dir, ".git");
  for (const name of ["MERGE_HEAD", "CHERRY_PICK_HEAD", "MERGE_MSG", "arkitekt-task", "arkitekt-refusals"]) {
    writeFileSync(join(git, name), "x\n");
    asks(name);
    rmSync(join(git, name));
  }
  writeFileSync(join(git, "arkitekt-refusals"), "[]\n");
  settles("a refusal that is over");
  writeFileSync(join(git, "arkitekt-applied"), `${repo.id("HEAD")}\n{}\n`);
  asks("a refactoring that was applied");
  writeFileSync(join(git, "arkitekt-applied"), `${"0".repeat(40)}\n{}\n`);
  settles("one that an earlier commit holds");
  mkdirSync(join(repo.dir, ".codex"));
  asks("a folder for tasks");
  rmSync(join(repo.dir, ".codex"), { recursive: true });
  repo.git("symbolic-ref", "HEAD", "refs/heads/codex/x");
  repo.git("update-ref", "refs/heads/codex/x", "refs/heads/main");
  asks("another branch at the same commit");
  repo.git("symbolic-ref", "HEAD", "refs/heads/main");
  settles("back again");
  repo.git("checkout", "--quiet", "--detach");
  asks("no branch");
  judge(repo);
  settles("judged there");
  repo.git("commit", "--quiet", "--no-verify", "-m", GOOD);
  asks("another commit");
});

const REACH = "path-fence: a tool of its own";
const TRAILER = `Arkitekt-Override: ${REACH}\n`;

/** With a change that needs an exception. */
function makeExcepted(asked = REACH): TestRepo {
  const repo = makeGated({ [LUA]: cleanModule });
  repo.stage({ "elsewhere.lua": cleanModule });
  const judged = repo.run("git", ["hook", "run", "pre-commit"], { env: { ARKITEKT_OVERRIDE: asked } });
  assert.is(judged.code, 0, judged.stderr);
  return repo;
}

test("gets the one exception that pre-commit needed from the shell, byte for byte as from the program", () => {
  const repo = makeExcepted();
  const place = join(repo.dir, ".git/COMMIT_EDITMSG");
  const env = { ARKITEKT_OVERRIDE: REACH };
  for (const message of [
    GOOD,
    "[AB-1] fix: it\n",
    "[AB-1] Régions triées\n",
    `[AB-1] ${"x".repeat(400)}\n`,
    `${GOOD}\n${TRAILER}`,
  ]) {
    const before = said(repo, message, env);
    const written = readFileSync(place, "utf8");
    assert.is(before, message.includes(TRAILER) ? "" : "0 ", message);
    assert.match(written, TRAILER);
    for (const shell of shells) {
      assert.ok(isSettled(repo, message, env, shell), `${shell} ${message}`);
      assert.is(readFileSync(place, "utf8"), written, `${shell} ${message}`);
    }
  }
});

test("is for the program where an exception is asked for in any other way", () => {
  const repo = makeExcepted();
  const asks = (message: string, asked: string, shell = ["sh"]) => {
    const env = { ARKITEKT_OVERRIDE: asked };
    assert.not.ok(isSettled(repo, message, env, shell), `${shell} ${asked} ${message}`);
    assert.is(readFileSync(join(repo.dir, ".git/COMMIT_EDITMSG"), "utf8"), message);
  };
  for (const shell of shells) {
    for (const asked of [
      "",
      "diff-budget: it is large",
      `${REACH}\ndiff-budget: it is large`,
      `${REACH} `,
      ` ${REACH}`,
      "path-fence:a tool of its own",
      "path-fence: a tool  of its own",
      "path-fence: a tool\tof its own",
      "path-fence: ein Werkzeug für sich",
      "path-fence: ",
      "path-fence",
      "*: a tool of its own",
    ])
      asks(GOOD, asked, shell);
    for (const message of [
      ...ASKS,
      `${GOOD}\nWith a body.\n`,
      `${GOOD}\n\n${TRAILER}`,
      `${GOOD}${TRAILER}`,
      `${GOOD}\n${TRAILER}\n`,
      `${GOOD}\n${TRAILER.trim()}`,
      `${GOOD}\n${TRAILER}Signed-off-by: A <a@example.com>\n`,
      `${GOOD}\nSigned-off-by: A <a@example.com>\n`,
      `${GOOD}\n# On branch main\n`,
      "[AB-1] arkitekt-override: path-fence: it\n",
      `[AB-1] ${"x".repeat(3000)}\n`,
    ])
      asks(message, REACH, shell);
  }
  repo.stage({ [LUA]: `${cleanModule}-- more\n` });
  asks(GOOD, REACH);
});

test("is for the program where an exception was not needed, proves itself, or belongs to a commit that is amended", () => {
  const idle = makeJudged();
  judge(idle, { ARKITEKT_OVERRIDE: REACH });
  assert.not.ok(isSettled(idle, GOOD, { ARKITEKT_OVERRIDE: REACH }), "not needed");
  assert.match(said(idle, GOOD, { ARKITEKT_OVERRIDE: REACH }), "path-fence");

  const claim = "diff-budget: mechanical: it moves";
  judge(idle, { ARKITEKT_OVERRIDE: claim });
  assert.not.ok(isSettled(idle, GOOD, { ARKITEKT_OVERRIDE: claim }), "a claim");

  const two = makeExcepted(`${REACH}\ndiff-budget: it is large`);
  assert.not.ok(isSettled(two, GOOD, { ARKITEKT_OVERRIDE: REACH }), "one of two");

  const amended = makeGated({ [LUA]: cleanModule });
  const env = { ARKITEKT_OVERRIDE: REACH };
  amended.stage({ "A/b.lua": cleanModule });
  amended.git("commit", "-qm", GOOD);
  amended.stage({ "elsewhere.lua": cleanModule });
  assert.is(amended.run("git", ["commit", "-q", "--amend", "-m", GOOD], { env }).code, 0);
  assert.is(amended.git("log", "-1", "--format=%B"), `${GOOD}\n${TRAILER}`);
  const receipt = readFileSync(join(amended.dir, ".git/arkitekt-receipt"), "latin1").split("\n")[0] ?? "";
  assert.is(receipt.split(" ").slice(8).join(" "), "", "amended");
});

test("is for the program where pre-commit had to do with more", () => {
  const overridden = makeJudged();
  judge(overridden, { ARKITEKT_OVERRIDE: "diff-budget: it is large" });
  assert.not.ok(isSettled(overridden, GOOD), "with an exception");

  const policy = makeJudged();
  policy.git("reset", "--quiet", "--hard");
  policy.stage({ ".arkitektrc.json": `${policy.git("show", "HEAD:.arkitektrc.json")}\n` });
  assert.is(policy.tryGit("hook", "run", "pre-commit").code, 0);
  assert.not.ok(isSettled(policy, GOOD), "with a change of the policy");

  const tasks = makeJudged({}, { ".codex/tasks/AB-1.json": '{"task":"AB-1","allowlist":["A/**"]}\n' });
  rmSync(join(tasks.dir, ".codex"), { recursive: true });
  assert.not.ok(isSettled(tasks, GOOD), "where tasks are kept, though not on disk");
});

test("has the titles that the policy takes on its branch, as far as grep has words for them", () => {
  const free = makeJudged({ rules: { "task-code": "off" } });
  assert.ok(isSettled(free, "Anything\n"));
  assert.not.ok(isSettled(free, "\n"));
  const none = makeJudged({ taskCode: { patterns: [] } });
  assert.ok(isSettled(none, "Anything\n"));
  const odd = makeJudged({
    taskCode: { patterns: ["^(?<code>AB-1) x$", "^(?<code>(a+)+)!", "^(?<code>Q\\d): ", "^(?<code>x)\\by?"] },
  });
  assert.equal(
    ["AB-1 x\n", "aa!\n", "Q1: sort\n", "x\n", "Q: sort\n"].map((title) => isSettled(odd, title)),
    [false, false, true, false, false],
  );
  const wordless = makeJudged({ taskCode: { patterns: ["^(?<code>AB-1) x$"] } });
  assert.not.ok(isSettled(wordless, "AB-1 x\n"));
  const branches = makeJudged({
    overrides: [{ branches: ["feature/*"], rules: { "task-code": "off" } }],
  });
  assert.not.ok(isSettled(branches, "Anything\n"));
  branches.git("checkout", "--quiet", "-b", "feature/x");
  assert.not.ok(isSettled(branches, GOOD), "judged on another branch");
  judge(branches);
  assert.ok(isSettled(branches, "Anything\n"));
});

test("is judged by the program where the launcher of a hook before it is damaged", () => {
  const repo = makeJudged();
  for (const hook of ["pre-commit", "prepare-commit-msg"]) {
    const launcher = launcherOf(repo, hook);
    const text = readFileSync(launcher, "utf8");
    for (const damaged of ["", "#!/bin/sh\n", text.slice(0, 40)]) {
      writeFileSync(launcher, damaged);
      assert.not.ok(isSettled(repo, GOOD), `${hook} ${damaged.length}`);
      const answer = repo.run("sh", [launcherOf(repo, "commit-msg"), messageFile(repo, GOOD)]);
      assert.match(answer.stderr, `the launcher of ${hook} is damaged`);
      assert.is(answer.code, 2);
    }
    writeFileSync(launcher, text);
  }
  assert.ok(isSettled(repo, GOOD));
});

test("comes from a receipt that is whole", () => {
  const repo = makeJudged();
  const place = join(repo.dir, ".git/arkitekt-receipt");
  const receipt = readFileSync(place, "latin1");
  const line = receipt.split("\n")[0] ?? "";
  const titles = line.split(" ").slice(8).join(" ");
  assert.match(titles, /^\^/);
  for (const [why, text] of [
    ["nothing", ""],
    ["cut before the titles", line.slice(0, line.length - titles.length)],
    ["cut in them", line.slice(0, -3)],
    ["without them", `${line.slice(0, line.length - titles.length)}\n`],
    ["zeroes", "\0".repeat(line.length)],
    ["an older kind", receipt.replace("arkitekt 5", "arkitekt 4")],
  ] as const) {
    writeFileSync(place, text, "latin1");
    assert.not.ok(isSettled(repo, GOOD), why);
    assert.not.ok(isSettled(repo, "Sort\n"), why);
  }
});
