// What a commit is asked while Node starts, with the gate as installed: whatever surrounds it, a bad commit is stopped.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit whose answers are prefetched");
const LUA = "A/a.lua";
const broken = "local = 3\n";
const PATH = process.env["PATH"] ?? "";

const repo = makeGated({ [LUA]: cleanModule, "A/b.lua": cleanModule });
const launcher = (name: string) => join(repo.dir, ".git/arkitekt/_", name);

function assertStopped(env: NodeJS.ProcessEnv, why: string, words: readonly string[] = []): void {
  repo.stage({ [LUA]: broken });
  const answer = repo.run("git", [...words, "commit", "-qm", "[AB-1] Break it"], { env });
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]], `${why}:\n${answer.stderr}`);
}

/** A folder whose `git` is these lines of shell; `$real` is Git. */
function gitOf(lines: string): NodeJS.ProcessEnv {
  const folder = makeFolder();
  const real = PATH.split(":").find((place) => existsSync(join(place, "git")));
  writeFileSync(join(folder, "git"), `#!/bin/sh\nreal=${real}/git\n${lines}\nexec "$real" "$@"\n`, {
    mode: 0o755,
  });
  return { PATH: `${folder}:${PATH}`, GIT: `${real}/git` };
}

/** The shells that a hook may be run by here, each as the words that start it. */
const shells = [
  ["dash"],
  ["bash", "--posix"],
  ["bash"],
  ["busybox", "sh"],
  ["mksh"],
  ["ksh"],
  ["yash"],
].filter(([name = ""]) => PATH.split(":").some((place) => existsSync(join(place, name))));

const twin = repo.clone("twin");
const surroundings: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  "CDPATH that begins with this folder": { CDPATH: ".:/" },
  "CDPATH that is this folder": { CDPATH: repo.dir },
  "CDPATH that leads to a twin": { CDPATH: twin.dir },
  "a shell that stops at the first fault": { SHELLOPTS: "errexit:nounset:pipefail" },
  "a shell that says what it does": { SHELLOPTS: "xtrace:verbose" },
  "functions in the environment": {
    "BASH_FUNC_git%%": '() { command git "$@"; echo more; }',
    "BASH_FUNC_cd%%": '() { builtin cd "$@" && echo "$PWD"; }',
  },
  "words of the script's own": {
    ref: "x",
    base: "x",
    prior: "x",
    PWD: "/",
    OLDPWD: "/",
    IFS: "abcdef0123456789",
  },
  "a prefix": { GIT_PREFIX: "A/" },
  "tracing of all kinds": {
    GIT_TRACE_SETUP: "1",
    GIT_TRACE_PACKET: "1",
    GIT_TRACE_PERFORMANCE: "1",
    GIT_TRACE2: "1",
    GIT_TRACE2_EVENT: "1",
  },
  "options of Git's own": {
    GIT_EXTERNAL_DIFF: "true",
    GIT_PAGER: "false",
    GIT_DIFF_OPTS: "--unified=9",
    GIT_FLUSH: "1",
  },
};

for (const [title, env] of Object.entries(surroundings)) {
  test(`is stopped with ${title}`, () => {
    assertStopped(env, title);
    for (const words of shells) {
      const [shell = "", ...more] = words;
      const { code, stderr } = repo.run(shell, [...more, launcher("pre-commit")], { env });
      assert.equal([code, rulesIn(stderr)], [1, ["lua-parse"]], `${words.join(" ")}:\n${stderr}`);
    }
  });
}

test("is stopped where a twin that holds nothing staged could be asked instead", () => {
  twin.stage({ "A/other.lua": `${cleanModule}-- more\n` });
  assertStopped({ CDPATH: twin.dir }, "twin");
});

const faultyGit =
  "is stopped by what Git says the second time, when a call is cut short, fails or says nothing";
