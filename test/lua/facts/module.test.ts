import * as assert from "uvu/assert";
import type { Ending, Export } from "../../../src/lua/facts/exports.ts";
import type { LuaSource } from "../../../src/lua/source.ts";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what a module gives");

function describe(source: LuaSource, { name, value, nameRange, isLazy, isOnSelf }: Export): string {
  const flags = `${isLazy ? " lazy" : ""}${isOnSelf ? " self" : ""}`;
  const written = slice(source, nameRange) === name ? "" : ` as ${slice(source, nameRange)}`;
  return `${name}${written}: ${kindOf(value)}${flags}`;
}

function kindOf(value: Export["value"]): string {
  if (value.kind === "module") return `module ${[value.module, ...value.path].join(" ")}`;
  if (value.kind !== "function") return value.kind;
  const { params, isVararg, isMethod } = value.signature;
  return `${isMethod ? "method" : "function"}(${[...params, ...(isVararg ? ["..."] : [])].join(", ")})`;
}

function fields(text: string): string[] {
  const source = lua(text);
  return source.module.exports.map((one) => describe(source, one));
}

/** The sources are the body of `local M = {} … return M`. */
const FIELDS: readonly (readonly [title: string, body: string, expected: readonly string[]])[] = [
  ["a function statement", "function M.f(a, b, ...) end", ["f: function(a, b, ...)"]],
  ["a method", "function M:f(a) end", ["f: method(a)"]],
  ["an assigned function", "M.f = function(a) end", ["f: function(a)"]],
  ["a name in brackets", `M["f"] = function() end`, ["f: function()"]],
  ["a local function", "local function f(a) end M.f = f", ["f: function(a)"]],
  ["a local that holds a function", "local f = function(a) end M.g = f", ["g: function(a)"]],
  ["its own field again", "function M.f(a) end M.g = M.f", ["f: function(a)", "g: function(a)"]],
  [
    "values",
    `M.a = 1; M.b = "x"; M.c = true; M.d = -x; M.e = a .. b`,
    ["a: value", "b: value", "c: value", "d: value", "e: value"],
  ],
  ["a table", "M.t = {}", ["t: table"]],
  ["what is computed", "M.a = f(); M.b = x; M.c = ...", ["a: unknown", "b: unknown", "c: unknown"]],
  ["either of two", "M.a = x or {}", ["a: unknown"]],
  ["a field of itself in another table", `local t = { m = M } local k = "m" t[k].a = 1`, ["a: value"]],
  ["rawset under a computed name", `_G["raw" .. "set"](M, "a", 1)`, ["a: value"]],
  ["nothing of what another table gets", `local t = {} local k = x and "a" or "b" t[k] = M t[k] = 1`, []],
  ["nil", "M.a = nil", []],
  [
    "what is taken away at the end",
    "M.a = 1 M.b = 2 function M.f() end M.a = nil M['f'] = nil",
    ["b: value"],
  ],
  ["what is taken away by rawset", "M.a = 1 rawset(M, 'a', nil)", []],
  ["what comes back", "M.a = 1 M.a = nil M.a = 2", ["a: value"]],
  ["what a plain block takes away", "M.a = 1 do M.a = nil end", []],
  ["what a block in a loop takes away", "M.a = 1 while x do do M.a = nil end end", ["a: value"]],
  ["what may be taken away", "M.a = 1 if x then M.a = nil end", ["a: value"]],
  ["what may be another field", "M.a = 1 M.b = 2 M[x and 'a' or 'b'] = nil", ["a: value", "b: value"]],
  ["what may be in another table", "M.a = 1 local N = x and M or {} N.a = nil", ["a: value"]],
  ["what rawset may take from another table", "M.a = 1 rawset(x and M or {}, 'a', nil)", ["a: value"]],
  [
    "what a loop takes away",
    "M.a = 1 M.b = 2 M.c = 3 for _, n in ipairs { 'a', 'b' } do M[n] = nil end",
    ["c: value"],
  ],
  [
    "what a loop may leave",
    "M.a = 1 for _, n in ipairs { 'a', 'b' } do if x then M[n] = nil end end",
    ["a: value"],
  ],
  [
    "what a loop may end before",
    "M.a = 1 for _, n in ipairs { 'b', 'a' } do M[n] = nil break end",
    ["a: value"],
  ],
  ["what a loop of another file's takes", "M.a = 1 for _, n in each { 'a' } do M[n] = nil end", ["a: value"]],
  ["what a loop sets", "for _, n in ipairs { 'a', 'b' } do M[n] = 1 end", ["a as n: value", "b as n: value"]],
  ["what a function takes away", "M.a = 1 function M.f() M.a = nil end", ["a: value", "f: function()"]],
  ["what a function sets again", "function M.f() M.a = 1 end M.a = nil", ["f: function()", "a: value lazy"]],
  ["a module", "M.util = require 'util'", ["util: module util"]],
  ["a module by a local", "local u = require 'util' M.util = u", ["util: module util"]],
  ["a field of a module", "local u = require 'util' M.trim = u.trim", ["trim: module util trim"]],
  ["several at once", "M.a, M.b = {}, function() end", ["a: table", "b: function()"]],
  ["several from one call", "M.a, M.b = f()", ["a: unknown", "b: unknown"]],
  ["an alias of the table", "local N = M function N.f() end", ["f: function()"]],
  ["a field of a field", "M.t = {} M.t.x = 1", ["t: table"]],
  ["set in a function", "function M.init() M.state = {} end", ["init: function()", "state: table lazy"]],
  ["set on self", "function M:init() self.state = 1 end", ["init: method()", "state: value lazy self"]],
  ["set on another self", "local P = {} function P:init() self.state = 1 end", []],
  ["set in a block", "if x then M.a = 1 else M.a = 2 end", ["a: value", "a: value"]],
  [
    "as a name below `local _ENV = M`",
    "local _ENV = M function f(a) end b = {} b.c = 1 f()",
    ["f: function(a)", "b: table"],
  ],
  ["as a name below `_ENV = M`", "_ENV = M f, b = function() end, 1", ["f: function()", "b: value"]],
  ["as a name in a block of `local _ENV = M`", "do local _ENV = M a = 1 end b = 2", ["a: value"]],
  ["as a name below another `_ENV`", "local _ENV = {} a = 1", []],
  ["by rawset", "rawset(M, 'a', 1)", ["a: value"]],
  ["on another table", "local P = {} P.a = 1 p.b = 2", []],
  ["on a shadow", "do local M = {} M.a = 1 end", []],
];

