import * as assert from "uvu/assert";
import type { Require } from "../../../src/lua/facts/requires.ts";
import type { LuaSource } from "../../../src/lua/source.ts";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("requires");

/** `name <call> <literal content> flags`, or `? <argument> …` for a dynamic one. */
function describe(source: LuaSource, require: Require): string {
  const flags = `${require.isLazy ? " lazy" : ""}${require.isProtected ? " protected" : ""}`;
  const call = slice(source, require.range);
  if (require.kind === "dynamic") return `? ${require.start}{${require.text}} <${call}>${flags}`;
  const { literal, name } = require;
  if (literal === undefined) return `${name} <${call}> by ${slice(source, require.nameRange)}${flags}`;
  const marks = `${literal.quote}${slice(source, literal.content)}${literal.quote}`;
  return `${name} <${call}> ${marks}${flags}`;
}

function found(text: string): string[] {
  const source = lua(text);
  return source.requires.map((require) => describe(source, require));
}

const FORMS: readonly (readonly [title: string, source: string, expected: readonly string[]])[] = [
  ["with brackets", `require('a.b')`, [`a.b <require('a.b')> 'a.b'`]],
  ["without brackets", `require "a.b"`, [`a.b <require "a.b"> "a.b"`]],
  ["with a long string", `require[[a.b]]`, [`a.b <require[[a.b]]> [[a.b[[`]],
  ["with a level of brackets", `require[==[a.b]==]`, [`a.b <require[==[a.b]==]> [[a.b[[`]],
  ["bound to a local", `local x = require 'a'`, [`a <require 'a'> 'a'`]],
  ["bound by an assignment", `local x; x = require 'a'`, [`a <require 'a'> 'a'`]],
  ["handed on to another local", `local x = require 'a'; local y = x`, [`a <require 'a'> 'a'`]],
  [
    "several at once",
    `local a, b = require 'a', require 'b'`,
    [`a <require 'a'> 'a'`, `b <require 'b'> 'b'`],
  ],
  ["by pcall", `local ok, x = pcall(require, 'a')`, [`a <pcall(require, 'a')> 'a' protected`]],
  [
    "by xpcall",
    `local ok, x = xpcall(require, debug.traceback, 'a')`,
    [`a <xpcall(require, debug.traceback, 'a')> 'a' protected`],
  ],
  ["by a local pcall", `local pcall = pcall; pcall(require, 'a')`, [`a <pcall(require, 'a')> 'a' protected`]],
  ["with a second call", `local x = require 'a' '0.9'`, [`a <require 'a'> 'a'`]],
  ["asserted", `local x = assert(require('a'))`, [`a <require('a')> 'a'`]],
  ["by an alias", `local req = require; local x = req 'a'`, [`a <req 'a'> 'a'`]],
  ["by an alias and pcall", `local r = require; pcall(r, 'a')`, [`a <pcall(r, 'a')> 'a' protected`]],
  [
    "as a field of _G",
    `_G.require 'a'; _G["require"]('b')`,
    [`a <_G.require 'a'> 'a'`, `b <_G["require"]('b')> 'b'`],
  ],
  ["in brackets", `local x = (require)('a').f`, [`a <(require)('a')> 'a'`]],
  ["with a field", `local f = require('a').f`, [`a <require('a')> 'a'`]],
  ["lazily", `function f() return require 'a' end`, [`a <require 'a'> 'a' lazy`]],
  ["in a top-level block", `if x then require 'a' end`, [`a <require 'a'> 'a'`]],
  ["in a function that is called at once", `(function() require 'a' end)()`, [`a <require 'a'> 'a'`]],
  [
    "in a function that pcall calls",
    `local ok = pcall(function() require 'a' end)`,
    [`a <require 'a'> 'a' protected`],
  ],
  [
    "in an own function that is called at load",
    `local function go() require 'a' end go()`,
    [`a <require 'a'> 'a'`],
  ],
  ["as an argument", `f(require 'a')`, [`a <require 'a'> 'a'`]],
  ["in a table", `return { a = require 'a', require 'b' }`, [`a <require 'a'> 'a'`, `b <require 'b'> 'b'`]],
  ["computed", `require("a." .. x)`, [`? a.{"a." .. x} <require("a." .. x)>`]],
  ["computed by pcall", `pcall(require, name)`, [`? {name} <pcall(require, name)> protected`]],
  ["with nothing", `require()`, [`? {} <require()>`]],
  ["with a table", `require{}`, [`? {{}} <require{}>`]],
  ["shadowed by a local", `local require = load; require 'a'`, []],
  ["shadowed by a parameter", `function f(require) require 'a' end`, []],
  ["shadowed by a loop", `for require in pairs(t) do require 'a' end require 'b'`, [`b <require 'b'> 'b'`]],
  [
    "by pcall of pcall",
    `local ok, no, x = pcall(pcall, require, 'a')`,
    [`a <pcall(pcall, require, 'a')> 'a' protected`],
  ],
  [
    "by pcall of xpcall",
    `pcall(xpcall, require, print, 'a')`,
    [`a <pcall(xpcall, require, print, 'a')> 'a' protected`],
  ],
  ["never where pcall protects another call", `pcall(pcall, print, require, 'a')`, []],
  ["of another _ENV", `local _ENV = {}; require 'a'`, []],
  ...[
    "function(_, k) return _G[k] end",
    "function(t, name) return rawget(t, name) or rawget(_G, name) end",
    "function(_, k) local found = find(k) return found end",
    "lookup",
  ].map(
    (index) =>
      [
        `of an _ENV that looks up by ${index}`,
        `local function lookup(_, k) return _G[k] end local _ENV = setmetatable({}, { __index = ${index} }) require 'a'`,
        [`a <require 'a'> 'a'`],
      ] as const,
  ),
  [
    "never of an _ENV that looks up elsewhere",
    "local own = { require = print } local _ENV = setmetatable({}, { __index = function(_, k) return own[k] end }) require 'a'",
    [],
  ],
  [
    "in a text that is loaded and called at once",
    `load("require('a')")()`,
    [`a <load("require('a')")> by "require('a')"`],
  ],
  [
    "in a text that is asserted and called",
    `local m = assert(loadstring [[return require 'a']])()`,
    [`a <loadstring [[return require 'a']]> by [[return require 'a']]`],
  ],
  [
    "in a text that a local holds and calls",
    `local s = 'return ' .. 'require "a"' local f = _G.load(s) f()`,
    [`a <_G.load(s)> by s`],
  ],
  [
    "in a text that is called later",
    `function f() return load("return require 'a'")() end`,
    [`a <load("return require 'a'")> by "return require 'a'" lazy`],
  ],
  [
    "in a text that pcall runs",
    `pcall(load("require 'a'"))`,
    [`a <load("require 'a'")> by "require 'a'" lazy protected`],
  ],
  [
    "in a text of a text",
    `load('load("require [[a]]")()')()`,
    [`a <load('load("require [[a]]")()')> by 'load("require [[a]]")()'`],
  ],
  [
    "in no text that can't be told or is not Lua",
    `load(text)() load("require 'a")() load("-- require 'a'")()`,
    [],
  ],
  [
    "in no text that runs in another environment",
    `load("require 'a'", "=x", "t", { require = print })()`,
    [],
  ],
  ["in no text whose environment is set", `setfenv(loadstring("require 'a'"), {})()`, []],
  ["in no text of another load", `local load = compile load("require 'a'")() own.load("require 'b'")()`, []],
  ["a field of another table", `t.require 'a'; t:require 'b'`, []],
  ["in comments and strings", `-- require 'a'\nlocal s = "require 'b'"`, []],
  ["kept by its own name", `local require = require; require 'a'`, [`a <require 'a'> 'a'`]],
];

