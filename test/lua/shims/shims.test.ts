import * as assert from "uvu/assert";
import type { Shim } from "../../../src/lua/shims/shims.ts";
import type { LuaSource } from "../../../src/lua/source.ts";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("shims");

function describe(source: LuaSource, { expires, removal, target, deprecated }: Shim): string {
  const date = expires.kind === "date" ? expires.date : expires.kind;
  const written = expires.kind === "missing" ? "" : ` <${slice(source, expires.range)}>`;
  const phase = removal === undefined ? "no phase" : `${removal.phase} <${slice(source, removal.range)}>`;
  const params = target.kind === "function" ? `(${target.params.join(", ")})` : "";
  const name = "name" in target ? ` ${target.name}${params} <${slice(source, target.range)}>` : "";
  return `${deprecated} | ${date}${written} | ${phase} | ${target.kind}${name}`;
}

function shims(text: string): string[] {
  const source = lua(text);
  return source.shims.map((shim) => describe(source, shim));
}

const AFTER = "function M.f(a, b) end";
const FUNCTION = "function M.f(a, b) <function M.f(a, b)>";

const CASES: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  [
    "the form of the playbook",
    `local M = {}
-- @deprecated TEMP_PARITY_SHIM: get_sequence() -> use playlists.sequencer
-- EXPIRES: 2025-11-15 (planned removal: Phase-3)
-- reason: GUI still calls bridge:get_sequence(); remove after GUI migrates.
${AFTER}`,
    [
      `TEMP_PARITY_SHIM: get_sequence() -> use playlists.sequencer | 2025-11-15 <2025-11-15> | Phase-3 <Phase-3> | ${FUNCTION}`,
    ],
  ],
  [
    "a colon behind the mark, and the phase in a sentence",
    `local M = {}\n-- @deprecated: Temporary parity shim for old callers (remove in Phase 7)\n-- EXPIRES: 2026-01-31\n${AFTER}`,
    [
      `Temporary parity shim for old callers (remove in Phase 7) | 2026-01-31 <2026-01-31> | Phase 7 <Phase 7> | ${FUNCTION}`,
    ],
  ],
  [
    "everything on one line",
    `local M = {}\n-- @deprecated use x. EXPIRES: 2026-01-31 (planned removal: Phase-3)\n${AFTER}`,
    [
      `use x. EXPIRES: 2026-01-31 (planned removal: Phase-3) | 2026-01-31 <2026-01-31> | Phase-3 <Phase-3> | ${FUNCTION}`,
    ],
  ],
  [
    "a whole file",
    `-- @noindex\n-- @deprecated TEMP_PARITY_SHIM: moved to app.new\n-- EXPIRES: 2026-01-31\n\nreturn require 'app.new'`,
    ["TEMP_PARITY_SHIM: moved to app.new | 2026-01-31 <2026-01-31> | no phase | file"],
  ],
  [
    "a whole file that begins with a function",
    `-- @deprecated old\n-- EXPIRES: 2026-01-31\n\nlocal function f() end\nreturn f`,
    ["old | 2026-01-31 <2026-01-31> | no phase | file"],
  ],
  [
    "a whole file behind a first line for the shell",
    `#!/usr/bin/lua\n-- @deprecated old\nreturn {}`,
    ["old | missing | no phase | file"],
  ],
  [
    "a function at the top of a file",
    "-- @deprecated old\nfunction f(a) end",
    ["old | missing | no phase | function f(a) <function f(a)>"],
  ],
  [
    "no date but words",
    `local M = {}\n-- @deprecated x\n-- EXPIRES: After Phase 5\n${AFTER}`,
    [`x | not-a-date <After Phase 5> | no phase | ${FUNCTION}`],
  ],
  [
    "words and a phase",
    `local M = {}\n-- @deprecated x\n-- EXPIRES: later (planned removal: Phase-3)\n${AFTER}`,
    [`x | not-a-date <later> | Phase-3 <Phase-3> | ${FUNCTION}`],
  ],
  [
    "a place for a date",
    `local M\n-- @deprecated x\n-- EXPIRES: [date]\n`,
    ["x | not-a-date <[date]> | no phase | none"],
  ],
  [
    "a pattern of a date",
    `local M\n-- @deprecated x\n-- EXPIRES: YYYY-MM-DD\n`,
    ["x | not-a-date <YYYY-MM-DD> | no phase | none"],
  ],
  [
    "no day of the calendar",
    `local M\n-- @deprecated x\n-- EXPIRES: 2025-02-30\n`,
    ["x | not-a-date <2025-02-30> | no phase | none"],
  ],
  [
    "a leap day",
    `local M\n-- @deprecated x\n-- EXPIRES: 2028-02-29\n`,
    ["x | 2028-02-29 <2028-02-29> | no phase | none"],
  ],
  [
    "a date of one digit",
    `local M\n-- @deprecated x\n-- EXPIRES: 2025-2-3\n`,
    ["x | not-a-date <2025-2-3> | no phase | none"],
  ],
  [
    "prose above the date",
    `local M\n-- @deprecated x\n-- the token expires: see below, and what it Expires with\n-- EXPIRES: 2026-01-31\n`,
    ["x | 2026-01-31 <2026-01-31> | no phase | none"],
  ],
  [
    "a word of prose in capitals above the date",
    `local M\n-- @deprecated x; it EXPIRES soon\n--   EXPIRES 2026-01-31\n`,
    ["x; it EXPIRES soon | 2026-01-31 <2026-01-31> | no phase | none"],
  ],
  [
    "small letters with a colon",
    `local M\n-- @deprecated x, expires: 2026-01-31\n`,
    ["x, expires: 2026-01-31 | 2026-01-31 <2026-01-31> | no phase | none"],
  ],
  [
    "small letters at the beginning of a line",
    `local M\n-- @deprecated x\n-- Expires: later\n`,
    ["x | not-a-date <later> | no phase | none"],
  ],
  [
    "prose alone",
    `local M\n-- @deprecated x\n-- the cache expires: soon\n`,
    ["x | missing | no phase | none"],
  ],
  [
    "documentation of LDoc, with prose about what expires",
    `local M = {}
--- Gives a token; it expires: soon.
-- @deprecated use M.g
${AFTER}
--[[-- Gives another.
@deprecated use M.g
]]
${AFTER}
-- for the old
--- Gives one more.
-- @deprecated use M.g
${AFTER}
-- Gives one.
-- @raise when it can't
-- @deprecated use M.g
${AFTER}
-- @tfield string name
-- @deprecated Expires: when the caller goes
${AFTER}`,
    [],
  ],
  [
    "documentation of a shim",
    `local M = {}\n--- Old.\n-- @deprecated x\n-- EXPIRES: 2026-01-31\n${AFTER}`,
    [`x | 2026-01-31 <2026-01-31> | no phase | ${FUNCTION}`],
  ],
  [
    "an empty value",
    `local M\n-- @deprecated x\n-- EXPIRES:\n`,
    ["x | not-a-date <EXPIRES:> | no phase | none"],
  ],
  [
    "a removal without a phase",
    `local M\n-- @deprecated x (planned removal: )\n`,
    ["x (planned removal: ) | missing | no phase | none"],
  ],
  [
    "a block comment",
    `local M = {}\n--[[ @deprecated x\n  EXPIRES: 2026-01-31\n  planned removal: Phase 9\n]]\n${AFTER}`,
    [`x | 2026-01-31 <2026-01-31> | Phase 9 <Phase 9> | ${FUNCTION}`],
  ],
  [
    "a block comment with a level and stars",
    `local M = {}\n--[==[\n * @deprecated x\n * EXPIRES: 2026-01-31\n]==]\n${AFTER}`,
    [`x | 2026-01-31 <2026-01-31> | no phase | ${FUNCTION}`],
  ],
  [
    "line ends of another system",
    `local M = {}\r\n-- @deprecated x\r\n-- EXPIRES: 2026-01-31\r\n${AFTER}\r\n`,
    [`x | 2026-01-31 <2026-01-31> | no phase | ${FUNCTION}`],
  ],
  [
    "an assigned function",
    "local M = {}\n-- @deprecated x\nM.f = function(a, ...) end",
    ["x | missing | no phase | function M.f(a) <M.f = function(a, ...)>"],
  ],
  [
    "a method, a local, spaces",
    "local M = {}\n-- @deprecated x\nfunction M . a:f ( a )\nend\n-- @deprecated y\nlocal function g() end",
    [
      "x | missing | no phase | function M.a:f(a) <function M . a:f ( a )>",
      "y | missing | no phase | function g() <local function g()>",
    ],
  ],
  [
    "an alias",
    "local M = {}\n-- @deprecated x\nM.f = other.f",
    ["x | missing | no phase | assignment M.f <M.f =>"],
  ],
  [
    "a field of joined texts",
    `local M = {}\n-- @deprecated x\nM["f" .. 'g'] = function(a) end`,
    [`x | missing | no phase | function M.fg(a) <M["f" .. 'g'] = function(a)>`],
  ],
  [
    "several fields at once",
    "local M = {}\n-- @deprecated x\nM.f, M.g = 1, 2",
    ["x | missing | no phase | assignment M.f <M.f, M.g =>"],
  ],
  [
    "several fields at once, one of which is named",
    "local M = {}\n-- @deprecated g()\nM.f, M.g = 1, 2",
    ["g() | missing | no phase | assignment M.g <M.f, M.g =>"],
  ],
  [
    "a second comment between",
    `local M = {}\n-- @deprecated x\n\n--- documentation\n${AFTER}`,
    [`x | missing | no phase | ${FUNCTION}`],
  ],
  [
    "a text that does not parse",
    `local M = = {}\n-- @deprecated x\n-- EXPIRES: 2026-01-31\n${AFTER} end end`,
    [`x | 2026-01-31 <2026-01-31> | no phase | ${FUNCTION}`],
  ],
  [
    "two marks in one block",
    "local M\n-- @deprecated x\n-- EXPIRES: 2026-01-31\n-- @deprecated y\n-- EXPIRES: 2026-02-28\nM.f = 1",
    [
      "x | 2026-01-31 <2026-01-31> | no phase | assignment M.f <M.f =>",
      "y | 2026-02-28 <2026-02-28> | no phase | assignment M.f <M.f =>",
    ],
  ],
  ["a mark behind code", "local x = 1 -- @deprecated x\nfunction f() end", ["x | missing | no phase | none"]],
  [
    "documentation that has a date",
    `local M = {}\n--- Gives it.\n-- @deprecated TEMP_PARITY_SHIM: x\n-- EXPIRES: 2026-01-31\n${AFTER}`,
    [`TEMP_PARITY_SHIM: x | 2026-01-31 <2026-01-31> | no phase | ${FUNCTION}`],
  ],
  ["documentation of LuaLS", `local M = {}\n--- @deprecated use g\n---@deprecated\n${AFTER}`, []],
  ["documentation of LDoc", `local M = {}\n--- Gives it.\n-- @deprecated use g\n${AFTER}`, []],
  [
    "documentation by its tags",
    `local M = {}\n-- Gives it.\n-- @param s text\n-- @deprecated g\n${AFTER}`,
    [],
  ],
  ["a word inside a sentence", "-- it is @deprecated now\nlocal M", []],
  ["a longer word", "-- @deprecated-by x\n-- @deprecateds\nlocal M", []],
  ["a string", `local s = "-- @deprecated x"\nlocal t = [[\n-- @deprecated y\n]]`, []],
];

for (const [title, text, expected] of CASES) {
  test(`a header is read, or is not one: ${title}`, () => assert.equal(shims(text), expected));
}

test("a header reaches from its first comment to its last, its mark to the end of the line", () => {
  const source = lua(`local M\n-- about\n-- @deprecated x  \n-- EXPIRES: 2026-01-31\n\n-- apart\n`);
  const [shim] = source.shims;
  assert.is(shim && slice(source, shim.range), "-- about\n-- @deprecated x  \n-- EXPIRES: 2026-01-31");
  assert.is(shim && slice(source, shim.markRange), "@deprecated x");
});
