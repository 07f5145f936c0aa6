import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../../src/git/changes/staged.ts";
import type { Source } from "../../../src/model/change.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("source");

async function withSource(
  repo: TestRepo,
  use: (source: Source, started: () => number) => Promise<void>,
): Promise<void> {
  await withRepository(repo, async (opened) => {
    const { source } = await stagedChangeSet(opened);
    const before = opened.git.started;
    await use(source, () => opened.git.started - before);
  });
}

function edited(): TestRepo {
  const repo = makeRepo({
    "a.lua": "old word\n",
    "gone.lua": "word\n",
    "from.lua": "moved word, long enough to be found again\n",
    "d/e/f/deep.lua": "word\n",
    "d/file": "x",
    "run.sh": { executable: "x" },
    link: { symlink: "word" },
    "notes.md": "word\n",
  });
  repo.stage({
    "a.lua": "new word\n",
    "gone.lua": null,
    "from.lua": null,
    "to/to.lua": "moved word, long enough to be found again\n",
    "new\n.lua": "word\n",
    "\udcff.lua": "word\n",
  });
  repo.write({ "untracked.lua": "word\n", "a.lua": "nothing\n", "intended.lua": "word\n" });
  repo.git("add", "-N", "intended.lua");
  return repo;
}

test("both sides are listed whole", async () => {
  await withSource(edited(), async (source) => {
    const before = await source.list("before");
    assert.equal([...before.keys()].sort(), [
      "a.lua",
      "d/e/f/deep.lua",
      "d/file",
      "from.lua",
      "gone.lua",
      "link",
      "notes.md",
      "run.sh",
    ]);
    const after = await source.list("after");
    assert.equal([...after.keys()].sort(), [
      "a.lua",
      "d/e/f/deep.lua",
      "d/file",
      "link",
      "new\n.lua",
      "notes.md",
      "run.sh",
      "to/to.lua",
      "\udcff.lua",
    ]);
    assert.equal([after.get("run.sh")?.kind, after.get("link")?.kind], ["executable", "symlink"]);
  });
});

test("entries are found by path without a process of their own, and folders are not entries", async () => {
  await withSource(edited(), async (source, started) => {
    const paths = [
      "a.lua",
      "gone.lua",
      "from.lua",
      "to/to.lua",
      "d/e/f/deep.lua",
      "d",
      "d/file/x",
      "none",
      "",
      "run.sh",
      "new\n.lua",
      "\udcff.lua",
      "../x",
      "intended.lua",
    ];
    assert.equal(
      [...(await source.entries("after", paths)).keys()],
      ["a.lua", "to/to.lua", "d/e/f/deep.lua", "run.sh", "new\n.lua", "\udcff.lua"],
    );
    assert.equal(
      [...(await source.entries("before", paths)).keys()],
      ["a.lua", "gone.lua", "from.lua", "d/e/f/deep.lua", "run.sh"],
    );
    assert.is(started(), 1);
  });
});

test("a search takes one process, sees objects alone and gives entries", async () => {
  await withSource(edited(), async (source, started) => {
    const found = await source.search("after", ["word", "zzz"], ["**/*.lua"]);
    assert.is(started(), 2);
    assert.equal([...found.keys()].sort(), [
      "a.lua",
      "d/e/f/deep.lua",
      "new\n.lua",
      "to/to.lua",
      "\udcff.lua",
    ]);
    assert.equal([...(await source.search("before", ["word"], ["**/*.lua"])).keys()].sort(), [
      "a.lua",
      "d/e/f/deep.lua",
      "from.lua",
      "gone.lua",
    ]);
    assert.equal([...(await source.search("before", ["old"], ["**/*.lua"])).keys()], ["a.lua"]);
    assert.is((await source.search("after", ["Word"], ["**"])).size, 0);
  });
});

test("words are fixed text and globs are the policy's", async () => {
  const repo = makeRepo({
    "a.lua": "require('x.y')\n",
    "b.lua": "require('xzy')\n",
    "c.txt": "'x.y'\n",
    "d/a.lua": "-e 'x.y'\n",
    "d/[a].lua": "'x.y'\n",
    "D/A.LUA": "'x.y'\n",
  });
  await withSource(repo, async (source) => {
    const search = async (words: string[], globs: string[]) =>
      [...(await source.search("after", words, globs)).keys()].sort();
    assert.equal(await search(["'x.y'"], ["**/*.lua"]), ["a.lua", "d/[a].lua", "d/a.lua"]);
    assert.equal(await search(["'x.y'"], ["*.lua"]), ["a.lua"]);
    assert.equal(await search(["'x.y'"], ["**/*.{lua,txt}"]), ["a.lua", "c.txt", "d/[a].lua", "d/a.lua"]);
    assert.equal(await search(["'x.y'"], ["d/**"]), ["d/[a].lua", "d/a.lua"]);
    assert.equal(await search(["-e"], ["**"]), ["d/a.lua"]);
    assert.equal(await search([], ["**"]), []);
    assert.equal(await search([""], ["**"]), []);
    assert.equal(await search(["x"], []), []);
  });
});

test("a repository without a commit has nothing before", async () => {
  const repo = makeRepo();
  repo.stage({ "a.lua": "word\n" });
  await withSource(repo, async (source) => {
    assert.is((await source.list("before")).size, 0);
    assert.is((await source.entries("before", ["a.lua"])).size, 0);
    assert.is((await source.search("before", ["word"], ["**"])).size, 0);
    assert.equal([...(await source.list("after")).keys()], ["a.lua"]);
    assert.equal([...(await source.search("after", ["word"], ["**"])).keys()], ["a.lua"]);
  });
});

test("during a merge the index is seen whole, also what came unchanged from the other side", async () => {
  const repo = makeRepo({ "a.lua": "1\n", "old.lua": "1\n" });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "side.lua": "word\n", "old.lua": null });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "a.lua": "2\n" });
  repo.git("merge", "-q", "--no-commit", "side");
  await withSource(repo, async (source) => {
    assert.equal([...(await source.list("after")).keys()].sort(), ["a.lua", "side.lua"]);
    assert.equal([...(await source.search("after", ["word"], ["**"])).keys()], ["side.lua"]);
    assert.equal([...(await source.entries("after", ["side.lua", "old.lua"])).keys()], ["side.lua"]);
  });
});

test("a path that no tree can hold has no entry, and hides none that is there", async () => {
  await withSource(edited(), async (source) => {
    const none = ["/a.lua", "/d/file", "d/", "d//file", "", "d/file/x", "d/e", "nowhere/a.lua", "a.lua/"];
    const found = await source.entries("before", [...none, "a.lua", "d/file", "d/e/f/deep.lua"]);
    assert.equal([...found.keys()], ["a.lua", "d/file", "d/e/f/deep.lua"]);
  });
});
