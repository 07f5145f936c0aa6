import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { replace } from "../../src/patch/replace.ts";
import { suite } from "../support/suite.ts";

const test = suite("replacements");

const run = (text: string, find: string, by: string, all = false, isRecorded = false) => {
  const step = { find: Buffer.from(find), with: Buffer.from(by), all };
  const result = replace(Buffer.from(text), step, isRecorded);
  return result.ok ? `${result.value.isDone ? "done: " : ""}${result.value.bytes}` : result.error;
};

const CASES: readonly (readonly [title: string, result: string | number, ...Parameters<typeof run>])[] = [
  ["a text that is there once is replaced", "a2c", "a1c", "1", "2"],
  ["a text that is nowhere is refused", 0, "abc", "1", "2"],
  ["a text that appears twice is refused, and how often is said", 2, "1a1", "1", "2"],
  ["overlapping occurrences are several", 2, "aaa", "aa", "b"],
  ["with all every occurrence is replaced", "2a2", "1a1", "1", "2", true],
  ["what takes its place is there: it is done", "done: a2c", "a2c", "1", "2"],
  ["an insertion at an anchor is done once it is there", "done: x\ny\nz", "x\ny\nz", "x\n", "x\ny\n"],
  ["an insertion at an anchor is made where the anchor stands alone", "x\ny\nz", "x\nz", "x\n", "x\ny\n"],
  ["with all those that are done stay", "ab ab", "ab a", "a", "ab", true],
  ["one that is done and one that is not are ambiguous without all", 2, "ab a", "a", "ab"],
  ["what a tree alone can't tell is refused without a record", 0, "ac", "b", ""],
  ["and is done with one", "done: ac", "ac", "b", "", false, true],
  ["a text replaced by itself is done where it is there", "done: abc", "abc", "b", "b"],
];

for (const [title, result, ...input] of CASES) test(title, () => assert.equal(run(...input), result));

test("what was replaced is done, unless it makes the text anew", () => {
  const text = fc.stringMatching(/^[abc]{0,8}$/);
  fc.assert(
    fc.property(text, fc.stringMatching(/^[abc]{1,3}$/), text, fc.boolean(), (whole, find, by, all) => {
      const step = { find: Buffer.from(find), with: Buffer.from(by), all };
      const once = replace(Buffer.from(whole), step, false);
      if (!once.ok || once.value.isDone) return;
      const again = replace(once.value.bytes, step, true);
      const isAnew = once.value.bytes
        .toString()
        .replaceAll(by === "" ? "\0" : by, "")
        .includes(find);
      const isCrossing = once.value.bytes.includes(find);
      assert.ok(isAnew || isCrossing || (again.ok && again.value.isDone));
    }),
  );
});
