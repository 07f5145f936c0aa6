import * as assert from "uvu/assert";
import { count, didYouMean, list, withGuess } from "../../src/base/wording.ts";
import { suite } from "../support/suite.ts";

const test = suite("wording");

test("one thing is told in the singular, none and many in the plural", () => {
  assert.equal(
    [0, 1, 2].map((number) => count(number, "file")),
    ["0 files", "1 file", "2 files"],
  );
  assert.is(count(2, "entry", "entries"), "2 entries");
});

test("a list has its joint before the last word alone", () => {
  const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => list(words, "or"));
  assert.equal(lists, ["", "a", "a or b", "a, b or c"]);
});

test("what may have been meant is told as it would be typed, and nothing where nothing is near", () => {
  assert.is(
    didYouMean("stagd", ["staged", "tree"], (flag) => `--${flag}`),
    "did you mean --staged?",
  );
  assert.is(didYouMean("zebra", ["staged", "tree"]), undefined);
  assert.is(withGuess("there is no x", "tre", ["tree"]), "there is no x; did you mean tree?");
  assert.is(withGuess("there is no x", "zebra", ["tree"]), "there is no x");
});
