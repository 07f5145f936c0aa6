import * as assert from "uvu/assert";
import type { Callee } from "../../../src/lua/facts/calls.ts";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what loading a file does");

function effects(text: string): string[] {
  const source = lua(text);
  return source.effects
    .filter(({ isHarmless }) => !isHarmless)
    .map(({ kind, range, callee, scope, from }) => {
      const place = scope === "" ? "" : ` in ${scope}`;
      const through = from === undefined ? "" : ` by ${slice(source, from)}`;
      return `${kind} ${describe(callee)} <${slice(source, range)}>${place}${through}`;
    });
}

function describe(callee: Callee): string {
  switch (callee.kind) {
    case "global":
    case "local":
      return `${callee.kind} ${callee.path.join(".")}`;
    case "module":
      return [`module ${callee.module}`, ...callee.path].join(".");
    default:
      return callee.kind;
  }
}

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["local M = {} M.a = 1 function M.f() go() end return M", []],
  ["go(1)", ["call global go <go(1)>"]],
  ["local x = a.b.c(1)", ["call global a.b.c <a.b.c(1)>"]],
  ["local go = a.go go()", ["call global a.go <go()>"]],
  ["require 'm'", ["call global require <require 'm'>"]],
  [
    "local G = require 'm' '0.10' local H = require('m')('0.10')",
    [
      "call global require <require 'm' '0.10'>",
      "call global require <require 'm'>",
      "call global require <require('m')('0.10')>",
      "call global require <require('m')>",
    ],
  ],
  ["local n = require 'm'(1)", ["call module m <require 'm'(1)>", "call global require <require 'm'>"]],
  ["pcall(require, 'm')", ["call global require <pcall(require, 'm')>"]],
  [
    "local m = require 'm' local x = m.new()",
    ["call global require <require 'm'>", "call module m.new <m.new()>"],
  ],
  ["local x = setmetatable({}, { __index = t })", []],
  ["for k, v in pairs(t) do local s = ('%s'):format(k) .. string.rep(v, 2) .. tostring(v):lower() end", []],
  ["local isFile = io.type(io.stdout) local t = debug.traceback() local on = jit.status()", []],
  [
    "local function next() print(1) end for x in next do end",
    ["call global print <print(1)> in local next by next"],
  ],
  ["math.randomseed(1)", ["call global math.randomseed <math.randomseed(1)>"]],
  [
    "os.execute 'x'; io.write(y); print(z)",
    [
      "call global os.execute <os.execute 'x'>",
      "call global io.write <io.write(y)>",
      "call global print <print(z)>",
    ],
  ],
  [
    "do go() end if x then go() end while go() do end repeat until go() for i = 1, go() do end",
    [
      "call global go <go()>",
      "call global go <go()>",
      "call global go <go()>",
      "call global go <go()>",
      "call global go <go()>",
    ],
  ],
  ["(function() go() end)()", ["call global go <go()> in <anonymous>"]],
  ["pcall(os.execute, 'x')", ["call global os.execute <pcall(os.execute, 'x')>"]],
  [
    "pcall(ffi.cdef, 'x') pcall(a or b, 1)",
    ["call global ffi.cdef <pcall(ffi.cdef, 'x')>", "call global pcall <pcall(a or b, 1)>"],
  ],
  ["pcall(string.format, '%a', 0) local pc = pcall pc(go or print)", ["call global pcall <pc(go or print)>"]],
  ["pcall(function() go() end)", ["call global go <go()> in <anonymous>"]],
  ["local pcall = pcall pcall(function() go() end)", ["call global go <go()> in <anonymous>"]],
  ["on('event', function() go() end)", ["call global on <on('event', function() go() end)>"]],
  ["local function init() go() end", []],
  ["local function init() go() end init()", ["call global go <go()> in local init by init()"]],
  [
    "local function a() go() end local function b() a() end b() b()",
    ["call global go <go()> in local a by b()"],
  ],
  [
    "local function a() (function() go() end)() end a()",
    ["call global go <go()> in local a.<anonymous> by a()"],
  ],
  ["local function a() return a() end a()", []],
  ["local M = {} function M.new() return setmetatable({}, M) end M.default = M.new()", []],
  ["local M = { go = function() run() end } M.go()", ["call global run <run()> in M.go by M.go()"]],
  ["local M = {} function M:go() run() end M:go()", ["call global run <run()> in M:go by M:go()"]],
  ["local M = {} M.go()", ["call own <M.go()>"]],
  ["local x = f() x.go()", ["call global f <f()>", "call local x.go <x.go()>"]],
  ["f().g()", ["call expression <f().g()>", "call global f <f()>"]],
  ["x = 1", ["write global x <x>"]],
  ["function f() end", ["write global f <f>"]],
  ["string.trim = f", ["write global string.trim <string.trim>"]],
  ["package.path = 'x'", ["write global package.path <package.path>"]],
  [
    "local m = require 'm' local t = {} t[x] = 1 m[x] = 1",
    ["call global require <require 'm'>", "write module m <m[x]>"],
  ],
  ["string[x] = f", ["write global string <string[x]>"]],
  ["local m = require 'm' m.x = 1", ["call global require <require 'm'>", "write module m.x <m.x>"]],
  ["local t = {} t.x = 1; t.y.z = 2; local a; a = 1", []],
  ["function M.f() x = 1 end", ["write global M.f <M.f>"]],
  [
    "table.insert(package.searchers, f)",
    ["change global package.searchers <table.insert(package.searchers, f)>"],
  ],
  ["local push = table.insert push(other.list, 1)", ["change global other.list <push(other.list, 1)>"]],
  ["rawset(other, 'x', 1) rawset(_G, 'x', 1)", ["change global other <rawset(other, 'x', 1)>"]],
  ["setmetatable(_G, {})", ["change global  <setmetatable(_G, {})>"]],
  [
    "local m = require 'm' setmetatable(m, {}) table.sort(m.list)",
    [
      "call global require <require 'm'>",
      "change module m <setmetatable(m, {})>",
      "change module m.list <table.sort(m.list)>",
    ],
  ],
  [
    "table.move({}, 1, 2, 1, other) table.move(other, 1, 2, 1, {})",
    ["change global other <table.move({}, 1, 2, 1, other)>"],
  ],
  ["local M = _G if x then M = {} setmetatable(M, {}) end", []],
  ["getmetatable('').__add = f", ["write global string.__add <getmetatable('').__add>"]],
  [
    "local M = { list = {} } table.insert(M.list, 1) setmetatable(M, M) rawset(M, 'x', 1) table.sort(M.list)",
    [],
  ],
  ["local t = {} for k in pairs(x) do t[#t + 1] = k end table.sort(t)", []],
  ["function f(x) table.insert(package.searchers, x) end", ["write global f <f>"]],
  [
    "local t = {} table.sort(t, function(a, b) go(a) return a < b end)",
    ["call global go <go(a)> in <anonymous> by table.sort(t, function(a, b) go(a) return a < b end)"],
  ],
  [
    "local function by(a, b) go() end local t = {} table.sort(t, by)",
    ["call global go <go()> in local by by table.sort(t, by)"],
  ],
  [
    "local s = ('x'):gsub('.', function() go() end)",
    ["call global go <go()> in <anonymous> by ('x'):gsub('.', function() go() end)"],
  ],
  ["local s = string.gsub('x', '.', function(c) return c:upper() end)", []],
  ["string.gsub('x', '.', print)", ["call global string.gsub <string.gsub('x', '.', print)>"]],
  ["local s = ('x'):gsub('.', print)", ["call expression <('x'):gsub('.', print)>"]],
  ["table.sort({}, os.remove)", ["call global table.sort <table.sort({}, os.remove)>"]],
  ["local s = ('x'):gsub('.', string.upper) s = s:gsub('.', ESCAPES) s = s:gsub('.', string)", []],
  ["local function init() go() end pcall(init)", ["call global go <go()> in local init by pcall(init)"]],
  ["local function init() return 1 end pcall(init) xpcall(init, init)", []],
  [
    "local M = setmetatable({}, { __call = function() go() end }) M()",
    ["call global go <go()> in __call by M()"],
  ],
  ["local M = setmetatable({}, { __call = function() return 1 end }) local x = M()", []],
  ["local M = setmetatable({}, { __call = function() go() end }) return M", []],
  [
    "local M = setmetatable({}, { __index = function(t, k) go(k) end }) local x = M.a",
    ["call global go <go(k)> in __index by M.a"],
  ],
  ["local M = setmetatable({}, { __index = function(t, k) go(k) end }) M.a = 1 local x = M.a", []],
  ["local M = setmetatable({}, { __index = function(t, k) go(k) end }) return M", []],
  ["local M = setmetatable({}, { __index = function(t, k) return k end }) local x = M.a", []],
  // Functions in lists.
  [
    "local list = { function() go() end, function() end } for _, f in ipairs(list) do f() end",
    ["call global go <go()> in list.<anonymous> by f()"],
  ],
  ["local list = { function() return 1 end } for _, f in ipairs(list) do f() end list[1]()", []],
  ["for _, f in ipairs { print } do f() end", ["call local f <f()>"]],
  [
    "local list = { function() end } list[#list + 1] = go for _, f in ipairs(list) do f() end",
    ["call local f <f()>"],
  ],
  [
    "local list = { function() end } table.insert(list, go) for _, f in ipairs(list) do f() end",
    ["call local f <f()>"],
  ],
  ["local list = { function() go() end } return list", []],
  ["table.foreach({}, go)", []],
  ["table.foreach({}, print)", ["call global table.foreach <table.foreach({}, print)>"]],
  [
    "table.foreach({}, function() go() end)",
    ["call global go <go()> in <anonymous> by table.foreach({}, function() go() end)"],
  ],
  // What a function gives is another one.
  ["local function get() return os.remove end get()('x')", ["call expression <get()('x')>"]],
  [
    "local function make() return function() go() end end make()()",
    ["call global go <go()> in local make.<anonymous> by make()()"],
  ],
  ["local function class(name) return function(t) return t end end class 'X' {}", []],
  ["string[name] = f", ["write global string <string[name]>"]],
];

