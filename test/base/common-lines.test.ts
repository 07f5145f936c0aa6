import fc from "fast-check";
import * as assert from "uvu/assert";
import { commonLines } from "../../src/base/common-lines.ts";
import { withoutWhitespace } from "../../src/git/diff/without-whitespace.ts";
import { suite } from "../support/suite.ts";

const test = suite("same lines");

const lines = fc.array(fc.constantFrom("a", "b", "c", "end", ""), { maxLength: 12 });

/** The length of a longest common subsequence, by the textbook table. */
function longest(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const next = [0];
    right.forEach((other, at) => {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

function isWithin(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at++;
  return at === words.length;
}

test("as many lines as a longest common subsequence holds, and in its order", () => {
  fc.assert(
    fc.property(lines, lines, (removed, added) => {
      const same = [...commonLines(removed, added).keys()]
        .sort((a, b) => a - b)
        .map((index) => added[index] ?? "?");
      assert.is(same.length, longest(removed, added));
      assert.ok(isWithin(same, removed));
      for (const [index, partner] of commonLines(removed, added)) assert.is(added[index], removed[partner]);
    }),
  );
});

test("where the most frequent lines would cost too much the rarer ones still pair up", () => {
  const block = new Array<string>(3000).fill("end");
  const removed = ["x", ...block, "one", ...block, "two", "z"];
  const added = ["y", ...block, "one", ...block, "two", "w"];
  const begun = performance.now();
  const same = [...commonLines(removed, added).keys()].map((index) => added[index]);
  assert.equal(same.sort(), ["one", "two"]);
  assert.ok(performance.now() - begun < 1000);
});

test("a line without its white space is what is left of it", () => {
  assert.is(withoutWhitespace(" \tlocal x\v\f= 1 \r"), "localx=1");
});
