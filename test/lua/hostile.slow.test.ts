// No input crashes or stalls the reader. The bounds are generous: a stall takes minutes, not seconds.
import * as assert from "uvu/assert";
import type { ByteText } from "../../src/base/byte-text.ts";
import { eachToken } from "../../src/lua/lexer/tokens.ts";
import { parseLua } from "../../src/lua/syntax/parse.ts";
import { blankComments, regionsOf } from "../support/lua/regions.ts";
import { suite } from "../support/suite.ts";

const test = suite("hostile Lua");
const PATIENCE = 60_000;

function noise(size: number): string {
  let state = 7;
  return Buffer.from(
    Array.from({ length: size }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 16) & 255;
    }),
  ).toString("latin1");
}

const labels = (count: number) => Array.from({ length: count }, (_, index) => `::l${index}:: x()`).join(" ");

const CASES: Readonly<Record<string, readonly [text: string, verdict: "ok" | "limit" | "syntax"]>> = {
  "a table of ten megabytes": [`return {${'1,x="y",{z},\n'.repeat(800_000)}}`, "ok"],
  "a string of ten megabytes": [`return "${"ab\\n".repeat(2_500_000)}"`, "ok"],
  "a long string of many lines": [`return [=[${"a]]\r\n".repeat(500_000)}]=]`, "ok"],
  "a million open parentheses": ["(".repeat(1_000_000), "limit"],
  "a million open braces": [`x=${"{".repeat(1_000_000)}`, "limit"],
  "a million unary operators": [`return ${"not ".repeat(1_000_000)}x`, "limit"],
  "a sum of a million terms": [`return x${"+x".repeat(1_000_000)}`, "ok"],
  "a chain of a million fields": [`return a${".b".repeat(1_000_000)}`, "ok"],
  "a chain of a million calls": [`f${"()".repeat(1_000_000)}`, "ok"],
  "a million targets": [`a${",a".repeat(1_000_000)}=1`, "limit"],
  "a hundred thousand branches": [`if x then ${"elseif y then ".repeat(100_000)}end`, "limit"],
  "as many gotos and labels as there may be": [`${"goto a ".repeat(32_700)}${labels(32_700)}::a::`, "ok"],
  "many blocks that are left by goto": [`${"do goto a end ".repeat(30_000)}::a::`, "ok"],
  "comments between a name and what follows": [`return {a${"--[[x]]".repeat(300_000)}}`, "ok"],
  "a numeral of a million digits": [`return ${"9".repeat(1_000_000)}, 0x${"f".repeat(1_000_000)}`, "ok"],
  "a million equal signs in a bracket": [`[${"=".repeat(1_000_000)}`, "syntax"],
  "a million brackets that open strings": ["[=".repeat(1_000_000), "syntax"],
  "half a million statements in a block": [`if x then ${"a=b ".repeat(500_000)}end`, "limit"],
  "half a million statements without a block": ["a=b ".repeat(500_000), "ok"],
  "random bytes": [noise(2_000_000), "syntax"],
};

function verdictOf(text: string): string {
  const result = parseLua(text as ByteText);
  return result.ok ? "ok" : result.error.kind;
}

function countTokens(text: string): number {
  let count = 0;
  eachToken(text as ByteText, () => count++);
  return count;
}

for (const [name, [text, verdict]] of Object.entries(CASES)) {
  test(`${name}: ${verdict === "ok" ? "read" : "refused"} in time`, () => {
    const begun = performance.now();
    assert.is(verdictOf(text), verdict);
    assert.ok(countTokens(text) > 0);
    assert.is(blankComments(text as ByteText).length, text.length);
    assert.ok(regionsOf(text as ByteText).length > 0);
    assert.ok(performance.now() - begun < PATIENCE);
  });
}
