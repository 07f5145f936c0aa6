import * as assert from "uvu/assert";
import { encodeText } from "../../src/base/byte-text.ts";
import type { GrepDialect } from "../../src/model/proof-grep.ts";
import { compilePattern } from "../../src/rules/proof-grep/compile.ts";
import { suite } from "../support/suite.ts";

const test = suite("proof-greps and the clock");

function count(pattern: string, text: string, dialect: GrepDialect): number | "spent" {
  const compiled = compilePattern({ pattern, dialect, should_match: false });
  if (!compiled.ok) throw new Error(compiled.error.message);
  const found = compiled.value.search(encodeText(text));
  return found === "spent" ? found : found.length;
}

const EVIL: readonly (readonly [pattern: string, dialect: GrepDialect])[] = [
  ["(x+x+)+y", "regex"],
  ["(?:a+)+b?!!", "regex"],
  ["(?=(a+)+b)c?", "regex"],
  ["^(a|aa)+\\1b", "regex"],
  ["(\\w+\\s?)*,$", "regex"],
  [`${"a?".repeat(30)}(?!a)${"a".repeat(30)}b`, "regex"],
  ["a*a*a*a*a*%d", "lua"],
  ["%b()(.-)%1%1x", "lua"],
  ["(.*)(.*)(.*)%1%2%3x", "lua"],
];

for (const [pattern, dialect] of EVIL) {
  test(`${pattern} ends in seconds on a text made for it`, () => {
    const begun = performance.now();
    for (const text of [
      `${"a".repeat(30_000)}!`,
      "x".repeat(5000),
      "(".repeat(20_000),
      "a ".repeat(10_000),
    ]) {
      const found = count(pattern, text, dialect);
      assert.ok(found === "spent" || found >= 0);
    }
    assert.ok(performance.now() - begun < 15_000);
  });
}

test("a pattern that keeps taking too long is not tried for ever", () => {
  const pattern = "(b|bb)+(?=c)\\1d";
  const text = `${"b".repeat(5000)} d`;
  for (let round = 0; round < 5; round++) assert.is(count(pattern, text, "regex"), "spent");
  const begun = performance.now();
  for (let round = 0; round < 100; round++) assert.is(count(pattern, text, "regex"), "spent");
  assert.ok(performance.now() - begun < 900);
});

test("a pattern that would need more memory than there is to remember its way is given up", () => {
  const text = `d${"ab".repeat(8_000_000)}`;
  assert.is(count("(?:a|b)*(?=c)d", text, "regex"), "spent");
});
