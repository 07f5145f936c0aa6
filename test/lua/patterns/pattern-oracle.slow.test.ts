import fc from "fast-check";
import * as assert from "uvu/assert";
import { agree, asRegExp } from "../../support/lua/agree.ts";
import { askLua, hasLua } from "../../support/lua/lua-patterns.ts";
import { question } from "../../support/lua/random-patterns.ts";
import { suite } from "../../support/suite.ts";

const test = suite("Lua patterns against Lua");

if (hasLua()) {
  test("lua5.3 finds the same in 30,000 random texts", () => {
    const questions = fc.sample(question, { numRuns: 30_000, seed: 3 });
    agree(questions, askLua(questions));
  });
} else test.skip("lua5.3 finds the same in 30,000 random texts", "lua5.3 is not installed");

test("30,000 patterns as regular expressions find the same, captures included", () => {
  const compared = asRegExp(fc.sample(question, { numRuns: 30_000, seed: 19 }));
  assert.ok(compared > 15_000, String(compared));
});
