import * as assert from "uvu/assert";
import { commitChange, commitChangeSets } from "../../../src/git/changes/commits.ts";
import { rangeChangeSet } from "../../../src/git/changes/tree.ts";
import { readRange } from "../../../src/git/history/range.ts";
import type { CommitChange } from "../../../src/model/change.ts";
import { describe, withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("range");

function forked(): TestRepo {
  const repo = makeRepo({ "a.lua": "0\n" });
  repo.git("checkout", "-q", "-b", "codex/x");
  repo.commit("x1", { "x.lua": "1\n" });
  repo.commit("x2", { "x.lua": "1\n2\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("m1", { "a.lua": "1\n" });
  repo.git("checkout", "-q", "codex/x");
  return repo;
}

async function read(repo: TestRepo, text: string): Promise<string> {
  return await withRepository(repo, async (opened) => {
    const range = await readRange(opened, text);
    if (!range.ok) return `${range.error.kind}: ${range.error.message}`;
    const subject = (id: string) => repo.git("log", "-1", "--format=%s", id);
    const { base, tip, commits, branches } = range.value;
    return `${base === undefined ? "nothing" : subject(base)}..${subject(tip)}: ${commits.map(subject).join(" ")} @${branches}`;
  });
}

test("A..B holds what B has and A has not, oldest first, from where they parted; an empty side is HEAD", async () => {
  const repo = forked();
  assert.is(await read(repo, "main..codex/x"), "start..x2: x1 x2 @codex/x");
  assert.is(await read(repo, "HEAD~1.."), "x1..x2: x2 @codex/x");
  assert.is(await read(repo, "..main"), "start..m1: m1 @codex/x");
  assert.is(await read(repo, "HEAD..HEAD"), "x2..x2:  @codex/x");
});

test("A...B grows from where the two parted", async () => {
  const repo = forked();
  assert.is(await read(repo, "main...codex/x"), "start..x2: x1 x2 @codex/x");
  repo.git("checkout", "-q", "--orphan", "other");
  repo.commit("o1", { "o.lua": "1\n" });
  assert.is(await read(repo, "main...other"), "nothing..o1: o1 @other");
  assert.is(await read(repo, "main..other"), "m1..o1: o1 @other");
});

test("what is not a range, and what is not a commit, is said", async () => {
  const repo = forked();
  assert.is(await read(repo, "main"), 'bad-range: "main" is not a range of commits');
  assert.is(
    await read(repo, "nowhere..main"),
    "unknown-revision: nowhere is not a commit of this repository",
  );
  assert.is(
    await read(repo, "main..HEAD:a.lua"),
    "unknown-revision: HEAD:a.lua is not a commit of this repository",
  );
  assert.is(await read(repo, "--all..main"), "unknown-revision: --all is not a commit of this repository");
});

test("a range as a whole knows its commits", async () => {
  const repo = forked();
  await withRepository(repo, async (opened) => {
    const range = await readRange(opened, "main~1..codex/x");
    assert.ok(range.ok);
    if (!range.ok) return;
    const commits: CommitChange[] = [];
    for await (const change of commitChangeSets(opened, range.value.commits))
      commits.push(commitChange(change));
    const whole = await rangeChangeSet(opened, range.value, commits);
    assert.equal(describe(whole), ["A x.lua +2 [1-3]"]);
    assert.equal(
      commits.map((commit) => [commit.message.title, ...describe(commit)]),
      [
        ["x1", "A x.lua +1 [1-2]"],
        ["x2", "M x.lua +1 [2-3]"],
      ],
    );
    assert.is(whole.subject.kind, "range");
  });
});

test("in a shallow clone, or one of a single branch, what is missing is named with the fetch that brings it", async () => {
  const origin = makeRepo({ "a.lua": "1\n" });
  for (let n = 2; n <= 4; n++) origin.commit(`c${n}`, { "a.lua": `${n}\n` });
  origin.git("checkout", "-qb", "side", "HEAD~2");
  origin.commit("side", { "b.lua": "1\n" });
  const said = async (repo: TestRepo, range: string) =>
    await withRepository(repo, async (opened) => {
      const read = await readRange(opened, range);
      return read.ok ? `${read.value.commits.length} commits` : `${read.error.message}\n${read.error.next}`;
    });
  const shallow = origin.clone("shallow", "--depth=1", "--branch=side");
  const bring = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main";
  assert.is(
    await said(shallow, "origin/main..HEAD"),
    `origin/main is not in this shallow clone\nrun: ${bring}`,
  );
  assert.match(await said(shallow, "HEAD~2..HEAD"), "run: git fetch --unshallow origin");
  shallow.git("fetch", "-q", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main");
  assert.match(
    await said(shallow, "origin/main..HEAD"),
    /parted is not in this shallow clone.*\nrun: git fetch --unshallow/,
  );
  const [, command = ""] = (await said(shallow, "origin/main..HEAD")).split("run: ");
  assert.is(shallow.run("sh", ["-c", command]).code, 0);
  assert.is(await said(shallow, "origin/main..HEAD"), "1 commits");
  const single = origin.clone("single", "--single-branch", "--branch=side");
  assert.match(await said(single, "origin/main..HEAD"), /is not in this clone\nrun: git fetch origin/);
  assert.match(await said(single, "nowhere..HEAD"), "is not a commit of this repository");
});
