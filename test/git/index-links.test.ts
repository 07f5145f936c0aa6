import { utimesSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { linksByMode, linksInIndex, walkIndex } from "../../src/git/objects/index-links.ts";
import { type Links, NO_LINKS } from "../../src/model/change.ts";
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
      assert.equal(links?.ids, listed(), version);
      assert.equal(
        [...(links?.paths ?? [])].sort(),
        ["a/link", "longer/than/that/which/came/before/it", "z", "ä \udcff.lua"].sort(),
      );
      assert.is(index().readUInt32BE(4), Number(version));
    }
  });
}

/** Also a number that looks like the mode of a link: a file of so many bytes. */
const LOOKALIKES: Files = {
  ...FILES,
  "of its size": "x".repeat(0xa000),
  [`deep/${"n".repeat(200)}/${"m".repeat(200)}`]: link("x"),
  tree: link("y"),
  "TREE/link": link("y"),
};

test("are found by their mode as by a walk along all entries, whatever else looks like it", () => {
  for (const objectFormat of ["sha1", "sha256"] as const) {
    const repo = makeRepo(LOOKALIKES, { objectFormat });
    const id = objectFormat === "sha1" ? 20 : 32;
    const bytes = repo.read(".git/index") as Buffer;
    const walked = walkIndex(bytes, id)?.links ?? NO_LINKS;
    assert.is(walked.size, 7);
    assert.equal(shownBy(linksByMode(bytes, id)), shownBy(walked));
    // An id that holds the same bytes.
    const [first = 0] = placesOf(Buffer.from([0, 0, 0x81, 0xa4]), bytes);
    bytes.writeUInt32BE(0x0101a000, first + 16);
    assert.equal(shownBy(linksByMode(bytes, id)), shownBy(walked));
  }
});

test("are none where nothing but a size looks like one", () => {
  const repo = makeRepo({ "a.lua": "x\n", "of its size": "x".repeat(0xa000) });
  const bytes = repo.read(".git/index") as Buffer;
  assert.ok(placesOf(Buffer.of(0, 0, 0xa0, 0), bytes).length > 0);
  assert.equal(shownBy(linksByMode(bytes, 20)), shownBy(NO_LINKS));
  assert.is(walkIndex(bytes, 20)?.links.size, 0);
});

test("are found by a walk where their mode alone does not tell", () => {
  const repo = makeRepo(LOOKALIKES);
  const index = () => repo.read(".git/index") as Buffer;
  const plain = index();
  const asks = (why: string, bytes = index()) => assert.is(linksByMode(bytes, 20), undefined, why);
  const modes = placesOf(Buffer.of(0, 0, 0xa0, 0), plain);
  const [entry = 0] = modes
    .map((at) => at - 24)
    .filter((at) => plain.toString("latin1", at + 62).startsWith("a/link"));
  for (const [why, at, value] of [
    ["a name of another length", entry + 61, 5],
    ["a name without a length", entry + 61, 0],
    ["further flags", entry + 60, 0x40],
    ["a conflict", entry + 60, 0x10],
  ] as const) {
    const changed = Buffer.from(plain);
    changed[at] = value;
    asks(why, changed);
  }
  utimesSync(join(repo.dir, "x/sdir"), 0xa000, 0xa000);
  repo.git("update-index", "--refresh");
  asks("a file that was changed on a day in 1970");
  const ends = [plain.subarray(0, -20), Buffer.from("TREE\0\0\0\0"), plain.subarray(-20)];
  asks("a second tree", Buffer.concat(ends));
  // An index that was just made says nothing of a tree.
  asks("no tree", plain.subarray(0, plain.lastIndexOf("TREE")));
  repo.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");
  assert.match(repo.git("ls-files", "--sparse"), "x/\n");
  asks("sparse");
});

test("are not looked for by their mode in an index of version 4, where entries begin anywhere, nor in a split one", () => {
  for (let length = 1; length <= 8; length++) {
    const repo = makeRepo({ ["n".repeat(length)]: "x", z: link("a") });
    const found = () => linksByMode(repo.read(".git/index") as Buffer, 20);
    assert.equal(found()?.paths, ["z"]);
    repo.git("update-index", "--index-version", "4");
    assert.is(found(), undefined, `version 4, ${length}`);
    repo.git("update-index", "--index-version", "2");
    repo.git("update-index", "--split-index");
    assert.is(found(), undefined, "split");
    repo.write({ y: "y" });
    repo.git("add", "y");
    assert.is(found(), undefined, "split, with an entry of its own");
    repo.commit("more", {});
    assert.is(found(), undefined, "split, and committed");
  }
});

test("leave out what a merge left undecided", () => {
  const repo = makeRepo({ m: link("a"), n: link("a") });
  repo.git("checkout", "-qb", "other");
  repo.commit("other", { m: link("b") });
  repo.git("checkout", "-q", "main");
  repo.commit("ours", { m: link("c") });
  repo.tryGit("merge", "-q", "other");
  assert.equal(linksInIndex(repo.read(".git/index") as Buffer, 20)?.paths, ["n"]);
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

function shownBy(links: Links | undefined) {
  return links && [links.size, links.paths, links.ids];
}

function placesOf(needle: Buffer, bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) places.push(at);
  return places;
}
