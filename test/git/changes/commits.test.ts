import fs from "node:fs";
import isomorphic from "isomorphic-git";
import * as assert from "uvu/assert";
import { type CommitChangeSet, commitChange, commitChangeSets } from "../../../src/git/changes/commits.ts";
import { describe, withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("commit change sets");

const LUA = "local M = {}\nfunction M.f()\n  return 1\nend\nreturn M\n";

async function judged(repo: TestRepo, ...commits: string[]): Promise<CommitChangeSet[]> {
  return await withRepository(repo, async (opened) => {
    const all: CommitChangeSet[] = [];
    for await (const change of commitChangeSets(
      opened,
      commits.map((name) => repo.id(name)),
    ))
      all.push(change);
    return all;
  });
}

async function seen(repo: TestRepo, ...commits: string[]): Promise<string[][]> {
  return (await judged(repo, ...commits)).map(describe);
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => "no failure",
    (error: Error) => error.message,
  );
}

test("each commit is compared with its parent, the first with nothing, in the order asked for", async () => {
  const repo = makeRepo({ "a.lua": LUA });
  repo.commit("second", { "a.lua": LUA.replace("1", "2"), "b.lua": "x\n" });
  repo.git("commit", "-q", "--allow-empty", "-m", "empty");
  repo.commit("third", { "b.lua": null, "c/b.lua": "x\n" });
  assert.equal(await seen(repo, "HEAD", "HEAD~3", "HEAD~1", "HEAD~2"), [
    ["R b.lua -> c/b.lua +0"],
    ["A a.lua +5 [1-6]"],
    [],
    ["M a.lua +1 [3-4]", "A b.lua +1 [1-2]"],
  ]);
});

test("a commit has its parents, its message and its trailers", async () => {
  const repo = makeRepo({});
  const first = repo.id("HEAD");
  const id = repo.commit("phase6_x: one\n\nbody\n\nArkitekt-Override: docs-fence: asked for", {
    "a.md": "x\n",
  });
  const [change] = await judged(repo, "HEAD");
  assert.equal(change?.subject, {
    kind: "commit",
    id,
    parents: [first],
    isMerge: false,
    message: {
      title: "phase6_x: one",
      text: "phase6_x: one\n\nbody\n\nArkitekt-Override: docs-fence: asked for\n",
      trailers: [{ key: "Arkitekt-Override", value: "docs-fence: asked for" }],
    },
  });
});

test("a message in another encoding is read in it", async () => {
  const repo = makeRepo({}, { config: { "i18n.commitEncoding": "ISO-8859-1" } });
  const tree = repo.id("HEAD^{tree}");
  repo.git("update-ref", "HEAD", repo.feed(Buffer.from("caf\xe9\n", "latin1"), "commit-tree", tree));
  const [change] = await judged(repo, "HEAD");
  assert.is(change?.subject.message.title, "café");
});

test("cherry-picks, rebased commits and commits made without hooks are commits like any other", async () => {
  const repo = makeRepo({ "a.lua": LUA });
  repo.git("checkout", "-q", "-b", "side");
  repo.stage({ "side.lua": LUA });
  repo.git("commit", "-q", "--no-verify", "-m", "side");
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "a.lua": `${LUA}-- end\n` });
  repo.git("cherry-pick", "side");
  assert.equal(await seen(repo, "HEAD"), [["A side.lua +5 [1-6]"]]);
  repo.git("reset", "-q", "--hard", "HEAD~1");
  repo.git("rebase", "-q", "main", "side");
  assert.equal(await seen(repo, "HEAD"), [["A side.lua +5 [1-6]"]]);
});

test("a merge shows what differs from every parent, with what each parent held", async () => {
  const repo = makeRepo({ "both.lua": "1\n2\n3\n4\n5\n", "fight.lua": "x\n" });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "both.lua": "one\n2\n3\n4\n5\n", "side.lua": LUA, "fight.lua": "side\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "both.lua": "1\n2\n3\n4\nfive\n", "fight.lua": "main\n" });
  repo.tryGit("merge", "-q", "side");
  repo.commit("merge", { "fight.lua": "main\nand\n\nside\n", "evil.lua": "return 1\n" });
  const [change] = await judged(repo, "HEAD");
  assert.equal(change && describe(change), ["M both.lua +0", "A evil.lua +1 [1-2]", "M fight.lua +1 [2-4]"]);
  const fight = change?.files.at(-1);
  assert.equal(
    fight?.kind === "modified" && [fight.before, ...(fight.alsoBefore ?? [])].map(({ id }) => id),
    [repo.id("main~1:fight.lua"), repo.id("side:fight.lua")],
  );
  assert.is(change?.subject.parents.length, 2);
});

test("a file that a merge deletes from all its parents does not hide as the source of a rename", async () => {
  const repo = makeRepo({ "hook.sh": LUA });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "copy.sh": LUA });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "main.lua": "1\n" });
  repo.git("merge", "-q", "--no-commit", "side");
  repo.commit("merge", { "hook.sh": null });
  assert.equal(await seen(repo, "HEAD"), [["D hook.sh"]]);
});

test("a file that one side renamed and the other edited is compared with what it was called in each parent", async () => {
  const repo = makeRepo({ "old.lua": LUA.repeat(3) });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "old.lua": null, "new.lua": LUA.repeat(3) });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "old.lua": `${LUA.repeat(3)}-- more\n` });
  repo.git("merge", "-q", "-m", "merge", "side");
  assert.equal(await seen(repo, "HEAD", "HEAD^1"), [["M new.lua +0"], ["M old.lua +1 [16-17]"]]);
});

