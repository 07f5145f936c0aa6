// What a power cut, a full disk or a flipped bit makes of the gate's own files: a bad change is stopped all the same, with a line
// of the gate that says what to do, and what the program can mend by itself it mends.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { filesBelow } from "../../../src/system/folders.ts";
import { checksumList } from "../../../src/system/program/checksums.ts";
import { arkitekt, cleanModule, makeGated, rulesIn, unwrapped } from "../../support/gated.ts";
import { gate, recorderPackage, runHusky, tryCommit } from "../../support/install/clone-under-test.ts";
import { type Answer, makeFolder, makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a damaged gate");
const BROKEN = "local = 3\n";

const repo = makeGated({ "A/a.lua": cleanModule });
const remote = repo.addRemote("origin");
repo.git("push", "-q", "--no-verify", "origin", "main");
const start = repo.id("HEAD");
const home = join(repo.dir, ".git/arkitekt");
const program = join(home, "program", readdirSync(join(home, "program"))[0] ?? "");
/** The parts that a commit begins with, each of which has compiled code: the last two hold most of it. */
const PARTS = ["cli-main.cjs", "hooks-pre-commit.cjs", "gate-forgiven-lines.cjs"];
const cacheOf = (part: string) =>
  join(program, "cache", `${part}-pre-commit-${process.version}-${process.arch}`);

const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  emptied: () => Buffer.alloc(0),
  "cut in half": (bytes) => bytes.subarray(0, bytes.length >> 1),
  zeroed: (bytes) => Buffer.alloc(bytes.length),
  "with one bit flipped": (bytes) => flipped(bytes, bytes.length >> 1, 3),
};

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Back to the start; what is known of a step needs not all of the program. */
function begin(): void {
  repo.git("reset", "-q", "--hard", start);
  rmSync(join(program, "cache/steps"), { force: true });
}

function commit(text: string, env: NodeJS.ProcessEnv = {}): Answer {
  begin();
  repo.stage({ "A/b.lua": text });
  return repo.run("git", ["commit", "-qm", "[AB-1] Add one"], { env });
}

function push(env: NodeJS.ProcessEnv = {}): Answer {
  begin();
  repo.commit("[AB-1] Break it", { "A/b.lua": BROKEN });
  return repo.run("git", ["push", "-q", "origin", "HEAD:main"], { env });
}

function assertToldAndStopped({ code, stderr }: Answer, what: string): void {
  assert.not.equal(code, 0, what);
  assert.match(stderr, /^arkitekt: .*\n?.*npx arkitekt install/m, `${what}: ${stderr}`);
}

/** Does something while a file holds something else. */
function withFile(path: string, bytes: Buffer, work: () => void): void {
  const before = readFileSync(path);
  writeFileSync(path, bytes);
  try {
    work();
  } finally {
    writeFileSync(path, before);
  }
}

for (const [damage, hurt] of Object.entries(DAMAGES)) {
  test(`a file of the program that is ${damage} stops commits and pushes, with what to do`, () => {
    // One bit of the list is the checksum of one file, which most commits do without.
    const list = damage === "with one bit flipped" ? [] : ["dist/checksums"];
    for (const part of [
      "dist/arkitekt.cjs",
      ...PARTS.map((name) => `dist/${name}`),
      "hooks/prefetch.sh",
      "hooks/receipt.sh",
      ...list,
    ]) {
      const path = join(program, part);
      withFile(path, hurt(readFileSync(path)), () => {
        const what = `${part} ${damage}`;
        assertToldAndStopped(commit(cleanModule), what);
        assertToldAndStopped(commit(BROKEN), what);
        // A push needs neither.
        if (part.endsWith(".sh") || part === "dist/hooks-pre-commit.cjs") return;
        assertToldAndStopped(push(), what);
      });
    }
    for (const [hook, tries] of [
      ["pre-commit", () => commit(cleanModule)],
      ["prepare-commit-msg", () => commit(cleanModule)],
      ["commit-msg", () => commit(cleanModule)],
      ["pre-push", push],
    ] as const) {
      const path = join(program, "hooks", hook);
      withFile(path, hurt(readFileSync(path)), () => assertToldAndStopped(tries(), `${hook} ${damage}`));
    }
    assert.is(remote.id("main"), start);
    assert.is(commit(cleanModule).code, 0);
  });

  test(`a launcher that is ${damage} does not go unseen`, () => {
    const hurtOne = (hook: string, work: () => void) =>
      withFile(join(home, "_", hook), hurt(readFileSync(join(home, "_", hook))), work);
    for (const hook of ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]) {
      hurtOne(hook, () => {
        const answer = commit(BROKEN);
        assert.not.equal(answer.code, 0, `${hook} ${damage}`);
        assert.match(answer.stderr, /^arkitekt: /m);
        const { code, stdout } = arkitekt(repo, ["doctor"]);
        assert.is(code, 1, stdout);
        assert.match(stdout, `the launcher of ${hook}`);
        // What doctor recommends does help.
        assert.is(arkitekt(repo, ["install"]).code, 0);
        assert.is(commit(cleanModule).code, 0);
      });
    }
  });

  test(`a code cache that is ${damage} is made anew, and judges as before`, () => {
    const [, main = "", lua = ""] = PARTS.map(cacheOf);
    withFile(main, hurt(readFileSync(main)), () => {
      withFile(lua, hurt(readFileSync(lua)), () => {
        assert.is(commit(cleanModule).code, 0);
        for (const cache of [main, lua]) assert.ok(readFileSync(cache).length > 100_000);
        assert.equal(rulesIn(commit(BROKEN).stderr), ["lua-parse"]);
      });
    });
  });
}

