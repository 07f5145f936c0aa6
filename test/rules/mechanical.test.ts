import fc from "fast-check";
import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import { LineIndex } from "../../src/base/position.ts";
import { LuaSource } from "../../src/lua/source.ts";
import type { SourceFile } from "../../src/modules/source-file.ts";
import { firstDifference } from "../../src/rules/diff-budget/mechanical/difference.ts";
import { suite } from "../support/suite.ts";

const test = suite("mechanical changes");

const MECHANICAL: readonly (readonly [why: string, before: string, after: string])[] = [
  ["nothing", "local a = 1", "local a = 1"],
  ["white space and comments", "local a = 1 -- one", "-- two\nlocal a\n  = 1"],
  ["a require path", 'local a = require("x.y")', 'local a = require("z")'],
  ["a require path in other quotes", 'local a = require "x"', "local a = require 'y'"],
  ["a require through a local", 'local r = require\nlocal a = r("x")', 'local r = require\nlocal a = r("y")'],
  ["one name throughout", "local a = 1\nreturn a + a.b", "local c = 1\nreturn c + c.b"],
  ["a field that is renamed", "return t.old(t.old)", "return t.new(t.new)"],
  ["the beginning of a path", "Colors.hex(Colors.rgb)", "Ark.Colors.hex(Ark.Colors.rgb)"],
  ["a path that becomes shorter", "Ark.Colors.hex(Ark.Colors.rgb, Ark.x)", "Colors.hex(Colors.rgb, Ark.x)"],
  ["a field of one table alone", "return M.old + N.old", "return M.new + N.old"],
  ["a path beside a key of its name", "Colors.hex{ a, Colors = 1 }", "Ark.Colors.hex{ a, Colors = 1 }"],
  ["a path beside a field of its name", "Colors.hex(t.Colors)", "Ark.Colors.hex(t.Colors)"],
  [
    "a path beside an assignment in a function of a table",
    "t = { f = function() local a; Colors.x = 1 end, Colors = 2 }",
    "t = { f = function() local a; Ark.Colors.x = 1 end, Colors = 2 }",
  ],
];

const MORE: readonly (readonly [why: string, before: string, after: string, said: string])[] = [
  ["a string that is not a module", 'return "x"', 'return "y"', 'a.lua:1:8  "x" becomes "y"'],
  ["a number", "return 1", "return 2", "a.lua:1:8  1 becomes 2"],
  ["an operator", "return a + b", "return a - b", "a.lua:1:10  + becomes -"],
  ["a keyword", "return a and b", "return a or b", "a.lua:1:10  and becomes or"],
  ["two names", "return a + b", "return c + d", "a.lua:1:12  b becomes d"],
  [
    "a name in one place alone",
    "return a + a",
    "return b + a",
    "a.lua:1:12  a stays here, and is b elsewhere",
  ],
  [
    "two names that become one",
    "return a + b",
    "return b + b",
    "a.lua:1:8  a becomes b, which is another name there already",
  ],
  [
    "a path that another has already",
    "return M.old + M.new",
    "return M.new + M.new",
    "a.lua:1:10  old becomes new, which is another name there already",
  ],
  [
    "a path in one place alone",
    "return a.b.c + a.b.d",
    "return x.b.c + a.b.d",
    "a.lua:1:16  a stays here, and is x elsewhere",
  ],
  ["a name that becomes a call", "return a", "return a()", "a.lua:1:9  ( is added"],
  [
    "another string in the call that requires",
    'require("x", "y")',
    'require("x", "z")',
    'a.lua:1:14  "y" becomes "z"',
  ],
  ["two names that change places", "return a + b", "return b + a", "a.lua:1:12  b becomes a"],
  ["something more", "return 1", "return 1 + 2", "a.lua:1:10  + is added"],
  ["something less", "return 1 + 2", "return 1", "a.lua:1:8  + is taken away"],
  ["a require that is computed", 'require(p .. "x")', 'require(p .. "y")', 'a.lua:1:14  "x" becomes "y"'],
];

for (const [why, before, after] of MECHANICAL) {
  test(`mechanical: ${why}`, () => {
    assert.is(difference(before, after), undefined);
  });
}

for (const [why, before, after, said] of MORE) {
  test(`not mechanical: ${why}`, () => {
    assert.is(difference(before, after), said);
  });
}

test("a text is what it was, whatever stands between its tokens", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(" ", "\n", "\t", " --x\n", " --[[ y ]] "), { minLength: 60 }),
      (gaps) => {
        let at = 0;
        const spaced = PIECES.map((piece) => piece + (gaps[at++ % gaps.length] ?? " ")).join("");
        assert.is(difference(PIECES.join(" "), spaced), undefined);
      },
    ),
  );
});

test("a name that is fresh can stand for any name everywhere", () => {
  const names = [...new Set(PIECES.filter((piece) => /^[A-Za-z]/.test(piece) && !isKeyword(piece)))];
  for (const name of names) {
    const renamed = PIECES.map((piece) => (piece === name ? "fresh" : piece));
    assert.is(difference(PIECES.join(" "), renamed.join(" ")), undefined);
  }
});

test("a variable that keeps its old name in one place is found", () => {
  fc.assert(
    fc.property(fc.constantFrom("M", "t", "i"), fc.nat(), (name, pick) => {
      const places = PIECES.flatMap((piece, at) => (piece === name ? [at] : []));
      const kept = places[pick % places.length];
      const renamed = PIECES.map((piece, at) => (piece === name && at !== kept ? "fresh" : piece));
      assert.is.not(difference(PIECES.join(" "), renamed.join(" ")), undefined);
    }),
  );
});

test("any other token that changes, goes or comes is found", () => {
  fc.assert(
    fc.property(fc.nat(PIECES.length - 1), fc.constantFrom("swap", "drop", "add"), (at, how) => {
      fc.pre(how !== "swap" || !/^[A-Za-z]/.test(PIECES[at] ?? "") || isKeyword(PIECES[at] ?? ""));
      const changed =
        how === "drop"
          ? PIECES.toSpliced(at, 1)
          : PIECES.toSpliced(at, how === "swap" ? 1 : 0, how === "swap" ? "~=" : ";");
      assert.is.not(difference(PIECES.join(" "), changed.join(" ")), undefined);
    }),
  );
});

const PIECES = (
  `local M = { a = 1 , [ "k" ] = g , } ; local t = require ( 'x.y' ) function M . f ( a , ... ) ` +
  `if a == nil then return M . g ( a , t . u ) , 2 end for i = 1 , # a do M . n = M . n + i end end return M`
).split(" ");

function isKeyword(piece: string): boolean {
  return ["local", "function", "if", "nil", "then", "return", "end", "for", "do"].includes(piece);
}

function difference(before: string, after: string): string | undefined {
  const now = file(after);
  const found = firstDifference(file(before), now);
  if (found === undefined) return undefined;
  const { line, column } = now.lines.at(found.range.start);
  return `a.lua:${line}:${column}  ${found.message}`;
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
