import * as assert from "uvu/assert";
import { encodeText } from "../../src/base/byte-text.ts";
import { LuaSource } from "../../src/lua/source.ts";
import { loadedAs } from "../../src/modules/own-name.ts";
import { suite } from "../support/suite.ts";

const test = suite("names that a module works out of its own");

const IN_THE_CLONE = "AboveAllRoots0.module.scratchpad";

/** The name of the module, what it says, and what it requires then; `?` where that is not known. */
const rows: readonly (readonly [string, string, string])[] = [
  ["a.b", 'require(... .. ".x")', "a.b.x"],
  ["a.b.c", 'local HERE = (...):match("(.-)[^%.]+$") require(HERE .. "x")', "a.b.x"],
  ["a.b.init", 'require((...):gsub("init$", "") .. "x")', "a.b.x"],
  ["a.b", "require((...):gsub('%.init$', '') .. '.x')", "a.b.x"],
  ["a.b.c", 'require((...):gsub("c", "d"))', "a.b.d"],
  ["a.b.c", 'local BASE = (... or ""):gsub("%.[^%.]+$", "") require(BASE .. ".x")', "a.b.x"],
  ["a.b.c", 'require((... and (...):match("(.-)[^%.]+$") or "") .. "x")', "a.b.x"],
  ["a.b.c", 'local HERE = (...) and (...):gsub("%.c$", "") .. "." or "" require(HERE .. "x")', "a.b.x"],
  ["c", 'local HERE = (...):match("^(.*[%./])[^%.%/]+$") or "" require(HERE .. "x")', "x"],
  ["a.own.b.c", 'require(tostring(...):match(".*own") .. ".x")', "a.own.x"],
  ["a.own.b.c", 'require((tostring(...):match("^(.*own)")) .. ".x")', "a.own.x"],
  [IN_THE_CLONE, 'require(tostring(...):match(".*bling") .. ".helpers")', "helpers"],
  [IN_THE_CLONE, 'require(tostring(...):match("module(.*)") .. ".helpers")', ".scratchpad.helpers"],
  [IN_THE_CLONE, 'require(tostring(...):match("bling%.(%w+)") .. ".helpers")', "?"],
  ["a.b.c", 'local tostring = f require(tostring(...):match(".*b") .. ".x")', "?"],
  ["a.b.c", 'local at = (...):find("c$") require((...):sub(1, at - 1) .. "x")', "?"],
  ["a.b.c", "local function from(...) return require(... .. '.x') end", "?"],
];

for (const [name, text, wanted] of rows) {
  test(`${name}: ${text}`, () => {
    const source = new LuaSource(encodeText(text)).as(loadedAs(encodeText(name)));
    const found = source.requires.map((each) => (each.kind === "static" ? each.name : "?"));
    assert.is(found.join(), wanted);
  });
}
