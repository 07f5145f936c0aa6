// `git commit --no-verify` skips pre-commit and not prepare-commit-msg, which looks for what pre-commit left.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { arkitekt, makeGated } from "../support/gated.ts";
import { makeFolder, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit with --no-verify");

const settings = {
  agentBranches: ["codex/*"],
  rules: { "task-code": "off", "task-branch": "off" },
};

/** A module that no commit has yet. */
let count = 0;
const fresh = () => `local M = {}\n\nM.n${++count} = ${count}\n\nreturn M\n`;

type Found = "quiet" | "refused" | "warned";

/** What prepare-commit-msg made of a command; one that is refused leaves HEAD where it was. */
function found(
  repo: TestRepo,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Found {
  const head = repo.run("git", ["rev-parse", "HEAD"], options).stdout;
  const { code, stderr } = repo.run("git", args, options);
  if (/blocked: this commit skipped pre-commit/.test(stderr)) {
    assert.is(code, 1);
    assert.is(repo.run("git", ["rev-parse", "HEAD"], options).stdout, head);
    return "refused";
  }
  assert.is(code, 0, `git ${args.join(" ")}\n${stderr}`);
  return /warning: this commit skipped pre-commit/.test(stderr) ? "warned" : "quiet";
}

const EDITOR = { GIT_EDITOR: "sh -c 'echo words >$1' -", GIT_SEQUENCE_EDITOR: "true" };

test("is refused on an agent's branch, however it is given, and nothing else is", () => {
  const repo = makeGated({ "A/core/one.lua": fresh(), "A/core/two.lua": fresh() }, settings);
  repo.git("checkout", "--quiet", "-b", "codex/t");
  const [one, two] = ["A/core/one.lua", "A/core/two.lua"];
  const stage = () => repo.stage({ [one]: fresh() });
  const is = (expected: Found, ...args: readonly string[]) =>
    assert.is(found(repo, args, { env: EDITOR }), expected, args.join(" "));

  stage();
  is("quiet", "commit", "-qm", "judged");
  stage();
  is("refused", "commit", "-q", "--no-verify", "-m", "x");
  is("refused", "commit", "-q", "-n");
  is("refused", "commit", "-qn", "--amend", "-m", "x");
  is("quiet", "commit", "-q", "--amend", "-m", "amended");
  repo.write({ [one]: fresh() });
  is("refused", "commit", "-qnam", "x");
  repo.stage({ [two]: fresh() });
  is("quiet", "commit", "-qm", "a path", one);
  repo.write({ [one]: fresh() });
  is("refused", "commit", "-qnm", "x", one);
  repo.git("reset", "--quiet", "--hard");

  // What changes no file, and what Git makes of other commits.
  is("quiet", "commit", "-q", "--amend", "-n", "-m", "other words");
  is("quiet", "commit", "-q", "--amend", "-n", "--no-edit");
  is("quiet", "commit", "-qn", "--allow-empty", "-m", "nothing");
  repo.git("mv", two, "A/core/three.lua");
  is("quiet", "commit", "-q");
  repo.git("branch", "codex/side", "HEAD~1");
  const side = ".git/side";
  repo.git("worktree", "add", "--quiet", side, "codex/side");
  writeFileSync(join(repo.dir, side, "A/core/side.lua"), fresh());
  repo.run("git", ["add", "-A"], { cwd: side });
  assert.is(found(repo, ["commit", "-qm", "beside"], { cwd: side }), "quiet");
  writeFileSync(join(repo.dir, side, "A/core/side.lua"), fresh());
  assert.is(found(repo, ["commit", "-qnam", "x"], { cwd: side }), "refused");

  is("quiet", "cherry-pick", "codex/side");
  is("quiet", "revert", "--no-edit", "HEAD");
  is("quiet", "revert", "-e", "HEAD");
  is("quiet", "reset", "--hard", "-q", "HEAD~3");
  is("quiet", "merge", "-q", "--no-ff", "-m", "joined", "codex/side");
  repo.git("reset", "--quiet", "--hard", "HEAD~1");
  is("quiet", "merge", "-q", "--no-ff", "--no-verify", "-m", "joined", "codex/side");
  repo.git("reset", "--quiet", "--hard", "HEAD~1");
  is("quiet", "rebase", "-q", "codex/side");
  const sequence = { ...EDITOR, GIT_SEQUENCE_EDITOR: "sed -i -e 1s/pick/reword/ -e 2s/pick/squash/" };
  assert.is(found(repo, ["rebase", "-q", "-i", "HEAD~2"], { env: sequence }), "quiet");
});

test("is refused where commit-msg refused the same change before", () => {
  const repo = makeGated({ "A/core/one.lua": fresh() }, { ...settings, noVerify: "refuse", rules: {} });
  repo.stage({ "A/core/one.lua": fresh() });
  assert.match(repo.tryGit("commit", "-qm", "no task").stderr, "task-code");
  assert.is(found(repo, ["commit", "-qnm", "no task"]), "refused");
  assert.is(found(repo, ["commit", "-qm", "[AB-1] A task"]), "quiet");
});

test("is warned of on a person's branch, and is what the policy says elsewhere", () => {
  const repo = makeGated({ "A/core/one.lua": fresh() }, settings);
  const again = (...args: readonly string[]) => {
    repo.stage({ "A/core/one.lua": fresh() });
    return found(repo, ["commit", "-qn", "-m", "x", ...args]);
  };
  assert.is(again(), "warned");
  repo.stage({ "A/core/one.lua": fresh() });
  assert.is(found(repo, ["commit", "-qnm", "x"], { env: { ARKITEKT: "0" } }), "quiet");
  for (const [noVerify, expected] of [
    ["allow", "quiet"],
    ["refuse", "refused"],
  ] as const) {
    const policy = { ...JSON.parse(readFileSync(join(repo.dir, ".arkitektrc.json"), "utf8")), noVerify };
    repo.git("reset", "--quiet", "--hard");
    repo.stage({ ".arkitektrc.json": JSON.stringify(policy) });
    repo.run("git", ["commit", "-qm", "policy"], { env: { ARKITEKT: "0" } });
    assert.is(again(), expected, noVerify);
  }
  // The shell of an agent is told what to do and no way round it.
  const { stderr } = repo.run("git", ["commit", "-qnm", "x"], { env: { AI_AGENT: "1" } });
  assert.match(stderr, /^git commit {3}# blocked: hooks were skipped/);
  assert.not.match(stderr, /ARKITEKT=0|noVerify|--no-verify/);
});

test("a hook of the user for the message runs before, and a damaged receipt is none", () => {
  const repo = makeGated({ "A/core/one.lua": fresh() }, { ...settings, noVerify: "refuse" });
  arkitekt(repo, ["uninstall"]);
  repo.hook("prepare-commit-msg", `echo "own: $2" >&2`);
  assert.is(arkitekt(repo, ["install", "--chain"]).code, 0);
  repo.stage({ "A/core/one.lua": fresh() });
  const judged = repo.run("git", ["commit", "-qm", "x"]);
  assert.match(judged.stderr, "own: message");
  assert.is(judged.code, 0, judged.stderr);
  const place = join(repo.dir, ".git/arkitekt-receipt");
  const receipt = readFileSync(place, "utf8");
  assert.match(
    receipt,
    /^arkitekt 5 [0-9a-f]{40} refs\/heads\/main [0-9a-f]{40} = \d+(?::[0-9a-f]{2}){20} plain \S*\n:100644 100644 /,
  );
  repo.stage({ "A/core/one.lua": fresh() });
  for (const text of [receipt, receipt.slice(0, 60), "", `${receipt.slice(0, 50)}\0\0\0`]) {
    writeFileSync(place, text);
    assert.is(found(repo, ["commit", "-qnm", "x"]), "refused", JSON.stringify(text));
  }
  arkitekt(repo, ["uninstall"]);
  assert.is(existsSync(place), false);
});

test("the shell alone lets pass what pre-commit let pass, and leaves all else to the program", () => {
  const repo = makeGated({ "A/core/one.lua": fresh() }, settings);
  const script = fileURLToPath(new URL("../../hooks/receipt.sh", import.meta.url));
  const settled = () =>
    repo.run("sh", ["-c", `. "${script}"; receipt .git/COMMIT_EDITMSG message`], { env: { GIT_DIR: ".git" } })
      .code;
  const judge = () => assert.is(repo.tryGit("hook", "run", "pre-commit").code, 0);
  assert.is(settled(), 1, "nothing was judged");
  repo.stage({ "A/core/one.lua": fresh(), "A/core/ü\n.lua": fresh() });
  judge();
  assert.is(settled(), 0);
  repo.stage({ "A/core/two.lua": fresh() });
  assert.is(settled(), 1, "more is staged than was judged");
  judge();
  assert.is(settled(), 0);
  repo.run("git", ["commit", "-q", "--allow-empty", "--only", "-m", "between"], { env: { ARKITEKT: "0" } });
  assert.is(settled(), 1, "it was judged on another commit");
});

for (const [what, options, make] of [
  ["an ordinary index", {}, () => {}],
  ["one of SHA-256", { objectFormat: "sha256" }, () => {}],
  ["a split one", {}, (repo: TestRepo) => void repo.git("update-index", "--split-index")],
  ["one of version 4", {}, (repo: TestRepo) => void repo.git("update-index", "--index-version", "4")],
] as const) {
  test(`the shell asks no Git where ${what} ends as the one that was judged, and Git where it does not`, () => {
    const repo = makeGated({ "A/core/one.lua": fresh() }, settings, options);
    const script = fileURLToPath(new URL("../../hooks/receipt.sh", import.meta.url));
    const trace = join(repo.dir, "../trace");
    const settled = () => {
      rmSync(trace, { force: true });
      const env = { GIT_DIR: ".git", GIT_TRACE2_EVENT: trace };
      const words = ["-c", `. "${script}"; receipt .git/COMMIT_EDITMSG message`];
      return [repo.run("sh", words, { env }).code === 0, existsSync(trace)];
    };
    const judge = () => assert.is(repo.tryGit("hook", "run", "pre-commit").code, 0);
    make(repo);
    const judged = fresh();
    repo.stage({ "A/core/one.lua": judged });
    judge();
    assert.equal(settled(), [true, false]);
    const index = join(repo.dir, ".git/index");
    const before = readFileSync(index);
    repo.stage({ "A/core/one.lua": fresh() });
    assert.equal(settled(), [false, true], "other contents");
    repo.stage({ "A/core/one.lua": judged, "A/core/more.lua": fresh() });
    assert.equal(settled(), [false, true], "more");
    repo.git("rm", "-q", "--cached", "A/core/more.lua");
    repo.git("update-index", "--force-write-index");
    if (!readFileSync(index).equals(before)) assert.equal(settled(), [true, true], "the same, written anew");
    writeFileSync(index, before);
    assert.equal(settled(), [true, false]);
    writeFileSync(index, Buffer.concat([before.subarray(0, -20), Buffer.alloc(20)]));
    judge();
    assert.equal(settled(), [true, true], "without a checksum nothing is known by it");
  });
}

test("what is staged while pre-commit looks at the index is not taken for judged", () => {
  const repo = makeGated({ "A/core/one.lua": fresh() }, settings);
  const script = fileURLToPath(new URL("../../hooks/receipt.sh", import.meta.url));
  const words = ["-c", `. "${script}"; receipt .git/COMMIT_EDITMSG message`];
  const folder = makeFolder();
  const path = `${folder}:${repo.env["PATH"]}`;
  for (const [moment, expected] of [
    ["before", 0],
    ["after", 1],
  ] as const) {
    repo.git("reset", "-q");
    repo.stage({ "A/core/one.lua": fresh() });
    writeFileSync(
      join(folder, "git"),
      `#!/bin/sh
PATH=\${PATH#*:}
late() {
  case "$*" in *" diff-index "*" -p "*)
    (unset GIT_DIR GIT_WORK_TREE; cd "${repo.dir}" && git update-index --add --cacheinfo "100644,${repo.id("HEAD:A/core/one.lua")},A/core/late.lua") ;;
  esac
}
${moment === "before" ? 'late "$@"' : ""}
git "$@"
code=$?
${moment === "after" ? 'late "$@"' : ""}
exit $code
`,
      { mode: 0o755 },
    );
    const judged = repo.run(join(repo.dir, ".git/arkitekt/_/pre-commit"), [], { env: { PATH: path } });
    assert.is(judged.code, 0, judged.stderr);
    assert.match(repo.git("ls-files", "-s"), "late.lua");
    assert.is(repo.run("sh", words, { env: { GIT_DIR: ".git" } }).code, expected, moment);
  }
});
