import * as assert from "uvu/assert";
import { treeInIndex } from "../../src/git/objects/index-tree.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the tree that an index was written as");

const FILES = { "TREE/TREE": "TREE\n", "a/b/c.lua": "return {}\n", "a/link": { symlink: "b" }, z: "z" };

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`is the one that Git would write, in every version of it (${objectFormat})`, () => {
    const repo = makeRepo(FILES, { objectFormat });
    const told = () => treeInIndex(repo.read(".git/index") as Buffer, objectFormat === "sha1" ? 20 : 32);
    for (const version of ["2", "4"]) {
      repo.git("update-index", "--index-version", version);
      assert.is(told(), repo.git("write-tree").trim(), version);
      repo.write({ z: version });
      repo.git("add", "z");
      assert.is(told(), undefined, "an entry changed since");
      const written = repo.git("write-tree").trim();
      assert.is(told(), written, "it is written");
    }
  });
}

test("is not told where something is only meant to be added, or a conflict is left", () => {
  const repo = makeRepo({ m: "a\n" });
  const told = () => treeInIndex(repo.read(".git/index") as Buffer, 20);
  repo.write({ later: "x\n" });
  repo.git("add", "-N", "later");
  assert.is(told(), undefined);
  repo.git("reset", "-q");
  repo.git("checkout", "-qb", "other");
  repo.commit("other", { m: "b\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("ours", { m: "c\n" });
  repo.tryGit("merge", "-q", "other");
  assert.is(told(), undefined);
});

test("is not told by an index with a conflict, whatever it says that it was written as", () => {
  const repo = makeRepo({ "conflicted.lua": "a\n" });
  const bytes = repo.read(".git/index") as Buffer;
  assert.ok(treeInIndex(Buffer.from(bytes), 20) !== undefined);
  // The flags stand right before the name, and hold the side of a conflict.
  const flags = bytes.indexOf("conflicted.lua\0") - 2;
  bytes.writeUInt16BE(bytes.readUInt16BE(flags) | 0x2000, flags);
  assert.is(treeInIndex(bytes, 20), undefined);
});

test("is not told by an index whose entries lie elsewhere, one that is cut short, or of a form that is not known", () => {
  const repo = makeRepo(FILES);
  const whole = repo.read(".git/index") as Buffer;
  assert.is(treeInIndex(whole, 20), repo.git("write-tree").trim());
  for (let length = 0; length < whole.length; length++)
    assert.is(treeInIndex(whole.subarray(0, length), 20), undefined, `cut to ${length}`);
  const newer = Buffer.from(whole);
  newer.writeUInt32BE(5, 4);
  assert.is(treeInIndex(newer, 20), undefined);
  repo.git("update-index", "--split-index");
  assert.is(treeInIndex(repo.read(".git/index") as Buffer, 20), undefined);
});
