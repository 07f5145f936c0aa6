import * as assert from "uvu/assert";
import { lua, slice } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("uses of the host's API");

const NAMES = { globals: ["reaper", "gfx", "ImGui"], modules: ["host.api", "native.*", "imgui"] };

function uses(text: string): string[] {
  const source = lua(text);
  return source
    .hostUses(NAMES)
    .map(({ host, member, kind, range }) => `${kind} ${host}.${member ?? "?"} <${slice(source, range)}>`);
}

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["reaper.GetX(1)", ["call reaper.GetX <reaper.GetX>"]],
  ["local x = reaper.GetX", ["read reaper.GetX <reaper.GetX>"]],
  ["reaper.defer = f", ["write reaper.defer <reaper.defer>"]],
  ["function reaper.x() end", ["write reaper.x <reaper.x>"]],
  ["reaper = {}", ["write reaper.? <reaper>"]],
  ["reaper:GetX()", ["call reaper.GetX <reaper:GetX>"]],
  [`reaper["GetX"]()`, [`call reaper.GetX <reaper["GetX"]>`]],
  ["reaper[name]()", ["call reaper.? <reaper[name]>"]],
  [
    "local r = reaper r.GetX() r[k]()",
    ["read reaper.? <reaper>", "call reaper.GetX <r.GetX>", "call reaper.? <r[k]>"],
  ],
  ["local GetX = reaper.GetX GetX()", ["read reaper.GetX <reaper.GetX>", "call reaper.GetX <GetX>"]],
  ["local x = reaper.x go(x) y = x.z x.w()", ["read reaper.x <reaper.x>"]],
  ["local a, b = reaper.A, reaper.B", ["read reaper.A <reaper.A>", "read reaper.B <reaper.B>"]],
  ["local r = reaper or mock r.GetX()", ["read reaper.? <reaper>", "call reaper.GetX <r.GetX>"]],
  ["local r if x then r = reaper end r.GetX()", ["read reaper.? <reaper>", "call reaper.GetX <r.GetX>"]],
  ["local api = { r = reaper } api.r.GetX()", ["read reaper.? <reaper>", "call reaper.GetX <api.r.GetX>"]],
  [
    "_G.reaper.GetX() _G['reaper'].GetY()",
    ["call reaper.GetX <_G.reaper.GetX>", "call reaper.GetY <_G['reaper'].GetY>"],
  ],
  ["if reaper then end", ["read reaper.? <reaper>"]],
  ["go(reaper)", ["read reaper.? <reaper>"]],
  [
    "local ImGui = require 'app.imgui' ImGui.Button()",
    ["require ImGui.? <require 'app.imgui'>", "call ImGui.Button <ImGui.Button>"],
  ],
  [
    "local ImGui = require 'imgui' '0.9' ImGui.Button()",
    ["require ImGui.? <require 'imgui'>", "call ImGui.Button <ImGui.Button>"],
  ],
  [
    "local ok, im = pcall(require, 'app.ImGui') im.Button()",
    ["require ImGui.? <pcall(require, 'app.ImGui')>", "call ImGui.Button <im.Button>"],
  ],
  [
    "local L if not L then L = require 'imgui' end local J = L local K = assert(require('imgui')) return J",
    ["require ImGui.? <require 'imgui'>", "require ImGui.? <require('imgui')>", "read ImGui.? <J>"],
  ],
  [
    "require('imgui').Button() local I = require('imgui').Text",
    ["call ImGui.Button <require('imgui').Button>", "read ImGui.Text <require('imgui').Text>"],
  ],
  [
    "local Ark = require 'ark' Ark.ImGui.Button() local I = Ark.ImGui I.Text()",
    ["call ImGui.Button <Ark.ImGui.Button>", "read ImGui.? <Ark.ImGui>", "call ImGui.Text <I.Text>"],
  ],
  ["local Ark = require 'ark' Ark.views.ImGui.x() a.b.reaper.x()", []],
  [
    "local Ark = dofile('ark.lua') Ark.ImGui.Button() local I = Ark.ImGui I.Text()",
    ["call ImGui.Button <Ark.ImGui.Button>", "read ImGui.? <Ark.ImGui>", "call ImGui.Text <I.Text>"],
  ],
  ["local C = class() function C:f() self.ImGui.x() end function f(deps) deps.ImGui.x() end", []],
  ["Ark.ImGui.Button(ctx)", ["call ImGui.Button <Ark.ImGui.Button>"]],
  [
    "local h = require 'host.api' h.go() require 'native.x'",
    [
      "require host.api.? <require 'host.api'>",
      "call host.api.go <h.go>",
      "require native.*.? <require 'native.x'>",
    ],
  ],
  ["require 'my_imgui'; require 'imgui.util'", []],
  // Called like a global of the host, and something else: a function of another module, a method, another library.
  [
    "local adm = require 'adm' adm.gfx.x() adm.new():gfx() local gfx = require 'app.gfx' gfx.x() Ark.gfx.x()",
    [],
  ],
  ["local reaper = {} reaper.GetX()", []],
  ["function f(reaper) reaper.GetX() end", []],
  ["local M = {} M.reaper = 1; function M:f() self.reaper.x() end", []],
  ["-- reaper.GetX()\nlocal s = 'reaper.GetX()'", []],
  ["reaperx.GetX(); x.reaperx()", []],
];

for (const [text, expected] of CASES) {
  test(`a use is found, or is not one: ${text}`, () => assert.equal(uses(text), expected));
}