for (const [title, body, expected] of FIELDS) {
  test(`a field is found: ${title}`, () => assert.equal(fields(`local M = {} ${body} return M`), expected));
}

test("the fields of a returned constructor are exports", () => {
  const text = `local f = function(a) end return { f = f, ["g"] = function() end, [1] = 2, "item", x = require 'x' }`;
  assert.equal(fields(text), ["f: function(a)", "g: function()", "x: module x"]);
});

test("the fields of the constructor come before those that are set", () => {
  assert.equal(fields("local M = { a = 1 } M.b = {} return M"), ["a: value", "b: table"]);
});

test("a table that goes through setmetatable is still the table", () => {
  const text = "local M = setmetatable({ a = 1 }, { __call = f }) M.b = 2 return setmetatable(M, {})";
  assert.equal(fields(text), ["a: value", "b: value"]);
});

test("fields of a local of which nothing is known are found", () => {
  assert.equal(fields("local Base = require 'class' local M = Base.new() function M.f() end return M"), [
    "f: function()",
  ]);
});

test("an export has the range of the statement that sets it", () => {
  const source = lua("local M = {}\nfunction M.f() return 1 end\nM['g'] = 2\nreturn M");
  assert.equal(
    source.module.exports.map(({ range }) => slice(source, range)),
    ["function M.f() return 1 end", "M['g'] = 2"],
  );
});

