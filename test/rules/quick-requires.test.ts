import fc from "fast-check";
import * as assert from "uvu/assert";
import { type ByteText, encodeText } from "../../src/base/byte-text.ts";
import { LuaSource } from "../../src/lua/source.ts";
import type { ModuleLookup } from "../../src/modules/module-lookup.ts";
import type { SourceFile } from "../../src/modules/source-file.ts";
import { quickRequires } from "../../src/rules/require-graph/quick-requires.ts";
import { suite } from "../support/suite.ts";

const test = suite("requires without a parse");

/** Only what `quickRequires` looks at. */
function namesIn(text: ByteText, lua = new LuaSource(text)): readonly string[] {
  return quickRequires({ text, lua } as SourceFile, { read: (file: SourceFile) => file.lua } as ModuleLookup);
}

function exactIn(text: ByteText): readonly string[] {
  return new LuaSource(text).requires.flatMap((found) => (found.kind === "static" ? [found.name] : []));
}

const forms = [
  'require "a.b"',
  "require('a.b')",
  "require [[a.b]]",
  "require( --[[x]] 'a.b')",
  "pcall(require, 'a.b')",
  'xpcall(require, print, "a.b")',
  "local r = require\nr 'a.b'",
  "local r <const> = 1 local q =\n require q('a.b')",
  "_G.require 'a.b'",
  "_G['require']('a.b')",
  'local t = { require } t[1]("a.b")',
  "require 'a.b' 'c'",
  "require 'a\\46b'",
  'load("return require \\"a.b\\"")()',
  "load('return require \\'a.b\\'')()",
  "load [[return require 'a.b']]()",
  "local function f(r) r('x') end f(require)",
  "-- require the thing\nrequire 'a.b'",
  "require('a' .. '.b')",
  "require('a'\n--[[x]] .. '.b')",
  "local n = 'a.b' require(n)",
  "for _, n in ipairs{ 'a.b', 'c' } do pcall(require, n) end",
  "require(x and 'a' or 'b')",
  "require(('a.%s'):format('b'))",
  "_G['re' .. 'quire']('a.b')",
  "local t = { r = require } t.r('a.b')",
  "(x or require)('a.b')",
];

for (const form of forms) {
  test(`finds at least what the parser finds in: ${form.replaceAll("\n", " ⏎ ")}`, () => {
    const text = encodeText(form);
    const quick = namesIn(text);
    for (const name of exactIn(text)) assert.ok(quick.includes(name), name);
  });
}

test("finds at least what the parser finds in any row of them", () => {
  const piece = fc.constantFrom(...forms, "local x = 1", "-- it requires 'none'", "return M", "\n", ";");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = encodeText(pieces.join("\n"));
      const quick = new Set(namesIn(text));
      return exactIn(text).every((name) => quick.has(name));
    }),
    { numRuns: 3000 },
  );
});

test("parses nothing where each require has its string", () => {
  const lua = {
    get requires(): never {
      throw new Error("parsed");
    },
  };
  const text = encodeText('local a = require("x.y")\n-- requires care\nlocal b = require "z"\n');
  assert.equal(namesIn(text, lua as unknown as LuaSource), ["x.y", "z"]);
});
