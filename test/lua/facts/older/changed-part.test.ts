import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../../src/base/byte-text.ts";
import type { Require } from "../../../../src/lua/facts/requires.ts";
import { LuaSource } from "../../../../src/lua/source.ts";
import { suite } from "../../../support/suite.ts";

const test = suite("what a change of functions leaves as it was");

const BASE = `local other = require("a.other")
local M = { list = {} }

local function helper(x)
  return x
end

function M.first(a)
  local t = {}
  t.value = helper(a)
  return t
end

function M:second(b)
  self.count = 1
  return b
end

M.third = other.third

return M
`;

function unlike(before: string, after: string) {
  const now = new LuaSource(after as ByteText);
  assert.ok(now.isSound);
  now.requires;
  return now.partUnlike(new LuaSource(before as ByteText));
}

const replaced = (from: string, to: string) => {
  assert.ok(BASE.includes(from), from);
  return BASE.replace(from, to);
};

test("is told where functions come, go and change", () => {
  const added = replaced("M.third", "function M.fourth()\n  return 4\nend\n\nM.third");
  assert.equal(unlike(BASE, added)?.gone, []);
  assert.equal(unlike(added, BASE)?.gone, ["fourth"]);
  assert.equal(unlike(BASE, replaced("return t", "return { t, t }"))?.gone, []);
  assert.equal(unlike(BASE, replaced("function M.first(a)", "function M.new_one(a)"))?.gone, ["first"]);
  assert.equal(unlike(BASE, `local function early()\n  return 1\nend\n\n${BASE}`)?.gone, []);
});

test("is told whatever comments around and in it speak of", () => {
  const header = "-- Of the source package; see module.lua, _G and setmetatable(M, N).\n";
  for (const base of [header + BASE, `${header}--[[ load ]]\n${BASE}`]) {
    assert.equal(unlike(base, `local function early()\n  return 1\nend\n${base}`)?.gone, []);
    assert.equal(unlike(base, base.replace("return t", "return { t } -- debug"))?.gone, []);
    assert.equal(unlike(base.replace("return t", "return { t } -- debug"), base)?.gone, []);
  }
  const named = `${BASE}-- M.fourth() gives four\n`;
  assert.equal(
    unlike(named, named.replace("M.third =", "function M.fourth()\n  return 4\nend\n\nM.third ="))?.gone,
    [],
  );
});

/** What a function sets is taken away if it runs by then, which goes by another function. */
const TAKEN = `local M = {}

local function setup()
  M.late = 1
end

local function run(n)
  setup()
  return n
end

function M.first(a)
  return a
end

run(1)
M.late = nil

return M
`;

test("is told without its fields where one is taken away that a function above may set", () => {
  const after = TAKEN.replace("  setup()\n", "");
  assert.not.equal(
    new LuaSource(TAKEN as ByteText).module.exports,
    new LuaSource(after as ByteText).module.exports,
  );
  for (const [from, to, isTold] of [
    ["M.late = nil", "M.late = nil", false],
    ["M.late = nil", "M['late'] = nil", false],
    ["  M.late = 1", "  M['la' .. 'te'] = 1", false],
    ["  M.late = 1", "  rawset(M, 'late', 1)", false],
    ["  M.late = 1", "  _G['raw' .. 'set'](M, 'late', 1)", false],
    ["  M.late = 1", "  local _ENV = M\n  late = 1", false],
    ["M.late = nil", "M.other = nil", true],
    ["  M.late = 1", "  list[n] = 1", false],
    ["local function setup()\n  M.late = 1", "local list = {}\nlocal function setup()\n  list[n] = 1", true],
    ["local function setup()\n  M.late = 1", "local list = M\nlocal function setup()\n  list[n] = 1", false],
    ["M.late = nil", "M.other = 1\nM.other = nil", true],
    ["M.late = nil\n", "M.other = nil\n\nfunction M.third()\n  M.other = 1\nend\n", true],
  ] as const) {
    const base = TAKEN.replace(from, to);
    for (const change of ["  setup()\n", "  return a\n"]) {
      const part = unlike(base, base.replace(change, ""));
      assert.ok(part !== undefined, to);
      assert.is(part.gone !== undefined, isTold, to);
    }
  }
});

