import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, policy } from "../../support/gated.ts";
import { makeFolder, makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("git arkitekt");

const module = "x = 1\nlocal M = {}\nreturn M\n";

test("starts the program of the Git folder from any folder and working tree, and goes with the gate", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), "A/sub/a.lua": "return {}\n" });
  const config = String(repo.read(".git/config"));
  assert.match(arkitekt(repo, ["install"]).stdout, "`git arkitekt …` starts it in this clone");
  assert.match(arkitekt(repo, ["install"]).stdout, "nothing had to change");
  repo.stage({ "A/sub/b.lua": module });
  const inFolder = repo.run("git", ["arkitekt", "check"], { cwd: "A/sub" });
  assert.equal([inFolder.code, /^A\/sub\/b\.lua$/m.test(inFolder.stdout)], [1, true], inFolder.stderr);
  const why = /why: (.*)/.exec(inFolder.stdout)?.[1] ?? "";
  assert.is(why, "git arkitekt explain no-globals");
  assert.is(repo.run("sh", ["-c", why], { cwd: "A/sub" }).code, 0, "what is shown can be pasted");
  const hook = repo.tryGit("commit", "-qm", "[AB-1] Work");
  assert.match(hook.stderr, "why: git arkitekt explain no-globals");

  repo.git("worktree", "add", "-q", join(repo.dir, "linked"));
  mkdirSync(join(repo.dir, "linked/A/sub"), { recursive: true });
  const linked = repo.run("git", ["arkitekt", "check"], { cwd: "linked/A/sub" });
  assert.equal([linked.code, linked.stderr], [0, ""], "the index of the linked one is empty of changes");
  repo.git("worktree", "remove", "--force", "linked");

  assert.is(repo.tryGit("arkitekt", "uninstall").code, 0);
  assert.is(String(repo.read(".git/config")), config);
});

test("an alias that the user has stays, and is named", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  repo.git("config", "alias.arkitekt", "status");
  assert.match(arkitekt(repo, ["install"]).stdout, "git arkitekt is an alias of yours, which stays: status");
  repo.stage({ "A/b.lua": module });
  const refused = repo.tryGit("commit", "-qm", "[AB-1] Work").stderr;
  assert.match(refused, "why: arkitekt explain no-globals");
  assert.match(arkitekt(repo, ["uninstall"]).stdout, "alias.arkitekt: it is the user's: status");
  assert.is(repo.git("config", "alias.arkitekt"), "status");
});

test("stops with what to do where a file that it starts is emptied, cut or gone, or where there is no Node", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), "A/a.lua": "return {}\n" });
  arkitekt(repo, ["install"]);
  const home = join(repo.dir, ".git/arkitekt");
  const main = join(home, "program", readdirSync(join(home, "program"))[0] ?? "", "dist/arkitekt.cjs");
  repo.stage({ "A/b.lua": module });
  assert.is(repo.tryGit("arkitekt", "check").code, 1);
  const assertStopped = (what: string) => {
    const { code, stdout, stderr } = repo.tryGit("arkitekt", "check");
    assert.equal([code, stdout], [2, ""], what);
    assert.match(stderr, /^arkitekt: .*npx arkitekt install$/m, `${what}: ${stderr}`);
  };
  for (const [file, step] of [
    [join(home, "command"), 41],
    [main, 307],
  ] as const) {
    const whole = readFileSync(file);
    // The last line is its checksum, which can be cut: nothing of what it does is lost.
    const end = file === main ? whole.length : whole.lastIndexOf("# whole");
    for (let at = 0; at < end; at += at < 40 ? 3 : step) {
      writeFileSync(file, whole.subarray(0, at));
      assertStopped(`${file} cut at ${at} of ${whole.length}`);
    }
    writeFileSync(file, Buffer.alloc(whole.length));
    assertStopped(`${file} zeroed`);
    rmSync(file);
    assertStopped(`${file} gone`);
    writeFileSync(file, whole);
  }
  const command = readFileSync(join(home, "command"), "utf8");
  writeFileSync(join(home, "command"), command.replaceAll(/(?:'\/[^'\n]*node' ?)+/g, "/gone"));
  const bin = makeFolder();
  for (const name of ["git", "sh", "tail", "cksum"]) {
    const folder = (process.env["PATH"] ?? "").split(":").find((place) => existsSync(join(place, name)));
    symlinkSync(join(folder ?? "", name), join(bin, name));
  }
  const without = repo.run(join(bin, "git"), ["arkitekt", "check"], { env: { PATH: bin } });
  assert.is(without.code, 2);
  assert.match(without.stderr, /^arkitekt: no Node at \/gone, none on PATH; .*npx arkitekt install$/m);
});

test("neither passes nor hangs by what the environment tells other programs of Node", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  arkitekt(repo, ["install"]);
  repo.stage({ "A/b.lua": module });
  const preload = join(makeFolder(), "preload.cjs");
  writeFileSync(preload, "process.exit(0);\n");
  for (const NODE_OPTIONS of [`--require ${preload}`, "--no-such-option"]) {
    const { code, stdout } = repo.run("git", ["arkitekt", "check"], { env: { NODE_OPTIONS } });
    assert.equal([code, /no-globals/.test(stdout)], [1, true], NODE_OPTIONS);
  }
  // What the program starts in its turn gets them as they were.
  const trace = join(makeFolder(), "trace");
  const NODE_OPTIONS = "--max-old-space-size=900";
  const env = { NODE_OPTIONS, GIT_TRACE2_EVENT: trace, GIT_TRACE2_ENV_VARS: "NODE_OPTIONS" };
  assert.is(repo.run("git", ["arkitekt", "check"], { env }).code, 1);
  const events = readFileSync(trace, "utf8").trimEnd().split("\n");
  const count = (text: string) => events.filter((line) => line.includes(text)).length;
  assert.ok(count('"event":"start"') > 2);
  assert.is(count(`"value":"${NODE_OPTIONS}"`), count('"event":"start"'));
});

test("the alias of an older install is replaced, and goes to the last byte", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  const config = String(repo.read(".git/config"));
  arkitekt(repo, ["install"]);
  const now = repo.git("config", "alias.arkitekt");
  const older = '!sh "$(git rev-parse --git-common-dir)/arkitekt/command"';
  for (const name of ["config", "arkitekt/alias-after"]) {
    repo.git("config", "--file", join(repo.dir, ".git", name), "alias.arkitekt", older);
  }
  assert.match(arkitekt(repo, ["install"]).stdout, "`git arkitekt …` starts it in this clone");
  assert.is(repo.git("config", "--get-all", "alias.arkitekt"), now);
  assert.is(arkitekt(repo, ["uninstall"]).code, 0);
  assert.is(String(repo.read(".git/config")), config);
});
