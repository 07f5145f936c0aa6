// What Git could not read was not looked at: it stops, with the command that brings it, and what nobody needs stops nothing.
import { rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy } from "../support/gated.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("an object that can't be read");
const USED = "local M = {}\nfunction M.go(n) return n end\nfunction M.stay() return 1 end\nreturn M\n";
const files = {
  "A/ark/q.lua": USED,
  "A/other/d.lua": 'local M = {}\nlocal q = require("ark.q")\nfunction M.f() return q.go(1) end\nreturn M\n',
  "A/other/unused.txt": "nobody asks for this\n",
};
const dropped = { "A/ark/q.lua": USED.replace(/function M\.go.*\n/, "") };

function gated(): TestRepo {
  const repo = makeGated(files);
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  return repo;
}

function lose(repo: TestRepo, expression: string): void {
  const id = repo.id(expression);
  rmSync(join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2)));
}

for (const [what, change] of [
  ["deletes a used module", { "A/ark/q.lua": null }],
  ["drops a used export", dropped],
] as const) {
  test(`stops a commit that ${what} while a file that may use it can't be read`, () => {
    const repo = gated();
    repo.stage(change);
    lose(repo, "HEAD:A/other/d.lua");
    const commit = repo.tryGit("commit", "-qm", "[AB-1] Take it away");
    assert.is(commit.code, 1);
    assert.match(commit.stderr, /^arkitekt: .*A\/other\/d\.lua.*\n→ run: git fetch --refetch origin\n/m);
    assert.is(arkitekt(repo, ["check"]).code, 2);
  });
}

test("stops the push of such a commit, and the look at its tree", () => {
  const repo = gated();
  repo.commit("[AB-1] Take it away", { "A/ark/q.lua": null });
  lose(repo, "HEAD:A/other/d.lua");
  assert.is(repo.tryGit("push", "-q", "origin", "main").code, 1);
  for (const what of [
    ["--range", "HEAD~1..HEAD"],
    ["--tree", "HEAD"],
  ]) {
    const { code, stderr } = arkitekt(repo, ["check", ...what]);
    assert.is(code, 2, what.join(" "));
    assert.match(stderr, "git fetch --refetch origin");
  }
});

test("stops nothing where nobody needs it", () => {
  const repo = gated();
  lose(repo, "HEAD:A/other/unused.txt");
  repo.stage({ "A/ark/more.lua": cleanModule });
  const commit = repo.tryGit("commit", "-qm", "[AB-1] Add one");
  assert.equal([commit.code, commit.stderr], [0, ""]);
  assert.is(repo.tryGit("push", "-q", "origin", "main").code, 0);
});

test("is not taken for a policy that is not there", () => {
  const repo = makeRepo({ "A/a.lua": cleanModule });
  repo.stage({ ".arkitektrc.json": JSON.stringify(policy) });
  lose(repo, ":.arkitektrc.json");
  const { code, stderr } = arkitekt(repo, ["check"]);
  assert.is(code, 2);
  assert.match(stderr, "missing");
  assert.not.match(stderr, "has no policy");
});

test("of a partial clone is brought by the command that is named, and then the change is judged", () => {
  const origin = gated();
  const server = join(origin.dir, "../origin.git");
  origin.git("-C", server, "config", "uploadpack.allowFilter", "true");
  origin.git("-C", server, "config", "uploadpack.allowAnySHA1InWant", "true");
  const partial = makeRepo();
  partial.git("remote", "add", "origin", `file://${server}`);
  partial.git("fetch", "-q", "--filter=blob:none", "origin");
  partial.git("reset", "-q", "--soft", "origin/main");
  partial.git("sparse-checkout", "set", "--no-cone", "/A/ark", "/.arkitektrc.json");
  partial.git("read-tree", "-mu", "HEAD");
  assert.is(arkitekt(partial, ["install"]).code, 0);
  partial.stage({ "A/ark/q.lua": null });
  const commit = partial.tryGit("commit", "-qm", "[AB-1] Take it away");
  assert.is(commit.code, 1);
  const command = /→ run: git (fetch --refetch --no-filter origin),/.exec(commit.stderr)?.[1];
  assert.ok(command, commit.stderr);
  partial.git(...(command ?? "").split(" "));
  const again = partial.tryGit("commit", "-qm", "[AB-1] Take it away");
  assert.is(again.code, 1);
  assert.match(again.stderr, "requires ark.q, which this change deletes");
  partial.stage({ "A/ark/q.lua": USED, "A/ark/new.lua": cleanModule });
  assert.is(partial.tryGit("commit", "-qm", "[AB-1] Add one").code, 0);
});