test("is not told where anything else might hang on the change", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["M.third = other.third", "M.third = other.fourth"],
    ["return t", "M.late = t\n  return t"],
    ["return t", "local m = M\n  m.late = 1\n  return t"],
    ["return t", "M = nil\n  return t"],
    ["return t", "rawset(M, 'late', 1)\n  return t"],
    ["return t", "setmetatable(M, { __index = t })\n  return t"],
    ["return t\nend\n", "return t\nend --[[\n"],
    ["local function helper", "local M = {}\n\nlocal function helper"],
    ["function M:second", "local function M() end\n\nfunction M:second"],
    ["function M:second", "local function third() end\n\nfunction M:second"],
    ["function M:second", "function M.list() end\n\nfunction M:second"],
    ["return b", "self.list.late = M\n  return b"],
    ["return b", "_ENV.late = M\n  return b"],
  ];
  for (const [from, to] of cases) {
    const after = replaced(from, to);
    for (const [one, other] of [
      [BASE, after],
      [after, BASE],
    ] as const)
      if (new LuaSource(other as ByteText).isSound)
        assert.is(unlike(one, other), undefined, `${from} → ${to}`);
  }
});

/** Every way to take one line of a file away, to write one twice, and to swap two. */
function* edits(text: string): Iterable<string> {
  const lines = text.split("\n");
  for (let at = 0; at < Math.min(lines.length, 60); at++) {
    yield lines.toSpliced(at, 1).join("\n");
    yield lines.toSpliced(at, 0, lines[at] ?? "").join("\n");
    yield lines.toSpliced(at, 2, lines[at + 1] ?? "", lines[at] ?? "").join("\n");
    yield lines.toSpliced(at, 3).join("\n");
  }
}

test("is right about fields and requires, whatever line of a file comes or goes", () => {
  const folder = fileURLToPath(new URL("../../../fixtures/rules", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".lua") && statSync(name).size < 2000)
    .filter((_, index) => index % 40 === 0);
  let told = 0;
  for (const text of [BASE, TAKEN, ...files.map((file) => readFileSync(file, "latin1"))]) {
    for (const after of edits(text)) {
      for (const [one, other] of [
        [text, after],
        [after, text],
      ] as const)
        told += isRight(one, other) ? 1 : 0;
    }
  }
  assert.ok(told > 50, `${told}`);
});

/** Whether the difference was told, and then rightly. */
function isRight(before: string, after: string): boolean {
  const now = new LuaSource(after as ByteText);
  if (!now.isSound) return false;
  now.requires;
  const part = now.partUnlike(new LuaSource(before as ByteText));
  if (part === undefined) return false;
  const old = new LuaSource(before as ByteText);
  const where = `${before}\n-----\n${after}`;
  const named = ({ module }: LuaSource) =>
    new Set(module.exports.flatMap(({ name, isOnSelf }) => (isOnSelf ? [] : [name])));
  const fields = new Set(now.module.exports.map(({ name }) => name));
  const lost = [...named(old)].filter((name) => !fields.has(name));
  if (now.module.ending.kind === "table")
    assert.ok(part.gone === undefined || lost.every((name) => part.gone?.includes(name)), where);
  if (!old.isSound) return true;
  const told = (require: Require) =>
    JSON.stringify({ ...require, range: 0, nameRange: 0, literal: 0, isLazy: 0, isProtected: 0 });
  const were = old.requires.map(told);
  for (const require of now.requires) {
    const { range } = require;
    if (range.start >= part.range.start && range.end <= part.range.end) continue;
    assert.ok(were.includes(told(require)), where);
  }
  return true;
}
