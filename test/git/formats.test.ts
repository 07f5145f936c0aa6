import { appendFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import { openRepository } from "../../src/git/open/repository.ts";
import { describe, staged, withRepository } from "../support/git/describe.ts";
import { hostileSettings } from "../support/hostile-settings.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("index forms and configurations");

const LUA = "local M = {}\nfunction M.f()\n  return 1\nend\nreturn M\n";
const FILES = {
  "a.lua": LUA,
  "d/b.lua": LUA.replace("1", "2"),
  "e/f/c.lua": "x\n",
  ".gitattributes": "*.lua diff=lua\n",
};
const CHANGED = ["A d/new.lua +1 [1-2]", "M a.lua +2 [3-4 5-6]", "R e/f/c.lua -> e/g.lua +0"].sort();

function change(repo: TestRepo): void {
  repo.stage({ "a.lua": LUA.replace("1", "3\n --").replace("return M", "return N"), "d/new.lua": "new\n" });
  repo.stage({ "a.lua": LUA.replace("1", "3").replace("return M", "return N") });
  repo.git("mv", "e/f/c.lua", "e/g.lua");
}

async function assertChanged(repo: TestRepo): Promise<void> {
  assert.equal((await staged(repo)).sort(), CHANGED);
  await withRepository(repo, async (opened) => {
    const { source } = await stagedChangeSet(opened);
    assert.equal([...(await source.list("after")).keys()].sort(), [
      ".gitattributes",
      "a.lua",
      "d/b.lua",
      "d/new.lua",
      "e/g.lua",
    ]);
    assert.equal([...(await source.search("after", ["return N"], ["**/*.lua"])).keys()], ["a.lua"]);
    assert.equal([...(await source.search("after", ["return 2"], ["d/**"])).keys()], ["d/b.lua"]);
  });
}

test("a plain index", async () => {
  const repo = makeRepo(FILES);
  change(repo);
  await assertChanged(repo);
});

test("a sha256 repository", async () => {
  const repo = makeRepo(FILES, { objectFormat: "sha256" });
  change(repo);
  await assertChanged(repo);
});

test("a split index", async () => {
  const repo = makeRepo(FILES);
  repo.git("update-index", "--split-index");
  change(repo);
  await assertChanged(repo);
});

test("an index of version 4", async () => {
  const repo = makeRepo(FILES);
  repo.git("update-index", "--index-version", "4");
  change(repo);
  await assertChanged(repo);
});

test("a sparse checkout, and a sparse index in which whole folders are one entry", async () => {
  for (const isSparse of ["true", "false"]) {
    const repo = makeRepo({ ...FILES, "far/away/z.lua": "return 2\n", "far/y.lua": "y\n" });
    repo.git("config", "index.sparse", isSparse);
    repo.git("sparse-checkout", "set", "--cone", "d", "e");
    change(repo);
    assert.equal((await staged(repo)).sort(), CHANGED);
    await withRepository(repo, async (opened) => {
      const { source } = await stagedChangeSet(opened);
      assert.equal([...(await source.search("after", ["return 2"], ["**/*.lua"])).keys()].sort(), [
        "d/b.lua",
        "far/away/z.lua",
      ]);
      assert.ok((await source.entries("after", ["far/y.lua"])).has("far/y.lua"));
    });
  }
});

test("objects in packs and in alternates", async () => {
  const repo = makeRepo(FILES);
  repo.git("repack", "-q", "-a", "-d");
  const copy = repo.clone("shared", "--reference", repo.dir);
  change(copy);
  await assertChanged(copy);
});

test("a shallow clone and a partial one, which nothing is fetched into", async () => {
  const origin = makeRepo(FILES, { config: { "uploadpack.allowFilter": "true" } });
  origin.commit("second", { "z.lua": "1\n", "gone.lua": LUA.repeat(2) });
  const shallow = origin.clone("shallow", "--depth=1");
  shallow.stage({ "z.lua": "2\n" });
  assert.equal(await staged(shallow), ["M z.lua +1 [1-2]"]);
  const partial = origin.clone("partial", "--filter=blob:none", "--no-checkout");
  partial.git("read-tree", "HEAD");
  partial.feed(
    `100644 ${partial.feed("2\n", "hash-object", "-w", "--stdin")}\tz.lua\n`,
    "update-index",
    "--index-info",
  );
  const message = await staged(partial).catch((error: Error) => error.message);
  assert.match(message.toString(), "missing");
  rmSync(origin.dir, { recursive: true });
  assert.equal(await staged(shallow), ["M z.lua +1 [1-2]"]);
});

test("no configuration and no variable of the user bends the answer", async () => {
  const repo = makeRepo(FILES);
  change(repo);
  const attributes = join(repo.dir, "../attributes");
  writeFileSync(attributes, "* -diff\n* text eol=crlf working-tree-encoding=UTF-16\n");
  appendFileSync(repo.env["GIT_CONFIG_GLOBAL"] ?? "", hostileSettings(attributes));
  appendFileSync(join(repo.dir, ".git/config"), hostileSettings(attributes));
  writeFileSync(join(repo.dir, ".git/info/attributes"), "d/** filter=x diff=nothing\n");
  writeFileSync(join(repo.dir, ".gitattributes"), "* binary\n");
  Object.assign(repo.env, {
    GIT_DIFF_OPTS: "--unified=7",
    GIT_EXTERNAL_DIFF: "/bin/false",
    GIT_ICASE_PATHSPECS: "1",
    GIT_NOGLOB_PATHSPECS: "1",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "diff.noprefix",
    GIT_CONFIG_VALUE_0: "true",
    LANGUAGE: "de",
    LC_ALL: "de_DE.UTF-8",
    GIT_TRACE: "1",
    GIT_PAGER: "/bin/false",
  });
  await assertChanged(repo);
});

test("replaced objects and grafts show nothing else than what is stored", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const first = repo.id("HEAD");
  repo.commit("second", { "a.lua": "2\n", "b.lua": "1\n" });
  repo.git("replace", "HEAD", first);
  writeFileSync(
    join(repo.dir, ".git/info/grafts"),
    `${repo.git("--no-replace-objects", "rev-parse", "HEAD")}\n`,
  );
  repo.stage({ "c.lua": "1\n" });
  assert.equal(await staged(repo), ["A c.lua +1 [1-2]"]);
});

test("a file in the working tree that only looks unchanged is not read", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  repo.stage({ "a.lua": "1\nstaged\n" });
  const old = new Date(Date.UTC(2020, 0, 1));
  utimesSync(join(repo.dir, "a.lua"), old, old);
  repo.git("update-index", "--refresh");
  writeFileSync(join(repo.dir, "a.lua"), "1\n\n\n\n\n\n\n\n");
  utimesSync(join(repo.dir, "a.lua"), old, old);
  assert.equal(await staged(repo), ["M a.lua +1 [2-3]"]);
});

test("two programs that look at once disturb neither each other nor a commit", async () => {
  const repo = makeRepo(FILES);
  change(repo);
  const opened = await Promise.all([1, 2, 3, 4].map(() => openRepository(repo.dir, repo.env)));
  const answers = await Promise.all(
    opened.map(async (one) => {
      if (!one.ok) throw new Error(one.error.message);
      const found = describe(await stagedChangeSet(one.value));
      await one.value.close();
      return found;
    }),
  );
  for (const answer of answers) assert.equal([...answer].sort(), CHANGED);
});
