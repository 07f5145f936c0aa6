import * as assert from "uvu/assert";
import { nulList } from "../../../src/git/process/nul-list.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a listing of Git's with NULs");

test("has an entry before each NUL, empty ones and those with line ends too, and none behind the last", () => {
  assert.equal(nulList(""), []);
  assert.equal(nulList("a\0"), ["a"]);
  assert.equal(nulList("a b\nc\0\0d\0"), ["a b\nc", "", "d"]);
});

test("that was cut short keeps what it holds", () => {
  assert.equal(nulList("a\0b"), ["a", "b"]);
});
