import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { cleanModule, makeGated, program } from "../support/gated.ts";
import { makeFolder, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("compiled code");

/** Notes for each script whose compiled code is kept whether V8 has taken it. */
const SPY = `const vm = require("node:vm");
const { Script } = vm;
vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options);
    const name = require("node:path").basename(options?.filename ?? "");
    const taken = options?.cachedData !== undefined && this.cachedDataRejected === false;
    if (/^(?:cli-(?:main|run-command|commands-.*)|gate-forgiven-lines|policy-read-read-policy|hooks-.*)\\.cjs$/.test(name)) require("node:fs").appendFileSync(process.env.SPY_LOG, name + " " + taken + "\\n");
  }
};
`;

/** What the copy in the Git folder compiles for a command, each with whether the cache was of use. */
function compiled(repo: TestRepo, args: readonly string[], input = ""): readonly string[] {
  const folder = makeFolder();
  writeFileSync(join(folder, "spy.cjs"), SPY);
  const home = join(repo.dir, ".git/arkitekt/program");
  const [id = ""] = readdirSync(home);
  for (const kept of ["kept", "steps"])
    rmSync(join(home, id, "cache", kept), { recursive: true, force: true });
  const log = join(folder, "log");
  const program = join(home, id, "dist/arkitekt.cjs");
  const words = ["--require", join(folder, "spy.cjs"), program, ...args];
  const answer = repo.run(process.execPath, words, { input, env: { SPY_LOG: log } });
  assert.is(answer.code, 0, answer.stderr);
  return readFileSync(log, "utf8").trim().split("\n").sort();
}

test("of what reads Lua is in none of the parts that a hook begins with", () => {
  const holds = (name: string) =>
    readFileSync(join(dirname(program), name), "latin1").includes("unfinished string");
  const parts = readdirSync(dirname(program)).filter((name) => /^(?:cli-main|hooks-[\w-]+)\.cjs$/.test(name));
  assert.ok(parts.length > 4);
  assert.equal(parts.filter(holds), []);
  assert.ok(holds("gate-forgiven-lines.cjs"), "the words are those of the reader");
});

test("is taken from the cache at a commit and at a push, whatever changes V8's settings on the way", () => {
  const repo = makeGated();
  repo.addRemote("origin");
  const base = repo.id("HEAD");
  repo.stage({ "A/a.lua": cleanModule });
  const taken = (...names: readonly string[]) => names.map((name) => `${name}.cjs true`);
  const LUA = "gate-forgiven-lines";
  const POLICY = "policy-read-read-policy";
  // The first run of each kind makes its own, where install has not.
  compiled(repo, ["hook", "pre-commit"]);
  assert.equal(compiled(repo, ["hook", "pre-commit"]), taken("cli-main", LUA, "hooks-pre-commit", POLICY));
  const tip = repo.commit("[AB-1] Name it", { "A/a.lua": cleanModule });
  const line = `refs/heads/main ${tip} refs/heads/main ${base}\n`;
  const url = repo.git("remote", "get-url", "origin");
  compiled(repo, ["hook", "pre-push", "origin", url], line);
  assert.equal(
    compiled(repo, ["hook", "pre-push", "origin", url], line),
    taken("cli-main", LUA, "hooks-pre-push", POLICY),
  );
  const patch = '{ "deletions": ["A/none.lua"] }';
  compiled(repo, ["patch", "check", "-"], patch);
  const parts = taken("cli-commands-patch", "cli-main", "cli-run-command", LUA, POLICY);
  assert.equal(compiled(repo, ["patch", "check", "-"], patch), parts);
});

test("is kept for hooks and commands, not for a word that is no hook", () => {
  const repo = makeGated();
  const home = join(repo.dir, ".git/arkitekt/program");
  const folder = join(home, readdirSync(home)[0] ?? "");
  const kept = () => readdirSync(join(folder, "cache")).filter((name) => /\.cjs-/.test(name));
  const run = (...args: readonly string[]) =>
    repo.run(process.execPath, [join(folder, "dist/arkitekt.cjs"), ...args]).code;
  assert.is(run("rules"), 0);
  const before = kept();
  assert.ok(before.some((name) => name.includes("-pre-commit-")));
  for (const word of ["pre-comit", "a", "prefetch", "constructor", "command"])
    assert.is(run("hook", word), 2);
  assert.equal(kept(), before);
});
