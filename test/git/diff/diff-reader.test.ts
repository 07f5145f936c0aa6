import { spawnSync } from "node:child_process";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { RAW_AND_PATCH } from "../../../src/git/diff/diff-options.ts";
import { DiffReader, type RawDiff } from "../../../src/git/diff/diff-reader.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("diff reader");

function history(objectFormat: "sha1" | "sha256"): Buffer {
  const repo = makeRepo(
    { "a.lua": "1\n2\n3\n4\n5\n6", "x\ny": "1\n", bin: Buffer.of(0, 1) },
    { objectFormat },
  );
  repo.git("commit", "-q", "--allow-empty", "-m", "empty");
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "a.lua": "0\n1\n2\n3\n4\n5\nsix", "x\ny": "  1\n2\n", l: { symlink: "a" } });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "a.lua": "1\n2\n3\n4\n5\nsechs", bin: Buffer.of(0, 2), l: "text\n" });
  repo.tryGit("merge", "-q", "side");
  repo.git("rm", "-q", "--cached", "--ignore-unmatch", "l~HEAD", "l~side");
  repo.commit("merge", { "a.lua": "0\n1\nboth\n\n2\n3\n4\n5\n-- six --\n", l: null });
  const commits = repo.git("rev-list", "--topo-order", "--reverse", "HEAD");
  return spawnSync("git", ["diff-tree", "--stdin", "--root", "--always", "-c", ...RAW_AND_PATCH], {
    cwd: repo.dir,
    env: repo.env,
    input: `${commits}\n`,
  }).stdout;
}

function read(pieces: readonly Buffer[]): RawDiff[] {
  const reader = new DiffReader(true);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`output cut into any pieces reads the same (${objectFormat})`, () => {
    const output = history(objectFormat);
    const whole = read([output]);
    assert.is(whole.length, 5);
    assert.equal(
      whole.map(({ changes }) => changes.length),
      [3, 0, 3, 3, 2],
    );
    fc.assert(
      fc.property(fc.array(fc.nat(output.length), { maxLength: 40 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), output.length];
        const pieces = places.slice(1).map((end, index) => output.subarray(places[index], end));
        assert.equal(read(pieces), whole);
      }),
    );
    assert.equal(read([...output].map((byte) => Buffer.of(byte))), whole);
  });
}

test("of a merge only lines that no parent has are added", () => {
  const merge = read([history("sha1")]).at(-1);
  assert.equal([...(merge?.lines.values() ?? [])][0], {
    kind: "text",
    added: [
      { start: 3, end: 5 },
      { start: 9, end: 10 },
    ],
    addedLoc: 2,
  });
});

test("output that ends in the middle is not an answer", () => {
  const output = history("sha1");
  assert.throws(() => read([output.subarray(0, output.length - 3)]), /ended in the middle/);
});
