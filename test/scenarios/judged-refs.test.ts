import * as assert from "uvu/assert";
import { cleanModule, makeGated, policy, rulesIn, unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("which refs a push is judged for");
const broken = "local = 3\n";

const repo = makeGated({ "A/one.lua": cleanModule });
repo.addRemote("origin");
repo.git("push", "-q", "--no-verify", "origin", "main");
repo.git("switch", "-qc", "work");
const bad = repo.commit("no task", { "A/bad.lua": broken });
const push = (...refs: readonly string[]) => repo.tryGit("push", "origin", ...refs);

test("notes, a stash and what other tools keep hold no code, and go through with a word", () => {
  repo.git("notes", "add", "-m", "looked at", "HEAD");
  repo.write({ "A/one.lua": `${cleanModule}-- later\n` });
  repo.git("stash", "-q");
  for (const ref of [
    "refs/notes/commits",
    "refs/stash:refs/wip/stash",
    `${bad}:refs/jj/keep/x`,
    `${bad}:refs/original/x`,
  ]) {
    const answer = push(ref);
    assert.is(answer.code, 0, answer.stderr);
    assert.match(unwrapped(answer.stderr), "it is not among the refs that push.refs judges");
  }
});

test("branches, tags and changes that wait for a review do", () => {
  for (const ref of [
    "x",
    "refs/Heads/x",
    "refs/tags/x",
    "refs/for/main",
    "refs/for/main%topic=x",
    "refs/pull/7/head",
  ]) {
    const target = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
    assert.equal(rulesIn(push(`${bad}:${target}`).stderr), ["lua-parse", "task-code"], ref);
  }
});

test("what lies where no code is counts for nothing elsewhere", () => {
  repo.git("config", "--add", "remote.origin.fetch", "+refs/jj/*:refs/remotes/origin/jj/*");
  assert.is(push(`${bad}:refs/jj/keep/x`).code, 0);
  repo.git("fetch", "-q", "origin");
  assert.is(push(`${bad}:refs/jj/keep/x`, `${bad}:refs/heads/main`).code, 1);
  repo.git("config", "--unset-all", "remote.origin.fetch", "jj");
});

test("the policy that holds at the remote says so, not the one that comes along", () => {
  const mine = (refs: readonly string[]) => ({
    ".arkitektrc.json": JSON.stringify({ ...policy, push: { refs } }),
  });
  repo.git("switch", "-q", "--force", "-C", "tagless", "main");
  repo.commit("[AB-1] Leave tags alone", mine([]));
  const worse = repo.commit("[AB-2] Break it", { "A/bad.lua": broken });
  assert.equal(rulesIn(push(`${worse}:refs/tags/early`).stderr), ["lua-parse"]);
  assert.is(push("tagless~1:main").code, 0);
  assert.is(push(`${worse}:refs/tags/late`).code, 0);
  assert.equal(rulesIn(push(`${worse}:refs/heads/main`).stderr), ["lua-parse"]);
});
