import * as assert from "uvu/assert";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("uses of a required module");

function uses(text: string): string[] {
  const source = lua(text);
  return source.uses.flatMap(({ require, fields, escapes, calls }) => {
    const of = require.name === "m" ? "" : `${require.name}: `;
    return [
      ...fields.map(
        ({ name, kind, range, nameRange, isCertain }) =>
          `${of}${kind} ${name} <${slice(source, range)}|${slice(source, nameRange)}>${isCertain ? "" : " perhaps"}`,
      ),
      ...calls.map((range) => `${of}call <${slice(source, range)}>`),
      ...escapes.map((range) => `${of}escape <${slice(source, range)}>`),
    ];
  });
}

const USES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["local m = require 'm' m.f(1)", ["call f <m.f|f>"]],
  ["local m = require 'm' m:f(1)", ["method f <m:f|f>"]],
  [`local m = require 'm' m["f"](1)`, [`call f <m["f"]|f>`]],
  ["local m = require 'm' local x = m.f", ["read f <m.f|f>"]],
  ["local m = require 'm' rawget(m, 'f')()", ["read f <rawget(m, 'f')|'f'>"]],
  ["local m = require 'm' rawget(m, k)", ["escape <m>"]],
  ["local m = require 'm' m.f = 1", ["write f <m.f|f>"]],
  ["local m = require 'm' function m.f() end", ["write f <m.f|f>"]],
  ["local m = require 'm' m.a.b.c()", ["read a <m.a|a>"]],
  ["local m = require 'm' m.a.b = 1", ["read a <m.a|a>"]],
  ["local f = require('m').f f()", ["read f <require('m').f|f>"]],
  ["local f, g = m.f, m.g", []],
  ["local m = require 'm' local f, g = m.f, m.g", ["read f <m.f|f>", "read g <m.g|g>"]],
  ["local m = require 'm' local n = m n.f()", ["call f <n.f|f>"]],
  ["local m m = require 'm' m.f()", ["call f <m.f|f>"]],
  ["local ok, m = pcall(require, 'm') if ok then m.f() end", ["call f <m.f|f>"]],
  ["local m = require 'm' function go() return m.f() end", ["call f <m.f|f>"]],
  ["local m = require 'm' do local m = {} m.f() end m.g()", ["call g <m.g|g>"]],
  ["local deps = { m = require 'm' } deps.m.f()", ["call f <deps.m.f|f>", "escape <require 'm'>"]],
  ["require('m').f()", ["call f <require('m').f|f>"]],
  ["require 'm' 'v'", ["call <require 'm' 'v'>"]],
  ["local m = require 'm' 'v' m.f()", ["call f <m.f|f>", "call <require 'm' 'v'>"]],
  ["local m = require 'm' m(1)", ["call <m(1)>"]],
  ["require 'm'", []],
  ["local m = require 'm' if m then end local x = not m", []],
  ["local m = require 'm' go(m)", ["escape <m>"]],
  ["local m = require 'm' return m", ["escape <m>"]],
  ["local m = require 'm' t.m = m", ["escape <m>"]],
  ["local m = require 'm' M = m", ["escape <m>"]],
  ["local m = require 'm' local x = m[k]", ["escape <m[k]>"]],
  ["local m = require 'm' print(m, type(m))", []],
  ["local m = assert(require 'm') m.f()", ["call f <m.f|f>"]],
  [
    "local m = fast and require 'm' or require 'n' m.f()",
    ["call f <m.f|f> perhaps", "n: call f <m.f|f> perhaps"],
  ],
  ["local m = require 'm' m = nil m.f()", ["call f <m.f|f>"]],
  ["function f(m) m = require 'm' m.f() end", ["call f <m.f|f> perhaps"]],
  ["local m = require 'm' m = other() m.f()", ["call f <m.f|f> perhaps"]],
  ["local m = require 'm' m = require 'm' m.f()", ["call f <m.f|f>"]],
];

for (const [text, expected] of USES) {
  test(`what is used is found: ${text}`, () => assert.equal(uses(text), expected));
}

test("a use knows its function", () => {
  const source = lua("local m = require 'm' local M = {} function M.go() m.f() end");
  assert.equal(
    source.uses.flatMap(({ fields }) => fields.map(({ scope }) => scope)),
    ["M.go"],
  );
});
