import { rmSync } from "node:fs";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, rulesIn, unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit");
const LUA = "A/scripts/Song/core/region.lua";
const broken = "local M = {}\nlocal = 3\nreturn M\n";

test("of clean code goes through without a word", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: cleanModule });
  const answer = repo.tryGit("commit", "-q", "-m", "[AB-1] Name the region");
  assert.equal([answer.code, answer.stderr, answer.stdout], [0, "", ""]);
});

test("of Lua that does not parse is stopped, and nothing has changed", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: broken });
  const before = [repo.id("HEAD"), repo.git("write-tree"), repo.git("status", "--porcelain")];
  const answer = repo.tryGit("commit", "-m", "[AB-1] Name the region");
  assert.is(answer.code, 1);
  assert.equal(rulesIn(answer.stderr), ["lua-parse"]);
  assert.match(answer.stderr, `${LUA}\n  2:7  error  lua-parse`);
  assert.equal([repo.id("HEAD"), repo.git("write-tree"), repo.git("status", "--porcelain")], before);
});

test("without a task code is stopped, and its message is kept", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: cleanModule });
  const answer = repo.tryGit("commit", "-m", "better regions");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["task-code"]]);
  assert.match(answer.stderr, "git commit -eF");
  assert.match(repo.read(".git/COMMIT_EDITMSG").toString(), /^better regions/);
});

test("is judged by what is staged, whatever the working tree holds", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: cleanModule });
  repo.write({ [LUA]: broken });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Name the region").code, 0);
  repo.stage({ [LUA]: broken });
  repo.write({ [LUA]: cleanModule });
  assert.is(repo.tryGit("commit", "-qm", "[AB-2] Name it again").code, 1);
});

test("with -a, or of named paths, is judged by what it takes", () => {
  const repo = makeGated({ [LUA]: cleanModule, "A/other.lua": cleanModule });
  repo.write({ [LUA]: broken });
  assert.is(repo.tryGit("commit", "-a", "-qm", "[AB-1] Break it").code, 1);
  repo.write({ "A/other.lua": `${cleanModule}-- more\n` });
  assert.is(repo.tryGit("commit", "-qm", "[AB-2] Say more", "--", "A/other.lua").code, 0);
  assert.is(repo.tryGit("commit", "-qm", "[AB-3] Break it", "--", LUA).code, 1);
});

test("of chosen hunks, with -p, is judged by those alone", () => {
  const repo = makeGated({ [LUA]: cleanModule, "A/zone.lua": cleanModule });
  repo.write({ [LUA]: broken, "A/zone.lua": `${cleanModule}-- more\n` });
  const choose = (answers: string) =>
    repo.run("git", ["commit", "-p", "-qm", "[AB-1] Choose"], { input: answers }).code;
  assert.is(choose("n\ny\n"), 0);
  assert.is(repo.git("show", "--format=", "--name-only"), "A/zone.lua");
  assert.is(choose("y\n"), 1);
});

test("takes upper case names, CRLF and byte order marks for Lua like any other", () => {
  const repo = makeGated();
  const crlf = cleanModule.replaceAll("\n", "\r\n");
  repo.stage({ "A/LOUD.LUA": cleanModule, "A/dos.lua": crlf, "A/mark.lua": `\ufeff${crlf}` });
  const good = repo.tryGit("commit", "-qm", "[AB-1] Add them");
  assert.equal([good.code, good.stderr], [0, ""]);
  for (const [path, text, place] of [
    ["A/LOUD.LUA", broken, "2:7"],
    ["A/dos.lua", broken.replaceAll("\n", "\r\n"), "2:7"],
    ["A/mark.lua", `\ufeff${broken}`, "2:7"],
  ] as const) {
    repo.git("reset", "-q", "--hard");
    repo.stage({ [path]: text });
    assert.match(
      repo.tryGit("commit", "-qm", "[AB-2] Break it").stderr,
      `${path}\n  ${place}  error  lua-parse`,
    );
  }
});

test("sees what is staged of a file that is gone from the working tree, and nothing of one only intended to be added", () => {
  const repo = makeGated();
  repo.write({ "A/later.lua": broken });
  repo.git("add", "--intent-to-add", "A/later.lua");
  repo.stage({ [LUA]: cleanModule });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Name the region").code, 0);
  repo.stage({ "A/gone.lua": broken });
  rmSync(repo.path("A/gone.lua"));
  const answer = repo.tryGit("commit", "-qm", "[AB-2] Break it");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]]);
});

