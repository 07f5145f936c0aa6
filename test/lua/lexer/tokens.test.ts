import fc from "fast-check";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import { normalise, tokens } from "../../../src/lua/lexer/tokens.ts";
import { parseLua } from "../../../src/lua/syntax/parse.ts";
import { anyBytes, brokenPrograms, soundPrograms } from "../../support/lua/grammar.ts";
import { blankComments, regionsOf } from "../../support/lua/regions.ts";
import { suite } from "../../support/suite.ts";

const test = suite("tokens");
const bytes = (text: string) => text as ByteText;
const whole = (text: string) => ({ start: 0, end: text.length });

function shown(text: string): string {
  return tokens(bytes(text))
    .map(({ kind, range }) => `${kind}:${text.slice(range.start, range.end)}`)
    .join(" ");
}

const TOKENS: readonly (readonly [text: string, tokens: string])[] = [
  ["local x=1", "keyword:local name:x symbol:= number:1 eof:"],
  [
    "a...b..c.d::e:f",
    "name:a symbol:... name:b symbol:.. name:c symbol:. name:d symbol::: name:e symbol:: name:f eof:",
  ],
  ["a//b>>c~=d~e", "name:a symbol:// name:b symbol:>> name:c symbol:~= name:d symbol:~ name:e eof:"],
  [
    "x=.5+0x.8p-1+3e+2-3..2",
    "name:x symbol:= number:.5 symbol:+ number:0x.8p-1 symbol:+ number:3e+2 symbol:- number:3..2 eof:",
  ],
  ["f'a\\'b'\"\\\\\"", "name:f string:'a\\'b' string:\"\\\\\" eof:"],
  ["'a\\z \n b'c", "string:'a\\z \n b' name:c eof:"],
  ["'a\\\r\nb'c", "string:'a\\\r\nb' name:c eof:"],
  ["x --c\r\ny--[==[\n]]]==]z", "name:x comment:--c name:y comment:--[==[\n]]]==] name:z eof:"],
  ["--[=x\ny", "comment:--[=x name:y eof:"],
  ["t[ [[a]b]]]", "name:t symbol:[ string:[[a]b]] symbol:] eof:"],
  ["#!a\nb", "shebang:#!a name:b eof:"],
  ["\xef\xbb\xbf# a", "shebang:# a eof:"],
  ["x #y", "name:x symbol:# name:y eof:"],
  ["nil true goto end_", "keyword:nil keyword:true keyword:goto name:end_ eof:"],
  ["'abc\nd", "string:'abc name:d eof:"],
  ["'abc\\", "string:'abc\\ eof:"],
  ["x [[abc\n", "name:x string:[[abc\n eof:"],
  ["x --[[abc\n", "name:x comment:--[[abc\n eof:"],
  ["[==x \x80!", "symbol:[ symbol:== name:x symbol:\x80 symbol:! eof:"],
  ["", "eof:"],
];

test("tokens are Lua's, and broken text has some too", () => {
  for (const [text, expected] of TOKENS) assert.is(shown(text), expected);
});

test("whatever the bytes, tokens follow each other, none is empty, and only white space lies between", () => {
  const property = fc.property(fc.oneof(anyBytes, brokenPrograms), (text) => {
    let at = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const found = tokens(bytes(text));
    for (const { kind, range } of found) {
      assert.match(text.slice(at, range.start), /^[ \t\r\n\v\f]*$/);
      assert.ok(kind === "eof" ? range.start === text.length : range.end > range.start);
      at = range.end;
    }
    assert.is(found.at(-1)?.kind, "eof");
  });
  fc.assert(property, { numRuns: 1000 });
});

test("regions cover the whole text in order", () => {
  const property = fc.property(fc.oneof(anyBytes, soundPrograms), (text) => {
    let at = 0;
    for (const { range } of regionsOf(bytes(text))) {
      assert.is(range.start, at);
      assert.ok(range.end > range.start);
      at = range.end;
    }
    assert.is(at, text.length);
  });
  fc.assert(property, { numRuns: 500 });
});

test("blanked comments leave every other byte, every position and every line end where it was", () => {
  assert.is(blankComments(bytes("#!a\r\nx --b\ny=[[--]]--[[c\nd]]z")), "   \r\nx    \ny=[[--]]     \n   z");
  const property = fc.property(fc.oneof(anyBytes, soundPrograms), (text) => {
    const blanked = blankComments(bytes(text));
    assert.is(blanked.length, text.length);
    assert.is(blanked.replace(/[^\r\n]/g, ""), text.replace(/[^\r\n]/g, ""));
    const before = parseLua(bytes(text));
    if (!before.ok) return;
    const after = parseLua(blanked);
    assert.ok(after.ok && after.value.comments.length === 0);
    assert.equal(after.ok && after.value.body, before.value.body);
  });
  fc.assert(property, { numRuns: 500 });
});

test("normalised code is the same however it is laid out, and is still the same code", () => {
  assert.is(normalise(bytes("a =  -- x\n  b(  #c,'d e' )"), { start: 0, end: 26 }), "a = b ( # c , 'd e' )");
  assert.is(normalise(bytes("return #x"), { start: 7, end: 9 }), "# x");
  const property = fc.property(soundPrograms, (text) => {
    if (/^(?:\xef\xbb\xbf)?#/.test(text)) return;
    const once = normalise(bytes(text), whole(text));
    assert.is(normalise(bytes(once), whole(once)), once);
    assert.is(parseLua(bytes(text)).ok, parseLua(bytes(once)).ok);
  });
  fc.assert(property, { numRuns: 500 });
});
