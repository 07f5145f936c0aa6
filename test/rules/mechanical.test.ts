import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import { LineIndex } from "../../src/base/position.ts";
import { LuaSource } from "../../src/lua/source.ts";
import { firstDifference } from "../../src/rules/mechanical.ts";
import type { SourceFile } from "../../src/rules/rule.ts";
import { suite } from "../harness/suite.ts";

const test = suite("mechanical changes");

const MECHANICAL: readonly (readonly [why: string, before: string, after: string])[] = [
  ["nothing", "local a = 1", "local a = 1"],
  ["white space and comments", "local a = 1 -- one", "-- two\nlocal a\n  = 1"],
  ["a require path", 'local a = require("x.y")', 'local a = require("z")'],
  ["a require path in other quotes", 'local a = require "x"', "local a = require 'y'"],
  ["a require through a local", 'local r = require\nlocal a = r("x")', 'local r = require\nlocal a = r("y")'],
  ["one name throughout", "local a = 1\nreturn a + a.b", "local c = 1\nreturn c + c.b"],
  ["a field that is renamed", "return t.old(t.old)", "return t.new(t.new)"],
];

const MORE: readonly (readonly [why: string, before: string, after: string, said: string])[] = [
  ["a string that is no module", 'return "x"', 'return "y"', 'a.lua:1:8  "x" becomes "y"'],
  ["a number", "return 1", "return 2", "a.lua:1:8  1 becomes 2"],
  ["an operator", "return a + b", "return a - b", "a.lua:1:10  + becomes -"],
  ["a keyword", "return a and b", "return a or b", "a.lua:1:10  and becomes or"],
  ["two names", "return a + b", "return c + d", "a.lua:1:12  b becomes d"],
  [
    "a name in one place alone",
    "return a + a",
    "return b + a",
    "a.lua:1:12  a stays here, and is renamed above",
  ],
  [
    "two names that become one",
    "return a + b",
    "return b + b",
    "a.lua: a becomes b, which is another name there already",
  ],
  ["two names that change places", "return a + b", "return b + a", "a.lua:1:12  b becomes a"],
  ["something more", "return 1", "return 1 + 2", "a.lua:1:10  + is added"],
  ["something less", "return 1 + 2", "return 1", "a.lua:1:8  + is taken away"],
  ["a require that is computed", 'require(p .. "x")', 'require(p .. "y")', 'a.lua:1:14  "x" becomes "y"'],
];

for (const [why, before, after] of MECHANICAL) {
  test(`mechanical: ${why}`, () => {
    assert.is(firstDifference(file(before), file(after)), undefined);
  });
}

for (const [why, before, after, said] of MORE) {
  test(`not mechanical: ${why}`, () => {
    assert.is(firstDifference(file(before), file(after)), said);
  });
}

function file(source: string): SourceFile {
  const text = byteTextOf(Buffer.from(source));
  return {
    path: "a.lua",
    entry: { kind: "file", id: "0".repeat(40) },
    side: "after",
    text,
    lines: new LineIndex(text),
    lua: new LuaSource(text),
    change: undefined,
  };
}