test("a bit flipped anywhere in the code cache lets no bad commit pass and stops no good one", () => {
  let seed = 7;
  for (let turn = 0; turn < 12; turn++) {
    const cache = cacheOf(PARTS[turn % PARTS.length] ?? "");
    const whole = readFileSync(cache);
    seed = (seed * 1103515245 + 12345) % 2147483648;
    withFile(cache, flipped(whole, seed % whole.length, turn % 8), () => {
      assert.is(commit(cleanModule).code, 0, `bit ${turn % 8} of byte ${seed % whole.length}`);
      writeFileSync(cache, flipped(whole, seed % whole.length, turn % 8));
      assert.equal(rulesIn(commit(BROKEN).stderr), ["lua-parse"], `byte ${seed % whole.length}`);
    });
  }
});

test("a code cache of another program of the same length is not obeyed", () => {
  const main = join(program, "dist/cli-run-command.cjs");
  const list = join(program, "dist/checksums");
  const [text, checksums] = [readFileSync(main, "latin1"), readFileSync(list)];
  const other = text.replace('"0.1.0"', '"0.1.9"');
  assert.is(other.length, text.length);
  assert.not.equal(other, text);
  const files = filesBelow(program).filter((path) => path !== "dist/checksums" && !path.startsWith("cache"));
  withFile(main, Buffer.from(other, "latin1"), () => {
    writeFileSync(list, checksumList(files.map((path) => [path, readFileSync(join(program, path))])));
    assert.is(arkitekt(repo, ["--version"]).stdout, "0.1.0\n");
    assert.is(
      repo.run(process.execPath, [join(program, "dist/arkitekt.cjs"), "--version"]).stdout,
      "0.1.9\n",
    );
    writeFileSync(list, checksums);
  });
  assert.is(repo.run(process.execPath, [join(program, "dist/arkitekt.cjs"), "--version"]).stdout, "0.1.0\n");
});

test("a list of checksums with other sizes, or none, lets nothing pass", () => {
  const list = join(program, "dist/checksums");
  const text = readFileSync(list, "latin1");
  const line = /^[0-9a-f]{8}-\d+ dist\/cli-main\.cjs$/m;
  assert.match(text, line);
  for (const size of ["", "0", "7", "-1", "x", "1e3", "99999999", "999999999999999999"])
    withFile(list, Buffer.from(text.replace(line, `00000000-${size} dist/cli-main.cjs`), "latin1"), () => {
      const { code, stderr } = repo.run(process.execPath, [join(program, "dist/arkitekt.cjs"), "--version"]);
      assert.is(code, 2, `${size}: ${stderr}`);
      assert.match(stderr, /damaged or gone, so nothing was judged: .*cli-main\.cjs\n→ put it back/, size);
    });
});

