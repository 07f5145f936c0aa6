import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated } from "../support/gated.ts";
import { snapshot } from "../support/install/clone-under-test.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("looking leaves nothing behind");
/** What a hook keeps in the Git folder, safe to delete: compiled code, and which address a remote had. */
const CACHE = /\.git\/arkitekt\/(program\/[^/]+\/cache\/|remotes$)/;

/** A gated repository with something bad staged, a home and a temporary folder beside it, all in one folder. */
function gatedHome() {
  const repo = makeGated({ "A/a.lua": cleanModule, "A/b.lua": 'local a = require("a")\nreturn a\n' });
  const home = join(repo.dir, "..");
  Object.assign(repo.env, { TMPDIR: join(home, "tmp"), XDG_CACHE_HOME: join(home, "cache") });
  mkdirSync(join(home, "tmp"));
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  repo.commit("no task in this title", { "A/c.lua": "local = 1\n" });
  repo.stage({ "A/a.lua": "local = 3\n", "A/gone.lua": cleanModule });
  rmSync(join(repo.dir, "A/gone.lua"));
  repo.write({ "A/untracked.lua": "x" });
  repo.git("status", "--porcelain");
  return { repo, home };
}

function ask(repo: TestRepo, line: readonly string[], input = ""): number {
  return arkitekt(repo, line, { input }).code;
}

test("of any hook and any check, in the repository, in the home or among temporary files", () => {
  const { repo, home } = gatedHome();
  const push = `refs/heads/main ${repo.id("HEAD")} refs/heads/main ${repo.id("origin/main")}\n`;
  const before = snapshot(home, CACHE);
  assert.is(ask(repo, ["hook", "pre-commit"]), 1);
  assert.is(ask(repo, ["hook", "pre-applypatch"]), 1);
  assert.is(ask(repo, ["hook", "commit-msg", ".git/COMMIT_EDITMSG"]), 1);
  assert.is(ask(repo, ["hook", "pre-push", "origin", "../origin.git"], push), 1);
  assert.is(ask(repo, ["check", "--staged"]), 1);
  assert.is(ask(repo, ["check", "--range", "origin/main..HEAD"]), 1);
  assert.is(ask(repo, ["check", "--tree", "HEAD"]), 1);
  for (const line of [["scan"], ["shims"], ["policy", "print"], ["rules"], ["doctor"]])
    assert.is(ask(repo, line), 0, line.join(" "));
  const after = snapshot(home, CACHE);
  assert.equal(Object.keys(after).sort(), Object.keys(before).sort());
  for (const [file, contents] of Object.entries(after)) assert.is(contents, before[file], file);
  assert.equal([readdirSync(join(home, "tmp")), existsSync(join(home, "cache"))], [[], false]);
});

test("of a commit and a push that Git itself asks about and the gate stops", () => {
  const { repo, home } = gatedHome();
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Break it").code, 1);
  const git = /\.git\/(index|COMMIT_EDITMSG)$/;
  const except = new RegExp(`${CACHE.source}|${git.source}`);
  const before = snapshot(home, except);
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Break it").code, 1);
  assert.is(repo.tryGit("push", "-q").code, 1);
  assert.equal(Object.keys(snapshot(home, except)).sort(), Object.keys(before).sort());
  assert.equal(snapshot(home, except), before);
});

test("a cache that is deleted, or may not be written, changes no verdict", () => {
  const { repo } = gatedHome();
  const cache = join(repo.dir, repo.run("sh", ["-c", "echo .git/arkitekt/program/*/cache"]).stdout.trim());
  const said = repo.tryGit("commit", "-qm", "[AB-1] Break it").stderr;
  rmSync(cache, { recursive: true });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Break it").stderr, said);
  mkdirSync(cache, { mode: 0o500 });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Break it").stderr, said);
});
