import * as assert from "uvu/assert";
import { encodeText, readable } from "../../../src/base/byte-text.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import type { LuaVersion } from "../../../src/model/lua-version.ts";
import { slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("names that are worked out");

type Case = readonly [source: string, expected: readonly string[], version?: LuaVersion];

/** Names; `a.…` where only the beginning is known. */
const REQUIRES: readonly Case[] = [
  // The name.
  [`require("a" .. ".b")`, ["a.b"]],
  [`require("a." .. x)`, ["a.…"]],
  [`local n = "a.b" require(n)`, ["a.b"]],
  [`local n n = "a" require(n .. ".b")`, ["a.b"]],
  [`local n if x then n = "a" else n = "b" end require(n)`, ["a", "b"]],
  [`require(x and "a" or "b")`, ["a", "b"]],
  [`require(x or "a")`, ["…", "a"]],
  [`require((x and "a." or "b.") .. y)`, ["a.…", "b.…"]],
  [`require((x and "a" or "b") .. ".c")`, ["a.c", "b.c"]],
  [`require(string.format("%s.%s", "a", "b"))`, ["a.b"]],
  [`require(("a.%s"):format(x))`, ["a.…"]],
  [`require(("a.%02d"):format(1))`, ["a.…"]],
  [`require(("a.b%d"):format(1))`, ["a.b1"]],
  [`local f = string.format require(f("a.%s", "b"))`, ["a.b"]],
  [`require(("A.B"):lower())`, ["a.b"]],
  [`require(("a/b"):gsub("/", "."))`, ["a.b"]],
  [`require(("a/b"):gsub("[/]", "."))`, ["…"]],
  [`require(("a.b"):sub(1, -3) .. ".c")`, ["a.c"]],
  [`require(table.concat({ "a", "b" }, "."))`, ["a.b"]],
  [`require(string.char(97, 98))`, ["ab"]],
  [`require(tostring("a"))`, ["a"]],
  [`require("a\\46b")`, ["a.b"]],
  [`require("a.\\z\n  b")`, ["a.b"]],
  [`require("\\x61.\\u{62}")`, ["a.b"]],
  [`for _, n in ipairs{ "a", "b" } do require(n) end`, ["a", "b"]],
  [`for _, n in ipairs{ "a", "b" } do pcall(require, "x." .. n) end`, ["x.a", "x.b"]],
  [`for _, n in pairs{ u = "a", v = "b" } do require(n) end`, ["a", "b"]],
  [`for n in pairs{ a = true, ["b.c"] = true } do require(n) end`, ["a", "b.c"]],
  [`for _, n in next, { "a", "b" } do require(n) end`, ["a", "b"]],
  [`local names = { "a", "b" } for _, n in ipairs(names) do require(n) end`, ["a", "b"]],
  [`local names = { "a", "b" } for i = 1, #names do require(names[i]) end`, ["a", "b"]],
  [`local names = { "a", "b" } require(names[2])`, ["b"]],
  [`local names = { ui = "a" } require(names.ui)`, ["a"]],
  [`local names = {} names.ui = "a" require(names.ui)`, ["a"]],
  [`local names = { ui = "a" } if x then names.ui = "b" end require(names.ui)`, ["a", "b"]],
  [`for _, n in ipairs(list()) do require(n) end`, ["…"]],
  // More items than are written down.
  [`local t = {} t[1] = "a" t[2] = "b" require(table.concat(t, "."))`, ["…"]],
  [`local t = { "a" } t[#t + 1] = x require(table.concat(t, "."))`, ["…"]],
  [`local t = { "a" } table.insert(t, x) for _, n in ipairs(t) do require(n) end`, ["a", "…"]],
  [
    `local insert = table.insert local t = { "a" } insert(t, x) for i = 1, #t do require(t[i]) end`,
    ["a", "…"],
  ],
  [`local t = { "a" } t[1] = nil table.remove(t) for _, n in ipairs(t) do require(n) end`, ["a"]],
  [`local function f(n) return require(n) end`, ["…"]],
  [`local n = "a" n = n .. ".b" require(n)`, ["a.b"]],
  // Which of its values it still has, on the way to the place.
  [`local n = "a" n = "b" require(n)`, ["b"]],
  [`local n = "a" require(n) n = "b"`, ["a"]],
  [`local n = "a" if x then n = "b" end require(n)`, ["a", "b"]],
  [`local n = "a" if x then n = "b" end if n == "b" then n = "c" end require(n)`, ["a", "c"]],
  [`local n = "a" if x then n = "b" end if n == "b" and not y then n = "c" end require(n)`, ["a", "b", "c"]],
  [
    `local n = x or "a" if y then n = "b" end if n == "b" then f() else require("s." .. n) end`,
    ["s.…", "s.a"],
  ],
  [`local n = x and "a" or "b" if n == "a" then f() elseif n == "b" then require("s." .. n) end`, ["s.b"]],
  [`local n = x and "a" or "b" if n ~= "a" then require(n) else require("x." .. n) end`, ["b", "x.a"]],
  [`local n = x and "a" or "b" if "a" == n then return end require(n)`, ["b"]],
  [`local n = x and "a" or "b" if n == "a" then error("no") end require(n)`, ["b"]],
  [`local n = x and "a" or "b" if n == "a" then f("no") end require(n)`, ["a", "b"]],
  [`local n = x and "a" or "b" if n == "a" or n == "b" then require(n) end`, ["a", "b"]],
  [`local n = x and "a" or "b" if not (n == "a" or y) then require(n) end`, ["b"]],
  [`local n = x and "a" or "b" return n ~= "a" and require(n)`, ["b"]],
  [`local n = y or "a" if n == "c" then require(n) end`, ["c"]],
  [`local n = "a" if n == "c" then require(n) end`, ["…"]],
  [`local function f(n) if n == "c" then return require(n) end end`, ["c"]],
  [`local n = x and "a" or "b" local function f() if n ~= "a" then return require(n) end end`, ["b"]],
  [`local n = "a" local function f() n = "b" end f() require(n)`, ["a", "b"]],
  [`local n = "a" local function f() require(n) end f() n = "b"`, ["a", "b"]],
  [`for _, n in ipairs{ "a", "b" } do if n ~= "b" then require(n) end end`, ["a"]],
  [`local n = "a" while x do require(n) n = "b" end`, ["a", "b"]],
  [`local n = "a" while x do n = "b" if y then break end n = "c" end require(n)`, ["a", "b", "c"]],
  [`local n = "a" repeat n = "b" until x require(n)`, ["b"]],
  [`local n = "a" for i = 1, 2 do n = "b" end require(n)`, ["a", "b"]],
  [`local n = "a" goto on n = "b" ::on:: require(n)`, ["a", "b"]],
  [`local n = "a" do local n = "b" n = "c" end require(n)`, ["a"]],
  [`local n if not n then n = "a" end if not n then n = "b" end require(n)`, ["a", "b"]],
  [`local n = x require(n)`, ["…"]],
  [`require(x)`, ["…"]],
  [`require(1 + 2)`, ["…"]],
  // What requires.
  [`local t = { require = require } t.require("a")`, ["a"]],
  [`local M = {} M.req = require M.req("a")`, ["a"]],
  [`({ require = require }).require("a")`, ["a"]],
  [`(x or require)("a")`, ["a"]],
  [`_G["re" .. "quire"]("a")`, ["a"]],
  [`rawget(_G, "require")("a")`, ["a"]],
  [`local get = rawget get(_G, "require")("a")`, ["a"]],
  [`require("_G").require("a")`, ["_G", "a"]],
  [`_G._G.require("a")`, ["a"]],
  [`package.loaded._G.require("a")`, ["_G", "a"]],
  [`local _ENV = { require = require } require("a")`, ["a"]],
  [`local _ENV = setmetatable({}, { __index = _G }) require("a")`, ["a"]],
  [`local _ENV = setmetatable({}, { __index = _ENV }) require("a")`, ["a"]],
  [`local mt = {} mt.__index = _G local e = setmetatable({}, mt) local _ENV = e require("a")`, ["a"]],
  [`_ENV = setmetatable({}, { __index = _G }) require("a")`, ["a"]],
  [`_ENV = { require = require } require("a")`, ["a"]],
  [`local function f(_ENV) require("a") end f(_G)`, ["a"]],
  [`local function f(_ENV) require("a") end f({ require = require })`, ["a"]],
  [`(function(_ENV) require("a") end)(_G)`, ["a"]],
  [`local function f(_ENV) require("a") end`, ["a"]],
  [`local _ENV = { require = load } require("a")`, []],
  [`_ENV = {} require("a")`, []],
  [`local _ENV = setmetatable({}, { __index = _G }) function require() end require("a")`, []],
  [`local t = {} t.require("a") function t.require() end t.require("b")`, []],
  [`getfenv().require("a")`, ["a"], "5.1"],
  [`getfenv().require("a")`, [], "5.3"],
  // What was required before.
  [`package.loaded.a.f()`, ["a"]],
  [`package.loaded["a.b"].f()`, ["a.b"]],
  [`local x = package.loaded["a." .. "b"]`, ["a.b"]],
  [`local x = package.loaded[y]`, ["…"]],
  [`if package.loaded[y] then end`, []],
  [`if package.loaded.a and not package.loaded["b"] then end assert.is_nil(package.loaded.c)`, []],
  [`local x = package.loaded.a or {}`, ["a"]],
  [`local M = package.loaded[...]`, []],
  [`package.loaded.a = nil package.loaded[y] = nil`, []],
  [`for n in pairs(package.loaded) do end`, []],
  [`rawget(package.loaded, "a").f()`, ["a"]],
  [`local get, loaded = rawget, package.loaded local x = get(loaded, "a." .. "b")`, ["a.b"]],
  [`local x = rawget(package.loaded, y)`, ["…"]],
];

for (const [source, expected, version] of REQUIRES) {
  test(`a module is named: ${source}${version === undefined ? "" : ` in ${version}`}`, () => {
    const { requires } = new LuaSource(encodeText(source), version);
    const names = requires.map((each) =>
      each.kind === "static" ? readable(each.name) : `${readable(each.start)}…`,
    );
    assert.equal(names, expected);
  });
}

const HOST = { globals: ["reaper", "ImGui"], modules: ["imgui", "host/api"] };

const HOST_USES: readonly Case[] = [
  [`_G["rea" .. "per"].f()`, [`call f <_G["rea" .. "per"].f>`]],
  [`rawget(_G, "reaper").f()`, [`call f <rawget(_G, "reaper").f>`]],
  [`for _, n in ipairs{ "reaper", "gfx" } do _G[n].f() end`, ["call f <_G[n].f>"]],
  [`_G[x and "reaper" or "y"].f()`, [`call f <_G[x and "reaper" or "y"].f>`]],
  [`require("_G").reaper.f()`, [`call f <require("_G").reaper.f>`]],
  [`local _ENV = setmetatable({}, { __index = _G }) reaper.f()`, ["call f <reaper.f>"]],
  [`local _ENV = { r = reaper } r.f()`, ["read ? <reaper>", "call f <r.f>"]],
  [`local t = setmetatable({}, { __index = reaper }) t.f()`, ["read ? <reaper>", "call f <t.f>"]],
  [`local function f(_ENV) reaper.f() end f(_G)`, ["call f <reaper.f>"]],
  [`local function f(_ENV) reaper.f() end`, ["call f <reaper.f>"]],
  [`local function f(_ENV) reaper.f() end f({})`, []],
  [`package.loaded.imgui.f()`, ["call f <package.loaded.imgui.f>"]],
  [`local u = require("im" .. "gui") u.f()`, [`require ? <require("im" .. "gui")>`, "call f <u.f>"]],
  [`local u = require("host.api")`, [`require ? <require("host.api")>`]],
  [`local u = require(x and "imgui" or "z")`, [`require ? <require(x and "imgui" or "z")>`]],
  [`select(1, _G).reaper.f()`, ["call f <select(1, _G).reaper.f>"]],
  [`local g = select(2, x, _G) g.reaper.f()`, ["call f <g.reaper.f>"]],
  [`select(2, _G).reaper.f() select(n, _G).reaper.f()`, []],
  [`(x or reaper).f()`, ["read ? <reaper>"]],
  [`(_G or x).reaper.f()`, ["call f <(_G or x).reaper.f>"]],
  [`(x or require "imgui").f()`, [`require ? <require "imgui">`]],
  [`local _ENV = {} reaper.f()`, []],
  [`local t = {} t.reaper = 1 t.reaper.f()`, []],
  [`t[k].f() _G[k].f()`, []],
];

for (const [source, expected] of HOST_USES) {
  test(`the host is used: ${source}`, () => {
    const lua = new LuaSource(encodeText(source), "5.3");
    const uses = lua
      .hostUses(HOST)
      .map(({ kind, member, range }) => `${kind} ${member ?? "?"} <${slice(lua, range)}>`);
    assert.equal(uses, expected);
  });
}

const GLOBALS: readonly Case[] = [
  [`_G["a" .. "b"] = 1`, ["write ab"]],
  [`rawset(_G, "a" .. "b", 1)`, ["write ab"]],
  [`_G.rawset(_G, "x", 1)`, ["write x"]],
  [`for _, n in ipairs{ "x", "y" } do _G[n] = 1 end`, ["write x", "write y"]],
  [`_G[k] = 1`, ["write ?", "read k"]],
  [`local v = _G[k]`, ["read ?", "read k"]],
  [`require("_G").x = 1`, ["write x"]],
  [`package.loaded._G.x = 1`, ["write x"]],
  [`_ENV = _G x = 1`, ["write x"]],
  [`local M = {} _ENV = M x = 1 y()`, []],
  [`x = 1 _ENV = {} x = 2`, ["write x"]],
  [`if z then _ENV = {} end x = 1`, ["read z", "write x"]],
  [`_ENV = nil x = 1`, ["write x"]],
  [`local _ENV = setmetatable({}, { __index = _G }) x = 1 y() x()`, ["read y"]],
  [`local function f(_ENV) x = 1 end f(_G)`, ["write x"]],
  [`local function f(_ENV) x = 1 end f({})`, []],
  [`getfenv(1).x = 1`, ["write x"], "5.1"],
  [`t[1] = x`, ["read t", "read x"]],
];

for (const [source, expected, version] of GLOBALS) {
  test(`a global is mentioned: ${source}`, () => {
    const { globals } = new LuaSource(encodeText(source), version);
    const told = globals
      .filter(({ isStandard }) => !isStandard)
      .map(({ kind, name }) => `${kind} ${name ?? "?"}`);
    assert.equal(told, expected);
  });
}

/** Fields of the module. */
const EXPORTS: readonly Case[] = [
  [`local M = {} M["a" .. "b"] = 1 return M`, ["ab"]],
  [`local M = {} for _, n in ipairs{ "x", "y" } do M[n] = f end return M`, ["x", "y"]],
  [`local M = {} M[1] = 1 return M`, []],
  [`return { ["a" .. "b"] = 1 }`, ["ab"]],
  [`local M = {} local _ENV = M function a() end b, c = 1, 2 return M`, ["a", "b", "c"]],
  [`local M = {} do local _ENV = M function a() end end b = 1 return M`, ["a"]],
  [`local _ENV = {} function a() end return _ENV`, ["a"]],
  [`local M = {} _ENV = M function a() end return M`, ["a"]],
  [`local M = {} local function set(_ENV) a = 1 end set(M) return M`, ["a"]],
];

for (const [source, expected] of EXPORTS) {
  test(`a module has fields: ${source}`, () => {
    const { module } = new LuaSource(encodeText(source), "5.3");
    assert.equal(
      module.exports.map(({ name }) => name),
      expected,
    );
    const isPassedOn = module.dynamicFields.every(({ kind }) => kind === "passed-on" || kind === "metatable");
    assert.is(isPassedOn, true);
  });
}
