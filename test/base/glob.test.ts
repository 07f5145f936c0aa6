import fc from "fast-check";
import picomatch from "picomatch";
import * as assert from "uvu/assert";
import { isUnder, matchesAny, OPTIONS, simpleGlob } from "../../src/base/glob.ts";
import { suite } from "../support/suite.ts";

const test = suite("globs");

const segment = fc.constantFrom(
  "a",
  "b",
  "core",
  ".x",
  "*",
  "**",
  "*.lua",
  "a*",
  "*b*",
  "a.lua",
  "?",
  "{a,b}",
  "[ab]",
  "[!a]",
  "[^ab]*",
  "*a*b*",
  "?*",
  "{a,*b}.lua",
  "{a/b,core}",
  "a{,b}",
  "{a,{b,core}}",
);
const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const name = fc.constantFrom("a", "b", "core", ".x", "a.lua", "b.lua", ".lua", "ab", "x\ny", "é");
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));

test("match as picomatch matches", () => {
  fc.assert(
    fc.property(glob, path, (pattern, candidate) => {
      assert.is(
        matchesAny([pattern], candidate),
        picomatch(pattern, OPTIONS)(candidate),
        `${pattern} on ${candidate}`,
      );
    }),
    { numRuns: 20_000 },
  );
});

test("of a dozen stars, in segments and within one, are matched at once", () => {
  for (const [pattern, candidate, isMatch] of [
    [`${"**/*a*/".repeat(12)}x.lua`, `${"aaaa/".repeat(40)}y.lua`, false],
    [`${"**/*a*/".repeat(12)}x.lua`, `${"aaaa/".repeat(40)}x.lua`, true],
    [`${"*a".repeat(30)}b.lua`, `${"a".repeat(250)}.lua`, false],
    [`**/{x,${"*a".repeat(30)}}/b`, `c/${"a".repeat(250)}/c`, false],
  ] as const) {
    const begun = performance.now();
    assert.is(matchesAny([pattern], candidate), isMatch, pattern);
    assert.ok(performance.now() - begun < 1000, pattern);
  }
});

test("that are simple start no picomatch", () => {
  for (const pattern of [
    "**/*.lua",
    "ARKITEKT/scripts/*/core/**",
    "**/storage/persistence.lua",
    "codex/**",
  ]) {
    assert.ok(simpleGlob(pattern), pattern);
  }
  for (const pattern of ["{a,b}/c", "a/[bc]", "a?", "!(a)", "a/***/b", "a/./b"]) {
    assert.is(simpleGlob(pattern), undefined, pattern);
  }
});

test("match nothing when there are none", () => {
  assert.is(matchesAny([], "a"), false);
});

test("a root covers itself and what is below it, and nothing beside it", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["a", "a", true],
    ["a/b", "a", true],
    ["a/b", "a/", true],
    ["ab", "a", false],
    ["anything", "", true],
    ["anything", ".", true],
  ];
  for (const [file, root, expected] of cases)
    assert.is(isUnder(file, root), expected, `${file} under ${root}`);
});