test("of links, modes and submodules is judged by what they are", () => {
  const repo = makeGated({ [LUA]: cleanModule });
  repo.stage({
    "A/link.lua": { symlink: "no Lua at all (" },
    "A/sub.lua": { submodule: repo.id("HEAD") },
    [LUA]: { executable: cleanModule },
  });
  const answer = repo.tryGit("commit", "-qm", "[AB-1] Add them");
  assert.equal([answer.code, answer.stderr], [0, ""]);
});

test("that is empty, or the first of its repository, is judged by its message", () => {
  const repo = makeGated();
  assert.is(repo.tryGit("commit", "--allow-empty", "-qm", "[AB-1] Nothing").code, 0);
  assert.is(repo.tryGit("commit", "--allow-empty", "-qm", "nothing").code, 1);
  repo.git("switch", "-q", "--orphan", "fresh");
  repo.stage({ ".arkitektrc.json": repo.git("show", "main:.arkitektrc.json"), [LUA]: broken });
  assert.equal(rulesIn(repo.tryGit("commit", "-qm", "[AB-1] Start").stderr), ["lua-parse"]);
  repo.stage({ [LUA]: cleanModule });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Start").code, 0);
});

test("that amends is judged against the commit's parent policy and by its whole change", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: broken });
  assert.is(repo.tryGit("commit", "--no-verify", "-qm", "[AB-1] Break it").code, 0);
  repo.stage({ [LUA]: cleanModule });
  assert.is(repo.tryGit("commit", "--amend", "-q", "--no-edit").code, 0);
});

test("that amends away what only the replaced commit has done is let through, and what it adds is judged", () => {
  const request = "work/spec_requests/20250831T155000Z_lib_x_ac7f3e26";
  const body = { project: "lib", title: "x", api: { a: 1 }, acceptance: ["t"], meta: {} };
  const repo = makeGated();
  repo.stage({ [`${request}/request.json`]: JSON.stringify(body), [`${request}/proposed.status`]: "" });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Ask").code, 0);
  repo.stage({ [`${request}/accepted.status`]: "" });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Accept").code, 0);
  repo.git("rm", "-q", `${request}/accepted.status`);
  repo.stage({ [`${request}/rejected.status`]: "" });
  const plain = repo.tryGit("commit", "-qm", "[AB-1] --amend");
  assert.equal([plain.code, rulesIn(plain.stderr)], [1, ["status-trail"]]);
  repo.stage({ [LUA]: broken });
  const worse = repo.tryGit("commit", "-q", "--amend", "--no-edit");
  assert.equal([worse.code, rulesIn(worse.stderr)], [1, ["lua-parse"]]);
  repo.git("rm", "-qf", LUA);
  assert.is(repo.tryGit("commit", "-q", "--amend", "-m", "[AB-1] Reject").code, 0);
  assert.is(repo.git("log", "-1", "--format=%s").trim(), "[AB-1] Reject");
});

test("with ARKITEKT=0 is skipped, and that is said in one line", () => {
  const repo = makeGated();
  repo.stage({ [LUA]: broken });
  const answer = repo.run("git", ["commit", "-qm", "[AB-1] Break it"], { env: { ARKITEKT: "0" } });
  assert.equal(
    [answer.code, answer.stderr],
    [0, "arkitekt: pre-commit skipped (ARKITEKT=0); a push still judges the commit\n"],
  );
  const hook = arkitekt(repo, ["hook", "pre-commit"], { env: { ARKITEKT: "0" } });
  assert.equal([hook.code, hook.stderr], [0, answer.stderr]);
});

test("that changes the policy with code is stopped; the policy alone goes through", () => {
  const repo = makeGated();
  const loosened = JSON.stringify({ ...policy, rules: { ...policy.rules, "lua-parse": "off" } });
  repo.stage({ ".arkitektrc.json": loosened, [LUA]: broken });
  const both = repo.tryGit("commit", "-m", "[AB-1] Loosen and break");
  assert.equal([both.code, rulesIn(both.stderr)], [1, ["lua-parse", "policy-change"]]);
  repo.git("reset", "-q", "--", LUA);
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Loosen").code, 0);
});

test("on an agent's branch can't change the policy at all", () => {
  const repo = makeGated();
  repo.git("switch", "-qc", "codex/loosen");
  repo.stage({ ".arkitektrc.json": `${repo.read(".arkitektrc.json").toString()}\n` });
  const answer = repo.tryGit("commit", "-m", "[AB-1] Loosen");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["policy-change"]]);
});