if (!existsSync("/proc/self/comm")) test.skip(faultyGit, "there is no /proc");
else
  test(faultyGit, () => {
    const faults = {
      "dies in the middle": 'case "$*" in *diff-index*) "$real" "$@" | head -c 300; kill -9 $$ ;; esac',
      "writes half and says it is well":
        'case "$*" in *cat-file*) head -n 12 | "$real" "$@" | head -c 200; exit 0 ;; esac',
      "answers nothing": 'case "$*" in *diff-index*|*cat-file*) exit 0 ;; esac',
      "fails after the answer": 'case "$*" in *diff-index*) "$real" "$@"; exit 3 ;; esac',
      "chatters on standard error": "echo chatter >&2",
      "dies when it is asked for more":
        'case "$*" in *cat-file*) head -n 12 | "$real" "$@"; kill -9 $$ ;; esac',
      "ends well when it is asked for more":
        'case "$*" in *cat-file*) head -n 12 | "$real" "$@"; exit 0 ;; esac',
      "gives half of what it is asked for":
        'case "$*" in *cat-file*) head -n 12 | "$real" "$@"; read -r id; printf "%s blob 90\\nhalf" "$id"; exit 0 ;; esac',
    };
    for (const [title, lines] of Object.entries(faults)) {
      repo.stage({ [LUA]: broken });
      // Only what the launcher asks is disturbed: the program finds Git itself.
      const env = onlyInTheLauncher(lines);
      const { code, stderr } = repo.run("sh", [launcher("pre-commit")], { env });
      assert.equal([code, rulesIn(stderr)], [1, ["lua-parse"]], `${title}:\n${stderr}`);
    }
  });

/** `lines` as far as the launcher's own calls go: those whose parent is a shell. */
function onlyInTheLauncher(lines: string): NodeJS.ProcessEnv {
  return gitOf(
    `case "$(cat /proc/$PPID/comm 2>/dev/null)" in node*|MainThread) exec "$real" "$@" ;; esac\n${lines}`,
  );
}

const moving =
  'case "$*" in *cat-file*) [ -e "$MOVED" ] || { : >"$MOVED"; "$real" update-ref refs/heads/main "$TO"; } ;; esac';

test("is judged against the commit that HEAD is by the time Git is asked", () => {
  const other = makeGated({ [LUA]: cleanModule });
  const first = other.id("HEAD");
  const second = other.commit("second", { [LUA]: broken });
  other.git("update-ref", "refs/heads/main", first);
  const said = (env: NodeJS.ProcessEnv) =>
    other.run("sh", [join(other.dir, ".git/arkitekt/_/pre-commit")], { env });
  assert.is(said({}).code, 1, "against the first commit the file is broken now");
  const env = { ...gitOf(moving), MOVED: join(makeFolder(), "moved"), TO: second };
  assert.equal([said(env).code, other.id("HEAD")], [0, second], "against the second one nothing is staged");
  other.git("update-ref", "refs/heads/main", second);
  const back = { ...gitOf(moving), MOVED: join(makeFolder(), "moved"), TO: first };
  assert.equal([said(back).code, other.id("HEAD")], [1, first]);
});

