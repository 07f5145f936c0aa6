import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, policy } from "../../support/gated.ts";
import { makeRepo } from "../../support/repo.ts";
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
