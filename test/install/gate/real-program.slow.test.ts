import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { snapshot } from "../../support/install/clone-under-test.ts";
import { type Answer, makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("real program");
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The package as npm lays it: what it ships, with husky beside it. */
function installedPackage(): string {
  const modules = join(makeFolder(), "node_modules");
  const folder = join(modules, "arkitekt");
  mkdirSync(folder, { recursive: true });
  for (const part of ["dist", "hooks", "templates", "schemas", "package.json"]) {
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules/husky"), join(modules, "husky"));
  return folder;
}

function arkitekt(folder: string, repo: TestRepo, ...args: readonly string[]): Answer {
  return repo.run(process.execPath, [join(folder, "dist/arkitekt.cjs"), ...args]);
}

/** Without compiled code, which each kind of run keeps of its own. */
function withoutCaches(dir: string): Readonly<Record<string, string>> {
  const entries = Object.entries(snapshot(dir)).filter(
    ([path]) => !/^\.git\/arkitekt\/program\/[^/]+\/cache\//.test(path),
  );
  return Object.fromEntries(entries);
}

const LUA = { "src/a.lua": "local M = {}\nreturn M\n" };

test("installed, committed to, examined and uninstalled, the package gone in between", async () => {
  const repo = makeRepo(LUA);
  repo.addRemote("origin");
  const before = snapshot(repo.dir);
  const folder = installedPackage();
  const installed = arkitekt(folder, repo, "install");
  assert.is(installed.code, 0, installed.stderr);
  const after = withoutCaches(repo.dir);
  const again = arkitekt(folder, repo, "install");
  assert.match(again.stdout, "nothing had to change");
  assert.equal(withoutCaches(repo.dir), after);
  assert.is(arkitekt(folder, repo, "doctor").code, 0);
  assert.equal(withoutCaches(repo.dir), after);
  rmSync(folder, { recursive: true });

  const copy = join(repo.dir, ".git/arkitekt/program", programOf(repo));
  assert.is(arkitekt(copy, repo, "install").code, 0);
  assert.equal(withoutCaches(repo.dir), after, "its own copy installs the same");

  repo.git("add", ".arkitektrc.json");
  const first = repo.tryGit("commit", "--quiet", "-m", "gate_policy: start");
  assert.is(first.code, 0, first.stderr);
  repo.stage({ "src/b.lua": "local =\n" });
  const refused = repo.tryGit("commit", "--quiet", "-m", "gate_policy: broken");
  assert.is(refused.code, 1);
  assert.match(refused.stderr, "src/b.lua");
  repo.stage({ "src/b.lua": "return {}\n" });
  assert.is(repo.tryGit("commit", "--quiet", "-m", "gate_policy: good").code, 0);
  const push = repo.tryGit("push", "--quiet", "origin", "main");
  assert.is(push.code, 0, push.stderr);
  repo.stage({ "src/b.lua": "local =\n" });
  repo.git("commit", "--quiet", "--no-verify", "-m", "gate_policy: slipped in");
  assert.is(repo.tryGit("push", "--quiet", "origin", "main").code, 1);
  repo.git("reset", "--quiet", "--hard", "HEAD^");

  const found = arkitekt(copy, repo, "doctor");
  assert.is(found.code, 0, found.stdout);
  for (const hook of ["pre-commit", "pre-merge-commit", "pre-push", "pre-applypatch"]) {
    assert.match(found.stdout, new RegExp(`✓ ${hook} +refused`), found.stdout);
  }
  // The first policy asks for no task in a title as long as no title names one.
  assert.match(found.stdout, /✓ commit-msg +looked at, and allowed/, found.stdout);
  assert.is(arkitekt(copy, repo, "uninstall").code, 0);
  const isHistory = /^(\.git\/(objects|logs|refs|index|COMMIT_EDITMSG|ORIG_HEAD|HEAD)|\.arkitektrc|src)/;
  const rest = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).filter(([file]) => !isHistory.test(file)));
  assert.equal(rest(snapshot(repo.dir)), rest(before));
});

test("what the gate says to doctor is quoted without colour codes", async () => {
  const repo = makeRepo();
  repo.env["FORCE_COLOR"] = "1";
  arkitekt(ROOT, repo, "install");
  rmSync(join(repo.dir, ".arkitektrc.json"));
  const { code, stdout } = arkitekt(ROOT, repo, "doctor");
  assert.is(code, 2);
  assert.match(stdout, /can't look\s+\(this repository/, stdout);
});

test("a broken program stops the commit, and doctor names it", async () => {
  const repo = makeRepo(LUA);
  arkitekt(ROOT, repo, "install");
  repo.commit("policy", { ".arkitektrc.json": repo.read(".arkitektrc.json") });
  const main = join(repo.dir, ".git/arkitekt/program", programOf(repo), "dist/arkitekt.cjs");
  cpSync(join(ROOT, "package.json"), main);
  repo.stage({ "src/b.lua": "return {}\n" });
  assert.is(repo.tryGit("commit", "--quiet", "-m", "gate_policy: good").code, 1);
  assert.match(arkitekt(ROOT, repo, "doctor").stdout, "damaged");
  arkitekt(ROOT, repo, "install");
  assert.is(repo.tryGit("commit", "--quiet", "-m", "gate_policy: good").code, 0);
});

test("install outside a repository, and where hooks are in force, ends with 2 and the next step", async () => {
  const repo = makeRepo(LUA);
  repo.hook("pre-commit", "exit 0");
  const { code, stderr } = arkitekt(ROOT, repo, "install");
  assert.is(code, 2);
  assert.match(stderr, "pre-commit");
  assert.match(stderr, "--chain");
  const outside = arkitekt(ROOT, repo, "install", "--repo", "..");
  assert.is(outside.code, 2);
});

function programOf(repo: TestRepo): string {
  return JSON.parse(repo.read(".git/arkitekt/install.json").toString("utf8")).program;
}