const OPENINGS: readonly (readonly [body: string, expected: readonly string[]])[] = [
  ["M.a = 1", []],
  ["M[k] = 1", ["dynamic-field M[k] = 1"]],
  ["for k, v in pairs(t) do M[k] = v end", ["dynamic-field M[k] = v"]],
  ["M['get_' .. k] = v", ["dynamic-field M['get_' .. k] = v"]],
  ["M[1] = 2; M[#M + 1] = 3; M[i - 1] = 4", []],
  ["M.t = {} M.t[k] = v", []],
  ["local x = M[k]", []],
  ["extend(M)", ["passed-on M"]],
  ["local t = { m = M } local k = 'm' extend(t[k])", ["passed-on t[k]"]],
  ["local t = {} t.m = M local k = 'm' extend(t[k])", ["passed-on t[k]"]],
  ["local t = { 1 } local k = 'm' extend(t[k])", []],
  ["local mix = require 'mix' mix.into(M, x)", ["passed-on M"]],
  ["obj:register(M)", ["passed-on M"]],
  ["for k in pairs(M) do end print(M, type(M)) table.insert(list, M)", []],
  ["list[1] = M; local t = { M }; M.__index = M", []],
  ["setmetatable(M, { __call = f })", []],
  ["setmetatable(M, { __index = f })", ["metatable setmetatable(M, { __index = f })"]],
  ["local mt = {} mt.__index = f setmetatable(M, mt)", ["metatable setmetatable(M, mt)"]],
  ["local mt = {} mt.__call = f setmetatable(M, mt)", []],
  ["M.__index = M setmetatable(M, M)", []],
  ["M.__index = Base setmetatable(M, M)", ["metatable setmetatable(M, M)"]],
  ["setmetatable(M, mt)", ["metatable setmetatable(M, mt)"]],
  ["local setmetatable = setmetatable setmetatable(M, mt)", ["metatable setmetatable(M, mt)"]],
  ["local o = setmetatable({}, M)", []],
  ["rawset(M, k, 1)", ["dynamic-field rawset(M, k, 1)"]],
  ["M = other", ["computed other"]],
  ["function M:set(k, v) self[k] = v end", ["dynamic-field self[k] = v"]],
  ["function M:go() run(self) end", []],
];

for (const [body, expected] of OPENINGS) {
  test(`the table may have more fields, or not: ${body}`, () => {
    const source = lua(`local M = {} ${body} return M`);
    const { dynamicFields, isOpen } = source.module;
    assert.equal(
      dynamicFields.map(({ kind, range }) => `${kind} ${slice(source, range)}`),
      expected,
    );
    assert.is(isOpen, expected.length > 0);
  });
}

test("a computed key of a constructor opens it", () => {
  assert.is(lua("return { [k] = 1 }").module.isOpen, true);
  assert.is(lua("return { [1] = 1, 2, a = 3 }").module.isOpen, false);
});

function ending(text: string): string {
  const source = lua(text);
  const end = source.module.ending;
  return end.kind === "none" ? "none" : `${detail(end)} <${slice(source, end.range)}>`;
}

function detail(end: Ending): string {
  switch (end.kind) {
    case "table":
    case "other":
      return `${end.kind} ${end.local ?? "-"}`;
    case "function":
      return `function(${end.signature.params.join(", ")})`;
    case "module":
      return `module ${end.module}`;
    case "value":
      return end.values.join(" or ");
    case "named":
    case "none":
      return end.kind;
  }
}

