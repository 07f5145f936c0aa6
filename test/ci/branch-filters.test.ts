import * as assert from "uvu/assert";
import { branchFilters } from "../../src/ci/branch-filters.ts";
import { suite } from "../support/suite.ts";

const test = suite("GitHub's branch filters");

const CASES: readonly (readonly [globs: readonly string[], filters: readonly string[] | string])[] = [
  [
    ["codex/**", "bot-*"],
    ["codex/**", "bot-*"],
  ],
  [["{codex,claude}/**"], ["codex/**", "claude/**"]],
  [["{a,b}/{c,d}"], ["a/c", "a/d", "b/c", "b/d"]],
  [["a/**/b"], ["a/b", "a/**/b"]],
  [["**/x"], ["x", "**/x"]],
  [["fix**"], ["fix*"]],
  [["c++/**"], ["c\\+\\+/**"]],
  [
    ["v[0-9]/*", "codex/**", "codex/**"],
    ["v[0-9]/*", "codex/**"],
  ],
  [["codex/**", "a?"], "a?"],
  [["a/!(b)"], "a/!(b)"],
  [["{a,{b,c}}"], "{a,{b,c}}"],
  [["[!a]b"], "[!a]b"],
  [["a/{b}"], "a/{b}"],
  [["a$(x)"], "a$(x)"],
];

test("say what the policy's globs say, and refuse those that they can't", () => {
  for (const [globs, filters] of CASES) {
    const made = branchFilters(globs);
    assert.equal(made.ok ? made.value : made.error, filters, globs.join(" "));
  }
});