test("what was wrong before stops nobody and is not told by itself; beside what is new it is counted", () => {
  const repo = makeGated({ [LUA]: 'local M = {}\nlocal x = require("oldark.core")\nreturn M\n' });
  repo.stage({ [LUA]: 'local M = {}\n\nlocal x = require("oldark.core")\nM.x = 1\nreturn M\n' });
  const answer = repo.tryGit("commit", "-qm", "[AB-1] Add a field");
  assert.equal([answer.code, answer.stderr], [0, ""]);
  repo.stage({ [LUA]: 'local M = {}\n\nlocal x = require("oldark.core")\nM.x = 1\nleaked = 1\nreturn M\n' });
  const refused = repo.tryGit("commit", "-qm", "[AB-1] Leak");
  assert.is(refused.code, 1);
  assert.match(refused.stderr, /there before this change \(git arkitekt check --all/);
});

test("may make an exception that the policy allows, which its message records", () => {
  const repo = makeGated({}, { mayOverride: [{ rules: ["path-fence"], branches: "people" }] });
  repo.stage({ "elsewhere.lua": cleanModule });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Reach out").code, 1);
  const env = { ARKITEKT_OVERRIDE: "path-fence: a tool of its own" };
  const answer = repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env });
  assert.is(answer.code, 0, answer.stderr);
  assert.match(repo.git("log", "-1", "--format=%B"), /^Arkitekt-Override: path-fence: a tool of its own$/m);
});

test("may make no exception that the policy does not allow", () => {
  const repo = makeGated();
  repo.git("switch", "-qc", "codex/reach");
  repo.stage({ "elsewhere.lua": cleanModule });
  const env = { ARKITEKT_OVERRIDE: "path-fence: please" };
  const answer = repo.run("git", ["commit", "-qm", "[AB-1] Reach out"], { env });
  assert.is(answer.code, 1);
  assert.match(unwrapped(answer.stderr), "the policy does not allow it here");
});

test("in a linked worktree and in one of two that commit at once is gated by itself", () => {
  const repo = makeGated();
  repo.git("worktree", "add", "-q", "../second", "-b", "second");
  const second = repo.run(
    "sh",
    ["-c", `printf 'local = 1' > A.lua && git add A.lua && git commit -qm '[AB-1] Break'`],
    {
      cwd: "../second",
    },
  );
  assert.is(second.code, 1, second.stderr);
  assert.is(repo.git("status", "--porcelain"), "");
});

test("of a merge that went clean is judged by what differs from every parent", () => {
  const repo = makeGated({ [LUA]: cleanModule });
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Side", { "B/out-of-fence.lua": cleanModule });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Main", { "A/more.lua": cleanModule });
  const merged = repo.tryGit("merge", "-q", "--no-edit", "side");
  assert.is(merged.code, 0, merged.stderr);
});

test("of a conflicted merge is judged by how it was resolved", () => {
  const repo = makeGated({ [LUA]: cleanModule });
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Side", { [LUA]: cleanModule.replace("region", "side") });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Main", { [LUA]: cleanModule.replace("region", "main") });
  assert.is(repo.tryGit("merge", "-q", "side").code, 1);
  repo.stage({ [LUA]: broken });
  assert.equal(rulesIn(repo.tryGit("commit", "--no-edit").stderr), ["lua-parse"]);
  repo.stage({ [LUA]: cleanModule.replace("region", "both") });
  assert.is(repo.tryGit("commit", "-q", "--no-edit").code, 0);
});

test("by git am is judged like any other", () => {
  const repo = makeGated();
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  const patch = repo.git("format-patch", "--stdout", "main..side");
  repo.git("switch", "-q", "main");
  const answer = repo.run("git", ["am", "-q"], { input: `${patch}\n` });
  assert.ok(answer.code !== 0);
  assert.match(answer.stderr, "lua-parse");
});

test("that would break the policy is stopped, and a broken one can be mended", () => {
  const repo = makeGated();
  const good = repo.read(".arkitektrc.json").toString();
  repo.stage({ ".arkitektrc.json": '{ "extends": "playbook-v6" }' });
  const breaking = repo.tryGit("commit", "-m", "[AB-1] Break the policy");
  assert.equal([breaking.code, rulesIn(breaking.stderr)], [1, ["policy-change"]]);
  repo.git("commit", "--no-verify", "-qm", "[AB-1] Break the policy");
  repo.stage({ ".arkitektrc.json": `${good}\n`, [LUA]: cleanModule });
  assert.match(repo.tryGit("commit", "-m", "[AB-2] Mend it and more").stderr, "the policy has a fault");
  repo.git("reset", "-q", "--", LUA);
  const mending = repo.tryGit("commit", "-qm", "[AB-2] Mend the policy");
  assert.is(mending.code, 0, mending.stderr);
});