for (const [text, expected] of CASES) {
  test(`what happens at load is found: ${text}`, () => assert.equal(effects(text), expected));
}

test("calls are found everywhere, with what they call and are given", () => {
  const source = lua("local t = require 't' local M = {} function M.f(x) t.g(x, 1)[2]:h 's' end");
  assert.equal(
    source.calls.map(({ callee, text, isMethod, arguments: given, scope, isAtLoad }) => [
      describe(callee),
      text,
      isMethod,
      given.map((range) => slice(source, range)).join(),
      scope,
      isAtLoad,
    ]),
    [
      ["global require", "require", false, "'t'", "", true],
      ["module t.g", "t.g", false, "x,1", "M.f", false],
      ["expression", "t.g(x, 1)[2]:h", true, "'s'", "M.f", false],
    ],
  );
});

test("a field is set in a variable, in a constructor, by a function's name and raw, and read on the way to another", () => {
  const source = lua(
    `local loop = {} loop = 1 item.loop, item["loop"] = {}, 2 x = { loop = {}, ["lo" .. "op"] = 3, [1] = 4 } function t.loop() end rawset(t, "loop", 5) item.other = x.loop.y`,
  );
  const names = new Set(["loop"]);
  assert.equal(
    source
      .fieldSets(names)
      .map(({ kind, name, nameRange, value, holder }) => [
        kind,
        name,
        slice(source, nameRange),
        value?.type ?? "-",
        typeof holder === "string" ? holder : "",
      ]),
    [
      ["field", "loop", "loop", "TableConstructorExpression", ":item"],
      ["field", "loop", "loop", "NumericLiteral", ":item"],
      ["constructor-field", "loop", "loop", "TableConstructorExpression", ""],
      ["constructor-field", "loop", '"lo" .. "op"', "NumericLiteral", ""],
      ["field", "loop", "loop", "FunctionDeclaration", ":t"],
      ["field", "loop", '"loop"', "NumericLiteral", ":t"],
    ],
  );
  const far = lua(`_G["raw" .. "set"](t, "loop", 6)`);
  assert.equal(
    far.fieldSets(names).map(({ name, holder }) => [name, holder]),
    [["loop", ":t"]],
  );
  assert.equal(source.fieldReads(names), [{ name: "loop", holder: ":x" }]);
  assert.equal([...source.fieldSets(new Set(["y"])), ...source.fieldReads(new Set(["none"]))], []);
});
