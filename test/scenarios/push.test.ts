import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a push");
const LUA = "A/scripts/Song/core/region.lua";
const broken = "local = 3\n";

function gatedWithRemote() {
  const repo = makeGated({ [LUA]: cleanModule });
  const remote = repo.addRemote("origin");
  assert.is(repo.tryGit("push", "-q", "--no-verify", "-u", "origin", "main").code, 0);
  return { repo, remote };
}

test("of good commits goes through without a word", () => {
  const { repo } = gatedWithRemote();
  repo.commit("[AB-1] More", { "A/more.lua": cleanModule });
  const answer = repo.tryGit("push", "-q");
  assert.equal([answer.code, answer.stderr], [0, ""]);
});

test("finds a commit that was slipped past the commit hooks, and names it", () => {
  const { repo, remote } = gatedWithRemote();
  const before = remote.id("main");
  const bad = repo.commit("[AB-1] Break it", { [LUA]: broken });
  const answer = repo.tryGit("push");
  assert.is(answer.code, 1);
  assert.equal(rulesIn(answer.stderr), ["lua-parse"]);
  assert.match(answer.stderr, `commit ${bad.slice(0, 8)} [AB-1] Break it`);
  assert.is(remote.id("main"), before);
});

test("finds a bad commit that a later one of the same push mends", () => {
  const { repo } = gatedWithRemote();
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.commit("[AB-2] Mend it", { [LUA]: `${cleanModule}-- better\n` });
  assert.equal(rulesIn(repo.tryGit("push").stderr), ["lua-parse"]);
});

test("of branches that stand upon each other says once what both do as a whole", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-qc", "one");
  repo.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "[AB-1] Nothing");
  repo.commit("[AB-2] Break it", { [LUA]: broken });
  repo.git("switch", "-qc", "two");
  repo.commit("[AB-3] More", { "A/more.lua": cleanModule });
  const { code, stderr } = repo.tryGit("push", "-q", "origin", "one", "two");
  assert.is(code, 1);
  assert.is(stderr.match(/changes nothing/g)?.length, 1, stderr);
});

test("finds a cherry-picked commit, which fires no commit hook", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-qc", "side");
  repo.commit("no code in this title", { "A/more.lua": cleanModule });
  repo.git("switch", "-q", "main");
  assert.is(repo.tryGit("cherry-pick", "side").code, 0);
  assert.equal(rulesIn(repo.tryGit("push").stderr), ["task-code"]);
});

test("finds a bad commit that a rebase has made anew, and one that was reverted into being", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.commit("[AB-2] Mend it", { [LUA]: `${cleanModule}-- better\n` });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-3] Meanwhile", { "A/more.lua": cleanModule });
  repo.git("switch", "-q", "side");
  assert.is(repo.tryGit("rebase", "-q", "main").code, 0);
  const rebased = repo.id("HEAD~1").slice(0, 8);
  assert.match(repo.tryGit("push", "origin", "side").stderr, `commit ${rebased} [AB-1] Break it`);
  repo.git("push", "-q", "--no-verify", "origin", "side");
  assert.is(repo.tryGit("revert", "--no-edit", "HEAD").code, 0);
  assert.equal(rulesIn(repo.tryGit("push", "origin", "side").stderr), ["lua-parse"]);
});

test("that is forced judges what takes the place of the remote's commits", () => {
  const { repo } = gatedWithRemote();
  repo.commit("[AB-1] Say more", { "A/more.lua": cleanModule });
  assert.is(repo.tryGit("push", "-q").code, 0);
  repo.git("reset", "-q", "--hard", "HEAD~1");
  repo.commit("[AB-1] Say it otherwise", { "A/more.lua": `${cleanModule}-- more\n` });
  const good = repo.tryGit("push", "-q", "--force");
  assert.equal([good.code, good.stderr], [0, ""]);
  repo.git("reset", "-q", "--hard", "HEAD~1");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  assert.equal(rulesIn(repo.tryGit("push", "--force").stderr), ["lua-parse"]);
});

test("of tags that point to a commit, a tree or a file looks at the commits they bring", () => {
  const { repo } = gatedWithRemote();
  repo.git("tag", "tree", "HEAD^{tree}");
  repo.git("tag", "file", `HEAD:${LUA}`);
  const odd = repo.tryGit("push", "-q", "origin", "tree", "file");
  assert.is(odd.code, 0, odd.stderr);
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.git("tag", "light");
  repo.git("reset", "-q", "--hard", "HEAD~1");
  assert.equal(rulesIn(repo.tryGit("push", "origin", "light").stderr), ["lua-parse"]);
});

