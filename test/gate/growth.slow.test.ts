// What others wrote is judged in a time that grows as it does: each kind of input is made four times as large, and the
// processor's time may not grow by much more than that. A step that compares everything with everything grows sixteenfold.
import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import type { Terms } from "../../src/gate/terms.ts";
import { json } from "../../src/report/verdict/json.ts";
import { rules } from "../../src/rules/index.ts";
import type { Content } from "../support/repo.ts";
import { makeFixtureRepo } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

type Text = (size: number) => string;
interface Kind {
  readonly after: Text;
  readonly before?: Text;
  /** Where the usual size shows nothing yet. */
  readonly small?: number;
}

const test = suite("the gate");
const PATH = "ARKITEKT/scripts/RegionPlaylist/core/playlist.lua";
const module = (body: string) => `local M = {}\n${body}\nreturn M\n`;
const repeat =
  (piece: string | ((index: number) => string)): Text =>
  (size) =>
    module(
      Array.from({ length: size }, (_, index) => (typeof piece === "string" ? piece : piece(index))).join(""),
    );

const KINDS: Readonly<Record<string, Kind>> = {
  "calls of the result of a call": { after: (size) => module(`f${"()".repeat(size)}`) },
  "calls with tables of the result of a call": { after: (size) => module(`f${"({})".repeat(size)}`) },
  "calls with names": { after: (size) => module(`f${"{a=1}".repeat(size)}`) },
  "asserts of asserts": { after: (size) => module(`assert${"(assert)".repeat(size)}`) },
  "versions of a required module": { after: (size) => module(`require"a"${'"1"'.repeat(size)}`) },
  "methods in a row": { after: (size) => module(`f()${":g()".repeat(size)}`) },
  "fields in a row": { after: (size) => module(`local x = a${".b".repeat(size)}`) },
  "fields in a row, written": { after: (size) => module(`a${".b".repeat(size)} = 1`) },
  "fields of the host in a row": { after: (size) => module(`local x = reaper${".b".repeat(size)}`) },
  "suppressions that are used": { after: repeat("-- arkitekt-off no-globals: why\nx = 1\n") },
  "suppressions that are not": { after: repeat("-- arkitekt-off no-globals: why\n") },
  "suppressions between blank lines": { after: repeat("-- arkitekt-off no-globals: why\n\n\n") },
  "suppressions of equal findings before": {
    before: repeat("x = 1\n"),
    after: repeat("-- arkitekt-off no-globals: why\nx = 1\n"),
  },
  "equal globals": { after: repeat("x = 1\n") },
  "equal globals that were there": { before: repeat("x = 1\n"), after: repeat("x = 1 \n") },
  "equal globals on one line": { after: repeat("x = 1 ") },
  "equal globals in functions that are called anew": {
    before: (size) => module(`function M.a()\n${"x = 1\n".repeat(size)}end`),
    after: (size) => module(`function M.b()\n${"x = 1\n".repeat(size)}end`),
  },
  "globals, each of its own": { after: repeat((index) => `x${index} = 1\n`) },
  "reads of globals": { after: repeat((index) => `M.a = x${index}\n`) },
  "functions with a global each": { after: repeat((index) => `function M.f${index}()\nx = 1\nend\n`) },
  "functions that were called something else": {
    before: repeat((index) => `function M.g${index}()\nx = 1\nend\n`),
    after: repeat((index) => `function M.f${index}()\nx = 1\nend\n`),
  },
  "requires of one module": { after: repeat('M.a = require("rearkitekt.b")\n') },
  "requires, each of its own": { after: repeat((index) => `M.a = require("arkitekt.b${index}")\n`) },
  "requires of what is not there, each asked for before": {
    after: repeat((index) => `if pcall(require, "a.b${index}") then M.a = require("a.b${index}") end\n`),
  },
  "requires of what is not there": { after: repeat((index) => `M.a = require("core.b${index}")\n`) },
  "requires of one local, set again and again": {
    after: (size) =>
      module(
        `local a\n${Array.from({ length: size }, (_, at) => `a = "b.c${at}" M.a = require(a)\n`).join("")}`,
      ),
  },
  "requires on one line": { after: repeat('M.a = require("a\\\\b") ') },
  "aliases of aliases": {
    after: repeat(
      (index) => (index % 150 === 0 ? "do end\n" : "") + `M.a${index} = M.a${Math.max(0, index - 1)}\n`,
    ),
  },
  "one local, set again and again": {
    after: (size) => module(`local a\n${"a = reaper\na.x()\n".repeat(size)}`),
  },
  "locals that take each other": {
    after: (size) => module(`local a, b\n${"a = b b = a a()\n".repeat(size)}`),
  },
  "fields of one table, set and called": {
    after: repeat((index) => `M.f${index} = function() M.f${index + 1}() end\n`),
  },
  "one field, set to itself or else, again and again": {
    after: repeat("M.x = M.x or {}\n"),
    small: 8000,
  },
  "one field, set and required": {
    after: repeat('M.n = "a.b"\nM.y = require(M.n)\n'),
    small: 8000,
  },
  "one field, set and handed on": {
    after: repeat("M.f = {}\ntable.insert(M.f, 1)\n"),
    small: 8000,
  },
  "own functions called at load": {
    after: (size) => module(`local function f() x = 1 end\n${"f()\n".repeat(size)}`),
  },
  "a table with many fields": { after: (size) => module(`M.t = {${"a = {}, ".repeat(size)}}`) },
  "a table with many fields, asked": {
    after: (size) =>
      `local t = {${Array.from({ length: size }, (_, index) => `f${index} = reaper`).join(",")}}\n${Array.from({ length: size }, (_, index) => `t.f${index}()`).join("\n")}\nreturn t\n`,
  },
  "operands of or": { after: (size) => module(`local x = ${"a or ".repeat(size)}b`) },
  "operands of ..": { after: (size) => module(`local x = ${'"a" .. '.repeat(size)}"b"`) },
  "operands of + with calls": { after: (size) => module(`local x = ${"f() + ".repeat(size)}1`) },
  "arguments that are tables": { after: (size) => module(`f(${"{}, ".repeat(size)}1)`) },
  metatables: { after: repeat("setmetatable({}, { __index = M })\n") },
  "metatables of one table": { after: repeat("setmetatable(M, { __index = M })\n") },
  "metatables of one table, and what they run": {
    after: repeat("setmetatable(M, { __add = function() end })\nM.x = M + 1\n"),
  },
  returns: { after: (size) => module(`function M.f(a)\n${"if a then return M end\n".repeat(size)}end`) },
  shims: { after: repeat("-- @deprecated use a.b\n-- EXPIRES: 2026-02-01\n") },
  "shims without a date": { after: repeat("-- @deprecated use a.b\n\nlocal function f() end\n") },
  comments: { after: repeat("-- words and words\n") },
  "comments in one block": {
    after: (size) => module(`--[[\n${"@deprecated EXPIRES: 2026\n".repeat(size)}]]`),
  },
  "blank lines": { after: repeat("\n") },
  "lines that end in CR": { after: repeat("M.a = 1\r") },
  "text that is not Lua": { after: repeat("= = (\n") },
  "strings that name modules": { after: repeat('M.a = "arkitekt.core.colors"\n') },
  "words that may require": { after: repeat("-- require (\n") },
  "calls with a canonical value": { after: repeat("core.open(canonicalize_sequence(x))\n") },
  "calls with what is no canonical value": {
    after: (size) =>
      module(
        `local function canonicalize_sequence(x) return x end\n${"core.open(canonicalize_sequence(x))\n".repeat(size)}`,
      ),
  },
  "texts that are loaded": { after: repeat((index) => `load("x${index} = 1")\n`) },
  "modules by the file's own name": {
    after: (size) =>
      module(
        `local base = (...):match("(.-)[^%.]+$")\n${Array.from({ length: size }, (_, at) => `M.a = require(base .. "x${at}")\n`).join("")}`,
      ),
  },
  "values of a field that or chooses between": {
    after: (size) => module(`M.t = { loop = ${"a.b or ".repeat(size)}"x" }`),
  },
  "numeric fields": { after: repeat("M.width = { 1 }\nM.cycle = {}\n") },
  "a long line before": { before: repeat("x = 1 "), after: repeat("x = 2 ") },
  "globals that may be slips of locals": {
    after: repeat((index) => `do local gabc${index} end M.a(gabd${index})\n`),
    small: 1000,
  },
  "globals that are tested, and may be slips of locals": {
    after: repeat((index) => `do local gabc${index} end if gabd${index} then M.a = 1 end\n`),
    small: 1000,
  },
  "calls with texts that make a global each": {
    after: repeat((index) => `class "x${index}"\nM.a(x${index})\n`),
    small: 3000,
  },
  "what is to be done, on one line": { after: (size) => module(`--${"TODO ".repeat(size)}`), small: 2000 },
  "a function of a long name": {
    after: (size) => module(`function M.${"a".repeat(size)}.b() x = 1 end`),
    small: 10000,
  },
  "a call at load by a long key": {
    after: (size) => module(`local other = require("other.one")\nother["${"a".repeat(size)}-"](M)`),
    small: 30000,
  },
  "open brackets": { after: repeat("[==[") },
  "labels and gotos": { after: (size) => module("do goto a ::a:: end\n".repeat(size)) },
};

