import fc from "fast-check";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import { encodeText } from "../../../src/base/byte-text.ts";
import { compileLuaPattern, type LuaPattern } from "../../../src/lua/patterns/pattern.ts";
import { isLinear } from "../../../src/lua/patterns/pattern-regexp.ts";
import { agree, asRegExp } from "../../support/lua/agree.ts";
import { askFengari } from "../../support/lua/lua-patterns.ts";
import { question } from "../../support/lua/random-patterns.ts";
import { suite } from "../../support/suite.ts";

const test = suite("Lua patterns");
const bytes = (text: string) => text as ByteText;
const budget = () => ({ left: 1e7 });

function compiled(pattern: string): LuaPattern {
  const result = compileLuaPattern(bytes(pattern));
  if (!result.ok) throw new Error(`${pattern}: ${result.error.message}`);
  return result.value;
}

function fault(pattern: string): string | undefined {
  const result = compileLuaPattern(bytes(pattern));
  return result.ok ? undefined : result.error.message;
}

const FINDS: readonly (readonly [text: string, pattern: string, answer: unknown])[] = [
  ["f(a(b)c)d", "%b()", [1, 8]],
  ["THE (quick) fox", "%f[%a]%a+", [0, 3]],
  ["THE (quick) fox", "%f[%l]%l+", [5, 10]],
  ["foo", "%f[%z]", [3, 3]],
  ["key = value", "(%w+)%s*=%s*(%w+)", [0, 11, "key", "value"]],
  ["hello", "()ll()", [2, 4, 3, 5]],
  ['say "a\'b" now', "([\"'])(.-)%1", [4, 9, '"', "a'b"]],
  ["aaa", "a-", [0, 0]],
  ["aaab", "a-b", [0, 4]],
  ["abc", "^b", undefined],
  ["abc", "b$", undefined],
  ["a$b", "a$b", [0, 3]],
  ["a^b", "a^b", [0, 3]],
  ["x]", "[]]", [1, 2]],
  ["x-", "[a-]", [1, 2]],
  ["a\\b", "[\\]", [1, 2]],
  ["f)", ")", [1, 2]],
  ["a\0b", "%z", [1, 2]],
  ["ab*", "(ab)*", [0, 3, "ab"]],
];

for (const [text, pattern, answer] of FINDS) {
  test(`${JSON.stringify(pattern)} in ${JSON.stringify(text)}`, () => {
    const search = compiled(pattern).find(bytes(text), 0, budget());
    const got =
      search.kind === "found" ? [search.match.start, search.match.end, ...search.match.captures] : undefined;
    assert.equal(got, answer);
  });
}

test("a fault is told in Lua's own words", () => {
  assert.is(fault("a%"), "malformed pattern (ends with '%')");
  assert.is(fault("[a"), "malformed pattern (missing ']')");
  assert.is(fault("[^]"), "malformed pattern (missing ']')");
  assert.is(fault("%b("), "malformed pattern (missing arguments to '%b')");
  assert.is(fault("%fa"), "missing '[' after '%f' in pattern");
  assert.is(fault("require("), "unfinished capture");
  assert.is(fault(".)"), "invalid pattern capture");
  assert.is(fault("%1"), "invalid capture index %1");
  assert.is(fault("(a%1)"), "invalid capture index %1");
  assert.is(fault("()".repeat(33)), "too many captures");
  assert.is(fault("a?".repeat(250)), "pattern too complex");
});

test("bytes that are not ASCII are bytes, as in Lua", () => {
  const text = encodeText("naïve");
  assert.equal(compiled(encodeText("ï")).all(text, budget()), [{ start: 2, end: 4, captures: [] }]);
  assert.equal(compiled("[\x80-\xff]").all(text, budget()).length, 2);
});

test("a pattern that backtracks without end stops when its steps are spent", () => {
  const text = bytes("a".repeat(3000));
  const steps = { left: 1_000_000 };
  assert.equal(compiled("a-a-a-a-a-a-b").find(text, 0, steps), { kind: "spent" });
  assert.is(compiled("a-a-a-a-a-a-b").all(text, { left: 1000 }), "spent");
  assert.equal(compiled("(a*)*b").find(text, 0, { left: 100 }), { kind: "spent" });
});

test("only patterns that cannot backtrack far count as linear", () => {
  for (const pattern of ["loop%s*=%s*{", "canonicalize_sequence%(", "require%s*%(?", "^%s*x", "abc$"])
    assert.is(isLinear(compiled(pattern)), true, pattern);
  for (const pattern of ["%s*=", "require%([^)]-[\\]", ".-x", "(a)%1", "%b()", "xa*a*b", "x.*"])
    assert.is(isLinear(compiled(pattern)), false, pattern);
});

test("what counts as linear takes steps in proportion to the text", () => {
  const linear = fc.sample(question, { numRuns: 5000, seed: 11 }).flatMap(({ pattern }) => {
    const result = compileLuaPattern(bytes(pattern));
    return result.ok && isLinear(result.value) ? [result.value] : [];
  });
  assert.ok(linear.length > 500);
  for (const text of ["a".repeat(500), "abc 1".repeat(100), "a(".repeat(250), "1 ".repeat(250)]) {
    for (const pattern of linear) {
      const steps = { left: 500 * 4 * (pattern.items.length + 2) };
      assert.is.not(pattern.all(bytes(text), steps), "spent", pattern.source);
    }
  }
});

test("a pattern as a regular expression finds the same, captures included", () => {
  const compared = asRegExp(fc.sample(question, { numRuns: 6000, seed: 7 }));
  assert.ok(compared > 3000, String(compared));
});

test("fengari, a Lua 5.3, finds the same in random texts", async () => {
  // fengari lets `%1` match after a position capture; Lua itself never does.
  const questions = fc
    .sample(question, { numRuns: 3000, seed: 5 })
    .filter(({ pattern }) => !/\(\).*%[0-9]/s.test(pattern));
  agree(questions, await askFengari(questions));
});