test("to a remote that has moved on unseen judges what is new here", () => {
  const { repo, remote } = gatedWithRemote();
  const other = remote.clone("other");
  other.commit("[AB-1] Elsewhere", { "A/other.lua": cleanModule });
  other.git("push", "-q", "origin", "main");
  repo.commit("[AB-2] Break it", { [LUA]: broken });
  const answer = repo.tryGit("push", "--force");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]], answer.stderr);
});

test("from a shallow clone of what lies below its edge is refused, never passed", () => {
  const { repo, remote } = gatedWithRemote();
  repo.commit("[AB-1] Say more", { "A/more.lua": cleanModule });
  repo.commit("[AB-2] Say still more", { "A/more.lua": `${cleanModule}-- more\n` });
  const shallow = repo.clone("shallow", "--depth", "1");
  assert.is(arkitekt(shallow, ["install"]).code, 0);
  const answer = shallow.tryGit("push", remote.dir, "HEAD:refs/heads/new");
  assert.not.equal(answer.code, 0);
  assert.match(answer.stderr, "shallow");
});

test("judges refs that are not checked out, each commit once", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.git("branch", "twin");
  repo.git("switch", "-q", "main");
  const answer = repo.tryGit("push", "origin", "side", "twin");
  assert.is(answer.code, 1);
  assert.is(answer.stderr.match(/error {2}lua-parse\n/g)?.length, 1, answer.stderr);
});

test("that deletes a branch, or has nothing new, is let through", () => {
  const { repo } = gatedWithRemote();
  repo.git("push", "-q", "--no-verify", "origin", "main:old");
  assert.is(repo.tryGit("push", "-q", "origin", ":old").code, 0);
  assert.is(repo.tryGit("push", "-q").code, 0);
});

test("to a URL, and of a new branch to a new remote, judges what leads there", () => {
  const { repo } = gatedWithRemote();
  const other = repo.addRemote("other");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  assert.is(repo.tryGit("push", "-q", `file://${other.dir}`, "main").code, 1);
  assert.is(repo.tryGit("push", "-q", "other", "main:new").code, 1);
});

test("of an annotated tag judges the commits that it brings", () => {
  const { repo } = gatedWithRemote();
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.git("tag", "-a", "-m", "one", "v1");
  repo.git("reset", "-q", "--hard", "HEAD~1");
  assert.equal(rulesIn(repo.tryGit("push", "origin", "v1").stderr), ["lua-parse"]);
});

test("of a branch that never had a policy is judged by the one in force here", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-q", "--orphan", "bare");
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  repo.git("switch", "-q", "main");
  assert.equal(rulesIn(repo.tryGit("push", "origin", "bare").stderr), ["lua-parse"]);
});

test("of history from before the first policy, to a remote that has nothing yet, lets it through, and says so", () => {
  const { repo } = gatedWithRemote();
  repo.addRemote("fresh");
  repo.git("switch", "-q", "--orphan", "old");
  repo.commit("no code at all", { [LUA]: broken });
  repo.commit("[AB-1] Adopt the policy", { ".arkitektrc.json": repo.git("show", "main:.arkitektrc.json") });
  const answer = repo.tryGit("push", "fresh", "old");
  assert.is(answer.code, 0, answer.stderr);
  assert.match(unwrapped(answer.stderr), "before there was a policy");
  assert.equal(rulesIn(repo.tryGit("push", "origin", "old").stderr), ["lua-parse", "task-code"]);
});

test("of an agent's branch under another name stays an agent's work", () => {
  const { repo } = gatedWithRemote();
  repo.git("switch", "-qc", "codex/loosen");
  repo.commit("[AB-1] Loosen", { ".arkitektrc.json": `${repo.read(".arkitektrc.json").toString()}\n` });
  assert.equal(rulesIn(repo.tryGit("push", "origin", "codex/loosen:innocent").stderr), ["policy-change"]);
});

test("--mirror and a thousand refs at once are judged", () => {
  const { repo } = gatedWithRemote();
  const lines = Array.from({ length: 1000 }, (_, n) => `create refs/heads/many/${n} HEAD\n`);
  repo.feed(lines.join(""), "update-ref", "--stdin");
  assert.is(repo.tryGit("push", "-q", "--all").code, 0);
  repo.commit("[AB-1] Break it", { [LUA]: broken });
  assert.is(repo.tryGit("push", "-q", "--mirror").code, 1);
});

test("names the commit that broke the policy and judges on by the one before it", () => {
  const { repo } = gatedWithRemote();
  const broken = repo.commit("[AB-1] Break the policy", { ".arkitektrc.json": "{" });
  repo.commit("no code in this title", { "A/more.lua": cleanModule });
  const answer = repo.tryGit("push");
  assert.is(answer.code, 1, answer.stderr);
  assert.equal(rulesIn(answer.stderr), ["policy-change", "task-code"]);
  assert.match(answer.stderr, `commit ${broken.slice(0, 8)}`);
});