const OPTIONS: Readonly<Record<string, object>> = {
  "canonical-shape": { boundaries: [{ files: ["**"], calls: ["*"] }] },
  "diff-budget": { files: 1000, loc: 1e9 },
  "no-require-effects": { results: true, moduleFields: true },
  "proof-grep": { greps: [{ pattern: "%f[%w]x%s*=", dialect: "lua", should_match: false }] },
};

const terms: Terms = {
  ...termsOf({
    rule: "",
    settings: {},
    policy: {
      rules: Object.fromEntries(
        rules.filter(({ id }) => id !== "task-code").map(({ id }) => [id, ["error", OPTIONS[id] ?? {}]]),
      ),
    } as never,
  }),
};

const SMALL = 500;
const FACTOR = 4;

for (const [what, kind] of Object.entries(KINDS)) {
  test(`judges ${what} in a time that grows as they do`, async () => {
    await time(kind, 50);
    const size = kind.small ?? SMALL;
    const small = await time(kind, size);
    const large = await time(kind, size * FACTOR);
    const exponent = Math.log(large / Math.max(small, 20)) / Math.log(FACTOR);
    assert.ok(large < 400 || exponent < 1.6, `${small} ms, then ${large} ms`);
  });
}

async function time({ before, after }: Kind, size: number): Promise<number> {
  const files = (text: Text | undefined): Record<string, Content> =>
    text === undefined ? {} : { [PATH]: Buffer.from(text(size), "latin1") };
  const repo = await makeFixtureRepo([
    {
      name: "one",
      before: files(before) as never,
      commits: [{ message: "[RP-1] Try it", after: files(after) as never }],
      subject: "commit",
      isMerge: false,
      branches: ["main"],
    },
  ]);
  try {
    const change = repo.change("one");
    const begun = process.cpuUsage();
    json(await judge(change, terms));
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  } finally {
    await repo.close();
  }
}