const ENDINGS: readonly (readonly [text: string, expected: string])[] = [
  ["local M = {} return M", "table M <return M>"],
  ["local M = {}; return M;", "table M <return M;>"],
  ["return { a = 1 }", "table - <return { a = 1 }>"],
  ["local M = {} return setmetatable(M, {})", "table - <return setmetatable(M, {})>"],
  ["local M = x or {} return M", "table M <return M>"],
  ["return function(a, b) end", "function(a, b) <return function(a, b) end>"],
  ["local function f(a) end return f", "function(a) <return f>"],
  ["return require 'x'", "module x <return require 'x'>"],
  ["local x = require 'x' return x", "module x <return x>"],
  ["local M = new() return M", "other M <return M>"],
  ["return new()", "other - <return new()>"],
  ["return M", "other - <return M>"],
  ["return 1", "number <return 1>"],
  ["local n = 1 return n", "number <return n>"],
  ["local s = x and 'a' or 'b' return s", "string <return s>"],
  ["local s = ('%d'):rep(2) return s", "other s <return s>"],
  ["local s = tostring({}) return s", "string <return s>"],
  ["local n = -#t * 2 return n", "number <return n>"],
  ["local b = a < {} return b", "boolean <return b>"],
  ["local n = 1 local m = n return m", "number <return m>"],
  ["local M return M", "nil <return M>"],
  ["local M = {} M.a = 1 M = nil return M", "nil <return M>"],
  ["local M = {} do local M = 1 end return M", "table M <return M>"],
  ["local M if x then M = 1 else M = 'a' end return M", "nil or number or string <return M>"],
  ["local M = 1 if x then M = {} end return M", "table M <return M>"],
  ["local M local function set() M = {} end set() return M", "table M <return M>"],
  ["local M = 1 local function set() M = new() end set() return M", "other M <return M>"],
  ["local M = nil M = M or {} return M", "table M <return M>"],
  ["local a, b = new() return b", "other b <return b>"],
  ["local P = lpeg.P local G = P 'a' * P 'b' return G", "other G <return G>"],
  ["local M = {} M = setmetatable(M, {}) return M", "table M <return M>"],
  ["local M = -new() return M", "other M <return M>"],
  ["local b = x == 1 and other return b", "other b <return b>"],
  ["return", "none"],
  ["local M = {}", "none"],
  ["", "none"],
  ["do return {} end", "none"],
];

for (const [text, expected] of ENDINGS) {
  test(`a chunk ends as it ends: ${text || "nothing"}`, () => assert.is(ending(text), expected));
}

test("returns before the end are told apart from those of functions", () => {
  const source = lua("if x then return end local function f() return 1 end return {}");
  assert.equal(
    source.module.earlyReturns.map((range) => slice(source, range)),
    ["return"],
  );
});

const RETURNS: readonly (readonly [body: string, least: number, most?: number, fewest?: number])[] = [
  ["", 0, 0, 0],
  ["return", 0, 0, 0],
  ["return 1", 1, 1, 1],
  ["return 1, 2", 2, 2, 2],
  ["if x then return 1, 2 end return nil", 1, 2, 1],
  ["if x then return 1 end", 0, 1, 0],
  ["if x then return 1 else return 2 end", 1, 1, 1],
  ["if x then return 1 elseif y then return 2 end", 0, 1, 0],
  ["do return 1 end", 1, 1, 1],
  ["return 1, go()", 1],
  ["return 1, (go())", 2, 2, 2],
  ["return ...", 0],
  ["return (...)", 1, 1, 1],
  ["return (1 + 2)", 1, 1, 1],
  ["if x then return 1 end error('no')", 1, 1, 1],
  ["if x then return 1 end fail('no')", 0, 1, 1],
  ["while true do return 1 end", 0, 1, 1],
  ["local function f() return 1, 2 end", 0, 0, 0],
  ["for i = 1, 2 do return i end", 0, 1, 0],
];

for (const [body, least, most, fewest] of RETURNS) {
  test(`a function gives back so many values: ${body || "nothing"}`, () => {
    const [found] = lua(`local M = {} function M.f(...) ${body} end return M`).module.exports;
    assert.equal(found?.value.kind === "function" && found.value.signature.returns, {
      least,
      most,
      fewest,
    });
  });
}