test("doctor names damaged files, and ends with 1, whichever they are", () => {
  for (const part of ["package.json", "dist/cli-main.cjs", "hooks/pre-push", "schemas/policy.schema.json"]) {
    withFile(join(program, part), Buffer.alloc(0), () => {
      const { code, stdout, stderr } = arkitekt(repo, ["doctor"]);
      assert.is(code, 1, `${part}: ${stderr}`);
      assert.match(stdout, "damaged or gone");
      assert.match(stdout, "The gate does not hold");
    });
  }
  assert.is(arkitekt(repo, ["doctor"]).code, 0);
});

test("doctor names emptied files that no hook of Git calls, and helps", () => {
  for (const [path, says] of [
    ["arkitekt/agent", "what coding agents call is not as install wrote it"],
    ["arkitekt/command", "what `git arkitekt` starts is not as install wrote it"],
    ["hooks/pre-commit", "hooks/pre-commit is empty"],
  ] as const) {
    const place = join(repo.dir, ".git", path);
    const text = readFileSync(place, "utf8");
    if (path !== "hooks/pre-commit") {
      rmSync(place);
      const { code, stdout } = arkitekt(repo, ["doctor"]);
      assert.is(code, 0, stdout);
      assert.match(unwrapped(stdout), says.replace("not as install wrote it", "gone"));
      writeFileSync(place, "", { mode: 0o755 });
    }
    writeFileSync(place, "");
    const { code, stdout } = arkitekt(repo, ["doctor"]);
    assert.is(code, 0, stdout);
    assert.match(unwrapped(stdout), says);
    if (path === "hooks/pre-commit") rmSync(place);
    assert.is(arkitekt(repo, ["install"]).code, 0);
    assert.is(readFileSync(place, "utf8"), text);
    assert.not.match(arkitekt(repo, ["doctor"]).stdout, "flaw");
  }
});

test("a launcher that somebody edited is named, even where the program would still be asked", () => {
  const path = join(home, "_/pre-push");
  const text = readFileSync(path, "utf8");
  withFile(path, Buffer.from(text.replace("#!/bin/sh\n", "#!/bin/sh\nexit 0\n")), () => {
    const { code, stdout } = arkitekt(repo, ["doctor"]);
    assert.is(code, 1);
    assert.match(stdout, "is not as install wrote it");
  });
});

test("a launcher cut anywhere comes to no end that passes, and says so", async () => {
  const clone = makeRepo({ "a.lua": "return 1\n" });
  await gate(clone);
  const launcher = join(clone.dir, ".git/arkitekt/_/pre-commit");
  const text = readFileSync(launcher, "utf8");
  const first = text.indexOf("# Laid by");
  const end = text.lastIndexOf('main "$@"');
  for (const shell of ["dash", "bash"]) {
    for (let at = first; at < end; at += 61) {
      writeFileSync(launcher, text.slice(0, at));
      const { code, stderr } = clone.run(shell, [launcher]);
      assert.not.equal(code, 0, `${shell}: ${at} of ${text.length} bytes`);
      assert.match(stderr, /^arkitekt: pre-commit blocked: .*npx arkitekt install/m, `${shell}: ${at}`);
    }
  }
});

test("a file of ours that is cut within its first command passes nothing, whichever programs there are", async () => {
  const clone = makeRepo({ "a.lua": "return 1\n" });
  await gate(clone);
  // Whatever word the rest is, there is a program of that name, and it ends well.
  const folder = makeFolder();
  const env = { PATH: `${folder}:${process.env["PATH"]}` };
  for (const laid of ["arkitekt/_/pre-commit", "hooks/pre-commit"]) {
    const path = join(clone.dir, ".git", laid);
    const [start = "", command = ""] = readFileSync(path, "utf8").split(/(?<=\n)/);
    assert.is(start, "#!/bin/sh\n");
    for (const [word] of command.matchAll(/\w+/g)) {
      for (let end = 1; end <= word.length; end++) {
        writeFileSync(join(folder, word.slice(0, end)), "#!/bin/sh\n", { mode: 0o755 });
      }
    }
    for (const shell of ["dash", "bash"]) {
      for (let at = 1; at < command.length; at++) {
        writeFileSync(path, start + command.slice(0, at));
        const { code } = clone.run(shell, [path], { env });
        assert.not.equal(code, 0, `${laid}, ${shell}: ${JSON.stringify(command.slice(0, at))}`);
      }
    }
  }
});

