// Depth does not overflow the stack, and the work grows with the text, no faster.
import * as assert from "uvu/assert";
import { factsByName } from "../support/lua/facts-by-name.ts";
import { lua } from "../support/lua/reading.ts";
import { suite } from "../support/suite.ts";

const test = suite("deep and wide texts");

const DEEP: readonly (readonly [title: string, text: string])[] = [
  ["a sum", `x = ${"1+".repeat(200_000)}1`],
  ["fields", `x = a${".b".repeat(200_000)}`],
  ["fields of a module", `local m = require 'm' x = m${".b".repeat(200_000)}`],
  ["fields that are set", `M${".b".repeat(200_000)} = function() end`],
  ["calls", `f${"()".repeat(200_000)}`],
  ["calls of a module", `require 'm'${" 'x'".repeat(200_000)}`],
  ["methods", `f${":g()".repeat(100_000)}`],
  ["methods of a text that is printed", `print(("x")${":format(1)".repeat(100_000)})`],
  ["choices", `local x = ${"a or ".repeat(30_000)}reaper x.y()`],
  ["functions in functions", `${"local function f() ".repeat(150)}${"end ".repeat(150)}`],
  ["tables in tables", `x = ${"{ a = ".repeat(150)}1${"}".repeat(150)}`],
  [
    "locals of which each is one of two",
    `local a0 = b ${Array.from({ length: 150 }, (_, i) => `local a${i + 1} = a${i} or a${i}`).join(" ")} return a150`,
  ],
  ["setmetatable of setmetatable", `x = ${"setmetatable(".repeat(150)}M${")".repeat(150)}`],
];

for (const [title, text] of DEEP) {
  test(`depth does not matter: ${title}`, () => {
    const source = lua(text);
    assert.is(source.syntax.ok ? "" : source.syntax.error.message, "");
    factsByName(source);
  });
}

const numbers = (n: number, make: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => make(index)).join("\n");

/** Each has a fact that a careless reader would work out by going over everything for every statement. */
const WIDE: readonly (readonly [title: string, text: (n: number) => string])[] = [
  ["aliases of aliases", (n) => `local b; ${numbers(n / 4, (i) => `do local a${i} = b; b = a${i} end`)}`],
  ["one local with many values", (n) => `local r; ${"r = reaper; r.x(); ".repeat(n)}`],
  ["many locals of many values", (n) => `local a, b, c; ${"a = b; b = c; c = a; a.x(b, c); ".repeat(n)}`],
  ["exports by exports", (n) => `local M = {} ${numbers(n, (i) => `M.f${i + 1} = M.f${i}`)} return M`],
  ["metatables", (n) => `local M = {} ${"setmetatable(M, { __index = M }) ".repeat(n)} return M`],
  ["a table of aliases", (n) => `local t = { ${"a = reaper, ".repeat(n)} } ${"t.a.x() ".repeat(n)}`],
  [
    "functions called at load",
    (n) => `local M = {} ${numbers(n, (i) => `function M.f${i}() go() end M.f${i}()`)}`,
  ],
  ["a local function called at load", (n) => `local function f() go() end ${"f() ".repeat(n)}`],
  [
    "a choice that is called again and again",
    (n) =>
      `local t = { x = ${"a or ".repeat(n / 4)}b } ${"t.x() ".repeat(n)} setmetatable(${"a or ".repeat(n / 4)}b)${"()".repeat(n)}`,
  ],
  ["requires", (n) => `local m; ${"m = require 'm'; m.f(); ".repeat(n)}`],
  ["module strings", (n) => `x = { ${"'a.b.c', ".repeat(n)} }`],
  ["globals", (n) => "x = y; ".repeat(n)],
  ["shims", (n) => "-- @deprecated x\n-- EXPIRES: 2026-01-31\n\n".repeat(n)],
  ["shims in a row", (n) => "-- @deprecated x EXPIRES\n".repeat(n)],
  ["blanks in a shim", (n) => `-- @deprecated x\n-- EXPIRES: ${" ".repeat(20 * n)}x`],
];

for (const [title, text] of WIDE) {
  test(`sixteen times the text takes no more than some sixteen times the time: ${title}`, () => {
    const small = Math.min(timeFor(text(4000)), timeFor(text(4000)), timeFor(text(4000)));
    const large = timeFor(text(64_000));
    // Work that grows with the square would take 256 times as long, and several seconds.
    assert.ok(large < 80 * small + 1000, `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
  });
}

/** The processor's milliseconds for all facts, without the parse. */
function timeFor(text: string): number {
  const source = lua(text);
  assert.is(source.syntax.ok ? "" : source.syntax.error.message, "");
  const begun = process.cpuUsage();
  factsByName(source);
  return process.cpuUsage(begun).user / 1000;
}
