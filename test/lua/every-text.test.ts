// No text makes the facts fail or stall, whatever it holds.
import fc from "fast-check";
import * as assert from "uvu/assert";
import { byteTextOf, encodeText } from "../../src/base/byte-text.ts";
import type { ByteRange } from "../../src/base/position.ts";
import { tokens } from "../../src/lua/lexer/tokens.ts";
import type { LuaSource } from "../../src/lua/source.ts";
import { factsByName } from "../support/lua/facts-by-name.ts";
import { lua } from "../support/lua/reading.ts";
import { suite } from "../support/suite.ts";

const test = suite("facts of any text");

const PIECES = [
  ..."local function end if then else do while repeat until for in return and or not nil".split(" "),
  ..."a b M self _G _ENV require pcall setmetatable reaper ImGui rawset".split(" "),
  ..."= == , ; . : ( ) { } [ ] .. + - 'm' \"a.b\" [[x]] 1 ...".split(" "),
  "-- @deprecated x\n",
  "-- EXPIRES: 2026-01-31\n",
  "--[[",
  "]]",
  "\n",
];

test("any words give facts whose ranges lie in the text", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(" "));
  fc.assert(fc.property(text, holdsRanges), { numRuns: 500 });
});

const STATEMENTS = [
  "local a = require 'm'",
  "local b = a",
  "a = b",
  "local M = {}",
  "local M = { a = a, b = b }",
  "M.a = b",
  "function M:f(a) self.x = a return b end",
  "M = setmetatable(M, { __index = M })",
  "a.b(M, a)",
  "local r = reaper",
  "r = r or a",
  "_G.x = r.GetX(a)",
  "local _ENV = _G",
  "do local a, b = pcall(require, 'n')",
  "end",
  "(function() a() end)()",
  "local function a() b() end",
  "assert(a)(b)",
  "return M",
];

test("any statements give facts whose ranges lie in the text", () => {
  const text = fc.array(fc.constantFrom(...STATEMENTS), { maxLength: 14 }).map((words) => words.join(";"));
  fc.assert(fc.property(text, holdsRanges), { numRuns: 500 });
});

test("facts and anchors are the same whatever stands between the tokens", () => {
  const text = fc.array(fc.constantFrom(...STATEMENTS), { maxLength: 10 }).map((parts) => parts.join(";"));
  const gaps = fc.array(
    fc.constantFrom(" ", "\n", "\r\n", "\t", "--[[ a\n ]]", " -- b\n", " --[==[]]]==] "),
    {
      minLength: 7,
      maxLength: 7,
    },
  );
  fc.assert(
    fc.property(text, gaps, (program, between) => {
      const code = encodeText(program);
      const words = tokens(code).map(({ range }) => code.slice(range.start, range.end));
      const other = words.map((word, index) => word + (between[index % between.length] ?? " ")).join("");
      assert.equal(describe(lua(other)), describe(lua(words.join(" "))), other);
    }),
    { numRuns: 300 },
  );
});

/** All facts without their places, and the anchors of all calls. */
function describe(source: LuaSource): unknown {
  const { comments: _, ...facts } = factsByName(source);
  return [withoutPlaces(facts), source.calls.map(({ range }) => source.anchor(range))];
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  if ("type" in value) return value.type;
  const isPlace = (key: string, part: unknown) =>
    key === "text" || key === "holder" || (typeof part === "object" && part !== null && "start" in part);
  return Object.entries(value)
    .filter(([key, part]) => !isPlace(key, part) && typeof part !== "number")
    .map(([key, part]) => [key, withoutPlaces(part)]);
}

test("any bytes give facts whose ranges lie in the text", () => {
  const text = fc.uint8Array({ maxLength: 60 }).map((bytes) => byteTextOf(bytes));
  fc.assert(fc.property(text, holdsRanges));
});

function holdsRanges(text: string): void {
  const source = lua(text);
  for (const { start, end } of rangesIn(factsByName(source))) {
    assert.ok(
      start >= 0 && start <= end && end <= source.text.length,
      `${start}–${end} of ${source.text.length}`,
    );
  }
}

/** Not of the nodes of the tree, which are the parser's. */
function rangesIn(value: unknown): ByteRange[] {
  if (typeof value !== "object" || value === null || "type" in value) return [];
  const own =
    "start" in value && "end" in value && typeof value.start === "number" ? [value as ByteRange] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}