test("a file of ours that is cut behind its first command, which is short, says so", async () => {
  const clone = makeRepo({ "a.lua": "return 1\n" });
  await gate(clone);
  for (const laid of ["arkitekt/_/pre-commit", "hooks/pre-commit", "arkitekt/configured"]) {
    const path = join(clone.dir, ".git", laid);
    const text = readFileSync(path, "utf8");
    const begin = text
      .split(/(?<=\n)/)
      .slice(0, 2)
      .join("").length;
    assert.ok(begin < 100, `${laid}: ${begin}`);
    for (const shell of ["dash", "bash"]) {
      for (let at = begin - 1; at < text.indexOf("# Laid by"); at += 11) {
        writeFileSync(path, text.slice(0, at));
        const { code, stderr } = clone.run(shell, [path, "pre-commit"]);
        assert.not.equal(code, 0, `${laid}, ${shell}: ${at}`);
        assert.match(stderr, /^arkitekt: .*npx arkitekt install/m, `${laid}, ${shell}: ${at}`);
      }
    }
  }
});

test("a launcher that is emptied passes nothing where another file of ours leads to it, and says so", async () => {
  const clone = makeRepo({ "a.lua": "return 1\n", ".husky/pre-push": "true\n" });
  runHusky(clone);
  await gate(clone);
  const lines = readFileSync(join(clone.dir, ".husky/pre-push"), "utf8");
  assert.match(lines, "# >>> arkitekt");
  const launcher = join(clone.dir, ".git/arkitekt/_/pre-push");
  const text = readFileSync(launcher, "utf8");
  const ways = { ".git/arkitekt/configured": "pre-push", ".git/hooks/pre-push": "", ".husky/pre-push": "" };
  for (const [way, name] of Object.entries(ways)) {
    const words = [way, name, "origin", "url"].filter((word) => word !== "");
    for (const shell of ["dash", "bash"]) {
      for (const cut of ["", "#", "#!/bin/sh", "#!/bin/sh\n", text.slice(0, 30)]) {
        writeFileSync(launcher, cut);
        const { code, stderr } = clone.run(shell, ["-e", ...words]);
        assert.is(code, 2, `${way}, ${shell}: ${JSON.stringify(cut)}`);
        assert.match(stderr, /^arkitekt: pre-push blocked: .*npx arkitekt install/m, `${way}, ${shell}`);
        assert.is(clone.run(shell, ["-e", ...words], { env: { ARKITEKT: "0" } }).code, 0, `${way}, ${shell}`);
      }
      writeFileSync(launcher, text);
      const { code, stderr } = clone.run(shell, ["-e", ...words]);
      assert.is(code, 0, `${way}, ${shell}: ${stderr}`);
    }
  }
});

test("a program that ends well and gives no verdict passes nothing", async () => {
  for (const body of [
    "",
    "process.exit(0)",
    'require("fs").writeSync(1, "arkitekt pre-commit 1 0\\n")',
    "process.abort()",
  ]) {
    const clone = makeRepo({ "a.lua": "return 1\n" });
    await gate(clone, { from: packageThatRuns(`${body}\n`) });
    const { code: ended, stderr } = tryCommit(clone, "good.lua");
    assert.is(ended, 1, body);
    assert.match(stderr, /^arkitekt: pre-commit blocked: its program ended and gave no verdict/m);
  }
});

/** A package like ours, whole by its checksums, whose program is these lines. */
function packageThatRuns(body: string): string {
  const folder = recorderPackage();
  writeFileSync(join(folder, "dist/arkitekt.cjs"), body);
  const files = filesBelow(folder).filter((path) => path !== "dist/checksums");
  const list = checksumList(files.map((path) => [path, readFileSync(join(folder, path))]));
  writeFileSync(join(folder, "dist/checksums"), list);
  return folder;
}

test("a package that is not whole installs nothing, and says so", async () => {
  const clone = makeRepo({ "a.lua": "return 1\n" });
  const folder = recorderPackage();
  writeFileSync(join(folder, "package.json"), "");
  try {
    await gate(clone, { from: folder });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), "program-damaged");
  }
  assert.not(existsSync(join(clone.dir, ".git/arkitekt")));
});

const PRELOAD = join(makeFolder(), "preload.cjs");
writeFileSync(PRELOAD, "process.exit(0);\n");
const coverage = makeFolder();

