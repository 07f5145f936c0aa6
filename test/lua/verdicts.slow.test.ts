// What takes longer: the families that need big programs, many new programs, and a corpus of real Lua with its mutants.
//
//   ARKITEKT_LUA_CORPUS=<folder of .lua files> npm test -- lua/verdicts.slow
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import type { ByteText } from "../../src/base/byte-text.ts";
import { byteTextOf } from "../../src/base/byte-text.ts";
import { tokens } from "../../src/lua/lexer/tokens.ts";
import { parseLua } from "../../src/lua/syntax/parse.ts";
import { FAR_FAMILIES, filled } from "../support/lua/far-families.ts";
import { brokenPrograms, soundPrograms } from "../support/lua/grammar.ts";
import { FAMILIES } from "../support/lua/limit-families.ts";
import { hasLuac, luacVerdict } from "../support/lua/luac.ts";
import { recorded } from "../support/lua/recorded.ts";
import { suite } from "../support/suite.ts";

const test = suite("agreement with luac5.3, at length");
const corpus = process.env["ARKITEKT_LUA_CORPUS"];
const isAccepted = (program: string): boolean => parseLua(program as ByteText).ok;

function agrees(program: string, what: string): void {
  const expected = luacVerdict(program);
  assert.is(isAccepted(program), expected === "ok", `${what}: ${expected}`);
}

function corpusTexts(folder: string): ByteText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".lua"))
    .map((entry) => byteTextOf(readFileSync(join(entry.parentPath, entry.name))));
}

/** The text with one token dropped, doubled, or put in the place of another. */
function mutant(text: ByteText, [first, second, kind]: readonly [number, number, number]): string {
  const code = tokens(text).filter((token) => token.kind !== "comment" && token.kind !== "eof");
  const one = code[first % Math.max(1, code.length)]?.range;
  const other = code[second % Math.max(1, code.length)]?.range;
  if (one === undefined || other === undefined) return text;
  const taken = kind === 0 ? "" : ` ${text.slice(other.start, other.end)} `;
  return text.slice(0, one.start) + taken + text.slice(kind === 1 ? one.start : one.end);
}

test("families of big programs meet their limits where luac does", () => {
  for (const [name, sizes] of Object.entries(recorded.families)) {
    for (const [size, expected] of sizes.filter(([size]) => size >= 1000)) {
      assert.is(isAccepted(FAMILIES[name]?.make(size) ?? ""), expected === 1, `${name} of size ${size}`);
    }
  }
});

test("instructions are counted one by one as luac makes them", () => {
  assert.equal(Object.keys(recorded.farthest), Object.keys(FAR_FAMILIES));
  for (const [name, text] of Object.entries(FAR_FAMILIES)) {
    const size = recorded.farthest[name] ?? 0;
    assert.ok(isAccepted(filled(text, size)), `${name}: refused at ${size}`);
    assert.not.ok(isAccepted(filled(text, size + 1)), `${name}: accepted beyond ${size}`);
  }
});

if (hasLuac) {
  test("every family of programs meets its limit where luac does", () => {
    for (const [name, { make, near }] of Object.entries(FAMILIES)) {
      for (const size of new Set(near)) if (size < 1000) agrees(make(size), `${name} of size ${size}`);
    }
  });

  test("a thousand new programs are accepted or refused as luac does", () => {
    const property = fc.property(fc.oneof(soundPrograms, brokenPrograms), (program) => agrees(program, ""));
    fc.assert(property, { numRuns: 1000 });
  });
} else test.skip("families and new programs", "luac5.3 is not installed");

if (hasLuac && corpus !== undefined) {
  test("real Lua and its mutants are accepted or refused as luac does", () => {
    const texts = corpusTexts(corpus);
    assert.ok(texts.length > 0, `no .lua file in ${corpus}`);
    for (const text of texts) agrees(text, text.slice(0, 200));
    const edit = fc.tuple(fc.nat(), fc.nat(), fc.nat(2));
    const property = fc.property(fc.nat(), edit, (at, place) => {
      const text = texts[at % texts.length];
      if (text !== undefined) agrees(mutant(text, place), "mutant");
    });
    fc.assert(property, { numRuns: 3000 });
  });
} else test.skip("real Lua and its mutants", "luac5.3 or ARKITEKT_LUA_CORPUS is not there");