test("starts four Git processes a hook at most, and each of them ends", async () => {
  const other = makeGated({ [LUA]: cleanModule, "A/linked.lua": { symlink: "../shared/lib.txt" } });
  other.stage({ [LUA]: `${cleanModule}-- more\n`, "A/new.lua": cleanModule });
  const message = join(other.dir, ".git/COMMIT_EDITMSG");
  // The shell lets none of several lines pass by itself.
  writeFileSync(message, "[AB-1] Say\nmore\n");
  for (const [hook, args] of [
    ["pre-commit", []],
    ["commit-msg", [message]],
  ] as const) {
    const trace = join(makeFolder(), "trace");
    const env = { GIT_TRACE2_EVENT: trace };
    const { code, stderr } = other.run("sh", [join(other.dir, ".git/arkitekt/_", hook), ...args], { env });
    assert.is(code, 0, stderr);
    const count = (event: string) => readFileSync(trace, "utf8").split(`"event":"${event}"`).length - 1;
    assert.ok(count("start") >= 2 && count("start") <= 4, `${hook}: ${count("start")}`);
    for (let tries = 0; count("atexit") < count("start") && tries < 50; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.is(count("atexit"), count("start"), hook);
  }
});

test("loads none of Node's streams, terminals, digests and processes where there is nothing to say", () => {
  const other = makeGated({ [LUA]: cleanModule });
  other.stage({ "A/notes.txt": "x\n" });
  writeFileSync(join(other.dir, ".git/MSG"), "[AB-1] Say more\n");
  const programs = join(other.dir, ".git/arkitekt/program");
  const program = join(programs, readdirSync(programs)[0] ?? "");
  const list = join(makeFolder(), "loaded.cjs");
  const loaded =
    "process.moduleLoadList.filter((name) => /^NativeModule (stream|tty|crypto|child_process|v8)$/.test(name))";
  writeFileSync(list, `process.on("exit", () => require("fs").writeSync(1, ${loaded}.join()));\n`);
  const started = (name: string, asked: string, ...args: readonly string[]) =>
    `. "${program}/hooks/prefetch.sh"; prefetched ${asked} "${process.execPath}" -r "${list}" "${program}/dist/arkitekt.cjs" hook ${name} --prefetched ${args.join(" ")}`;
  const run = (line: string) => other.run("sh", ["-c", line]);
  const passes = { code: 0, stdout: "", stderr: "" };
  assert.equal(run(started("pre-commit", "staged")), passes);
  assert.equal(run(started("commit-msg", "message", ".git/MSG")), passes);
  if (existsSync("/proc/self/fd")) {
    other.git("rm", "-q", "--cached", "A/notes.txt");
    // On a busy machine the launcher's Git may answer too late, and then another one is asked. The files are as many as make it set V8's flags.
    const tries = [1, 2, 3].map((count) => {
      const text = `${cleanModule}-- ${count}\n`;
      other.stage({ [LUA]: text, "A/b.lua": text, "A/c.lua": text });
      return run(started("pre-commit", "staged"));
    });
    assert.equal(
      tries.find(({ stdout }) => stdout === ""),
      passes,
      "Lua, through the launcher's Git",
    );
  }
  // Where there is something to say it loads them, so that the list is known to work.
  other.stage({ [LUA]: broken });
  assert.match(run(started("pre-commit", "staged")).stdout, /tty/);
});

test("is stopped in one line when a part of the program is lost or emptied", () => {
  const other = makeGated({ [LUA]: cleanModule });
  const programs = join(other.dir, ".git/arkitekt/program");
  const part = join(programs, readdirSync(programs)[0] ?? "", "hooks/prefetch.sh");
  other.stage({ [LUA]: broken });
  const run = (words: readonly string[]) =>
    other.run(words[0] ?? "", [...words.slice(1), join(other.dir, ".git/arkitekt/_/pre-commit")]);
  for (const words of shells) assert.equal(rulesIn(run(words).stderr), ["lua-parse"], words.join(" "));
  writeFileSync(part, "");
  for (const words of [...shells, ...shells]) {
    const { code, stderr } = run(words);
    assert.is(code, 2, words.join(" "));
    assert.match(
      stderr,
      /^arkitekt: pre-commit blocked: a part of its program is gone or empty.*npx arkitekt install.*\n$/,
    );
    rmSync(part, { force: true });
  }
  assert.match(arkitekt(other, ["doctor"]).stdout, /damaged or gone/);
  assert.is(arkitekt(other, ["install"]).code, 0);
  assert.equal([other.tryGit("commit", "-qm", "[AB-1] x").code, existsSync(part)], [1, true]);
  assert.is(arkitekt(other, ["uninstall"]).code, 0);
  assert.is(existsSync(part), false);
});

const bash = shells.find(([name]) => name === "bash");
if (bash === undefined) test.skip("goes through in a shell that takes every fault for its end", "no bash");
else
  test("goes through in a shell that takes every fault for its end, when it is clean", () => {
    const other = makeGated({ [LUA]: cleanModule });
    // More than the program takes from the launcher, which is then cut off.
    for (let part = 0; part < 8; part++)
      writeFileSync(join(other.dir, `${part}.txt`), `${"y".repeat(9 << 20)}\n`);
    writeFileSync(join(other.dir, ".git/MSG"), "[AB-1] Say more\n");
    const env = { SHELLOPTS: "errexit:nounset:pipefail" };
    const run = (name: string, ...args: readonly string[]) =>
      other.run("bash", ["--posix", join(other.dir, ".git/arkitekt/_", name), ...args], { env });
    assert.equal(run("commit-msg", ".git/MSG"), { code: 0, stdout: "", stderr: "" });
    other.stage({ "A/small.lua": cleanModule });
    assert.equal(run("pre-commit"), { code: 0, stdout: "", stderr: "" });
    other.git("add", ".");
    const large = run("pre-commit");
    assert.ok(!/lua-parse/.test(large.stderr) && large.code <= 1, `${large.code}: ${large.stderr}`);
    other.stage({ [LUA]: broken });
    const { code, stderr } = run("pre-commit");
    assert.is(code, 1);
    assert.ok(rulesIn(stderr).includes("lua-parse"), stderr);
  });