const VARIABLES: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  "a preload that ends well": { NODE_OPTIONS: `--require ${PRELOAD}` },
  "a preload that is gone": { NODE_OPTIONS: "--require /nonexistent/bootloader.js" },
  "an option that this Node does not know": { NODE_OPTIONS: "--no-such-option" },
  "a debugger that waits": { NODE_OPTIONS: "--inspect-brk=0" },
  "a folder for coverage": { NODE_V8_COVERAGE: coverage },
  "Node's own debugging": { NODE_DEBUG: "module,fs", NODE_DEBUG_NATIVE: "worker" },
  "a channel to a parent that is not there": { NODE_CHANNEL_FD: "9" },
  "a configuration of OpenSSL that is not one": { OPENSSL_CONF: PRELOAD },
};

for (const [what, env] of Object.entries(VARIABLES)) {
  test(`${what} in the environment neither passes a bad change nor stops a good one`, () => {
    const good = commit(cleanModule, env);
    assert.equal([good.code, good.stderr], [0, ""]);
    assert.equal(rulesIn(commit(BROKEN, env).stderr), ["lua-parse"]);
    assert.is(push(env).code, 1);
    assert.equal(readdirSync(coverage), []);
  });
}

test("a hook whose Git was killed ends, and with it what the policy started", async () => {
  const place = makeFolder();
  const said = join(place, "processes");
  const run = ["sh", "-c", `echo $PPID >${said}; echo $$ >>${said}; exec sleep 120`];
  const clone = makeGated(
    { "A/a.lua": cleanModule, "in.txt": "x\n", "out.txt": "x\n" },
    { transforms: [{ name: "slow", run, inputs: ["in.txt"], outputs: ["out.txt"], seconds: 100 }] },
  );
  clone.addRemote("origin");
  clone.commit("[AB-1] Change what goes in", { "in.txt": "y\n" });
  const git = spawn("git", ["push", "-q", "origin", "main"], {
    cwd: clone.dir,
    env: clone.env,
    stdio: "ignore",
  });
  const closed = new Promise((resolve) => git.once("close", resolve));
  await until(() => existsSync(said) && readFileSync(said, "utf8").split("\n").length === 3);
  const processes = readFileSync(said, "utf8").trim().split("\n").map(Number);
  assert.equal(processes.map(isRunning), [true, true]);
  git.kill("SIGKILL");
  await closed;
  await until(() => !processes.some(isRunning));
});

test("a commit that is interrupted leaves nothing running, whenever that is", async () => {
  const clone = makeGated({ "A/a.lua": cleanModule });
  const before = clone.id("HEAD");
  const program = join(clone.dir, ".git/arkitekt");
  let interrupted = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    for (const delay of [0, 10, 20, 40, 80, 120]) {
      // Git may leave its own lock where it is met before it listens.
      rmSync(join(clone.dir, ".git/index.lock"), { force: true });
      clone.git("reset", "-q", "--soft", before);
      clone.stage({ "A/a.lua": `${cleanModule}-- ${signal} ${delay}\n` });
      const git = spawn("git", ["commit", "-qm", "[AB-1] Say more"], {
        cwd: clone.dir,
        env: clone.env,
        stdio: "ignore",
        detached: true,
      });
      const ended = new Promise((resolve) => git.once("exit", resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      // The terminal sends it to all that run in the foreground.
      process.kill(-(git.pid ?? Number.NaN), signal);
      if ((await ended) !== 0) interrupted++;
      await until(() => !readdirSync("/proc").some((name) => isRunning(Number(name)) && runs(name, program)));
    }
  }
  assert.ok(interrupted > 6, `${interrupted}`);
  rmSync(join(clone.dir, ".git/index.lock"), { force: true });
  clone.git("reset", "-q", "--soft", before);
  assert.is(clone.run("git", ["commit", "-qm", "[AB-1] Say more"]).code, 0);
});

function runs(process: string, program: string): boolean {
  try {
    return readFileSync(`/proc/${process}/cmdline`, "latin1").includes(program);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.unreachable("it did not come to that in 20 seconds");
}

function isRunning(process: number): boolean {
  try {
    // One that has ended and that nobody asked about yet is not running.
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${process}/status`, "latin1"));
  } catch {
    return false;
  }
}