for (const [title, source, expected] of FORMS) {
  test(`a require is found ${title}`, () => assert.equal(found(source), expected));
}

test("a literal tells whether its bytes are its value", () => {
  const source = lua(`require "a\\46b"; require 'a.b'; require [[\na.b]]`);
  const literals = source.requires.map((require) =>
    require.kind === "static" ? require.literal : undefined,
  );
  assert.equal(
    literals.map((literal) => [literal?.value, literal?.isPlain]),
    [
      ["a.b", false],
      ["a.b", true],
      ["a.b", false],
    ],
  );
  const [escaped] = literals;
  assert.is(escaped === undefined ? "" : slice(source, escaped.range), `"a\\46b"`);
});

test("a require knows the function it stands in", () => {
  const source = lua(`local M = {} function M.load() return require 'a' end`);
  assert.equal(
    source.requires.map(({ scope }) => scope),
    ["M.load"],
  );
});

test("a name keeps bytes that are not UTF-8, and offsets count bytes", () => {
  const source = lua(`-- ä\nrequire 'ö.x'`);
  const [require] = source.requires;
  assert.is(require?.kind === "static" ? require.name : "", "\xc3\xb6.x");
  assert.is(require === undefined ? "" : slice(source, require.range), "require 'ö.x'");
});

test("a byte order mark and a first line for the shell move nothing", () => {
  const source = lua("\ufeff#!/usr/bin/lua\nrequire 'a'");
  assert.equal(
    source.requires.map(({ range }) => slice(source, range)),
    ["require 'a'"],
  );
});

test("names that are worked out for one call after the other come to an end, and the rest can't be told", () => {
  const source = lua(`local n = "a" ${'n = n .. "x" require(n) '.repeat(400)}`);
  const names = source.requires.filter(({ kind }) => kind === "static");
  const others = source.requires.filter(({ kind }) => kind === "dynamic");
  assert.is(names.length < 2100, true);
  assert.is(others.length >= 300, true);
});

test("a text that does not parse has no requires", () => {
  const source = lua(`require 'a' (`);
  assert.is(source.syntax.ok, false);
  assert.equal(source.requires, []);
});

test("plain strings that read like module names are found outside requires", () => {
  const source = lua(
    `local registry = { a = "app.views.a", "app/b", 'one', "two words.x", ".x", "a..b", "a.b." }\nrequire "c.d"`,
  );
  assert.equal(
    source.moduleStrings.map(({ name, literal }) => [name, slice(source, literal.range)]),
    [
      ["app.views.a", `"app.views.a"`],
      ["app/b", `"app/b"`],
    ],
  );
});