test("a clean merge, and an octopus, show nothing of others' work", async () => {
  const repo = makeRepo({ "a.lua": LUA });
  for (const name of ["one", "two"]) {
    repo.git("checkout", "-q", "-b", name, "main");
    repo.commit(name, { [`${name}.lua`]: LUA });
  }
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "main.lua": LUA });
  repo.git("merge", "-q", "-m", "octopus", "one", "two");
  assert.equal(await seen(repo, "HEAD"), [[]]);
});

test("binary files and text that attributes call binary count in merges as elsewhere", async () => {
  const repo = makeRepo({ ".gitattributes": "*.lua -diff\n", "a.lua": "1\n", "b.bin": Buffer.of(0, 1) });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "a.lua": "side\n", "b.bin": Buffer.of(0, 2) });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "a.lua": "main\n", "b.bin": Buffer.of(0, 3) });
  repo.tryGit("merge", "-q", "side");
  repo.commit("merge", { "a.lua": "main\nside\nmore\n", "b.bin": Buffer.of(0, 4) });
  assert.equal(await seen(repo, "HEAD", "HEAD^1"), [
    ["M a.lua +1 [3-4]", "M b.bin binary"],
    ["M a.lua +1 [1-2]", "M b.bin binary"],
  ]);
});

test("sources look at the commit and its parent", async () => {
  const repo = makeRepo({ "a.lua": "return 'old'\n" });
  repo.commit("second", { "a.lua": "return 'new'\n", "b.lua": "return 1\n" });
  await withRepository(repo, async (opened) => {
    for await (const { source } of commitChangeSets(opened, [repo.id("HEAD")])) {
      assert.equal([...(await source.list("before")).keys()], ["a.lua"]);
      assert.equal([...(await source.list("after")).keys()], ["a.lua", "b.lua"]);
      assert.equal([...(await source.search("before", ["new"], ["**/*.lua"])).keys()], []);
      assert.equal([...(await source.search("after", ["new"], ["**/*.lua"])).keys()], ["a.lua"]);
      assert.is(
        (await source.entries("before", ["a.lua", "b.lua"])).get("a.lua")?.id,
        repo.id("HEAD~1:a.lua"),
      );
    }
  });
});

test("many commits take one process for their diffs and one for their contents", async () => {
  const repo = makeRepo({ "a.lua": "0\n" });
  for (let n = 1; n <= 30; n++) repo.commit(`c${n}`, { "a.lua": `${n}\n` });
  const commits = repo.git("rev-list", "--reverse", "HEAD").split("\n");
  await withRepository(repo, async (opened) => {
    let count = 0;
    const before = opened.git.started;
    for await (const change of commitChangeSets(opened, commits)) {
      assert.is(change.subject.id, commits[count++]);
      assert.is(commitChange(change).files.length, 1);
    }
    assert.is(count, 31);
    assert.is(opened.git.started - before, 2);
  });
});

test("leaving the commits early ends the process", async () => {
  const repo = makeRepo({ "a.lua": "0\n" });
  for (let n = 1; n <= 3; n++) repo.commit(`c${n}`, { "a.lua": `${n}\n` });
  await withRepository(repo, async (opened) => {
    for await (const change of commitChangeSets(opened, repo.git("rev-list", "HEAD").split("\n"))) {
      assert.is(change.subject.id, repo.id("HEAD"));
      break;
    }
  });
});

test("a commit at the edge of a shallow clone is refused, those above it are judged", async () => {
  const origin = makeRepo({ "a.lua": "1\n" });
  for (let n = 2; n <= 4; n++) origin.commit(`c${n}`, { "a.lua": `${n}\n` });
  const repo = origin.clone("shallow", "--depth=2");
  assert.equal(await seen(repo, "HEAD"), [["M a.lua +1 [1-2]"]]);
  assert.match(await failureOf(judged(repo, "HEAD~1")), /are not in this shallow clone/);
});

test("what is not a commit is refused", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  assert.match(await failureOf(judged(repo, "HEAD:a.lua")), /is not a commit/);
  assert.match(
    await failureOf(
      withRepository(repo, async (opened) => {
        for await (const _ of commitChangeSets(opened, ["0".repeat(39) + "1"])) assert.unreachable();
      }),
    ),
    /is not a commit|missing/,
  );
});

test("isomorphic-git finds the same files changed", async () => {
  const repo = makeRepo({ "a.lua": "1\n", "d/b.lua": "1\n", "d/e/c.lua": "1\n" });
  repo.commit("2", { "a.lua": "2\n", "d/e/c.lua": null, "new.lua": "long enough to be no rename\n" });
  repo.commit("3", { d: "a file now\n", "x/y.lua": { executable: "1\n" } });
  for (const name of ["HEAD~1", "HEAD"]) {
    const changed: string[] = await isomorphic.walk({
      fs,
      dir: repo.dir,
      trees: [isomorphic.TREE({ ref: repo.id(`${name}~1`) }), isomorphic.TREE({ ref: repo.id(name) })],
      map: async (path, [before, after]) => {
        const types = [await before?.type(), await after?.type()];
        if (path === "." || (await before?.oid()) === (await after?.oid())) return undefined;
        return types.includes("blob") ? path : undefined;
      },
    });
    const [change] = await judged(repo, name);
    const ours = change?.files.flatMap((file) =>
      file.kind === "renamed" ? [file.from, file.path] : [file.path],
    );
    assert.equal([...new Set(ours)].sort(), changed.sort());
  }
});
