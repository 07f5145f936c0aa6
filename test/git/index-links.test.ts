import * as assert from "uvu/assert";
import { linksInIndex } from "../../src/git/objects/index-links.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the links that an index shows");

const link = (symlink: string | Buffer) => ({ symlink });

/** Names of every length beside each other, odd ones, and words that an index uses for itself. */
const FILES: Files = {
  ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${"n".repeat(at + 1)}/${at}`, `${at}`])),
  "a/link": link("../b"),
  "a/link.lua": "return {}\n",
  "blink.lua": "link",
  "longer/than/that/which/came/before/it": link("x"),
  "ä \udcff.lua": link(Buffer.from([0xff])),
  "x/link": "x",
  "x/sdir": "x",
  z: link("a"),
};

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`are those that Git lists, in every version of it (${objectFormat})`, () => {
    const repo = makeRepo(FILES, { objectFormat });
    const id = objectFormat === "sha1" ? 20 : 32;
    const index = () => repo.read(".git/index") as Buffer;
    const listed = () =>
      repo
        .git("ls-files", "--stage", "-z")
        .split("\0")
        .filter((line) => line.startsWith("120000 "))
        .map((line) => line.split(/[ \t]/)[1]);
    for (const version of ["2", "4", "3"]) {
      repo.git("update-index", "--index-version", version);
      // What is only meant to be added makes Git write the longer flags of version 3.
      if (version === "3") {
        repo.write({ "later.lua": "x\n" });
        repo.git("add", "-N", "later.lua");
      }
      const links = linksInIndex(index(), id);
      assert.equal(
        [...(links ?? new Map()).values()].map((entry) => entry.id),
        listed(),
        version,
      );
      assert.equal(
        [...(links?.keys() ?? [])].sort(),
        ["a/link", "longer/than/that/which/came/before/it", "z", "ä \udcff.lua"].sort(),
      );
      assert.is(index().readUInt32BE(4), Number(version));
    }
  });
}

test("leave out what a merge left undecided", () => {
  const repo = makeRepo({ m: link("a"), n: link("a") });
  repo.git("checkout", "-qb", "other");
  repo.commit("other", { m: link("b") });
  repo.git("checkout", "-q", "main");
  repo.commit("ours", { m: link("c") });
  repo.tryGit("merge", "-q", "other");
  assert.equal([...(linksInIndex(repo.read(".git/index") as Buffer, 20)?.keys() ?? [])], ["n"]);
});

test("are not told by an index whose entries lie elsewhere, one that is cut short, or of a form that is not known", () => {
  const repo = makeRepo(FILES);
  const index = () => repo.read(".git/index") as Buffer;
  const whole = index();
  const cut = whole.subarray(0, whole.length >> 1);
  assert.is(linksInIndex(cut, 20), undefined);
  const newer = Buffer.from(whole);
  newer.writeUInt32BE(5, 4);
  assert.is(linksInIndex(newer, 20), undefined);
  repo.git("update-index", "--split-index");
  assert.is(linksInIndex(index(), 20), undefined);
});
