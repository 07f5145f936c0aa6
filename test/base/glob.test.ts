import fc from "fast-check";
import picomatch from "picomatch";
import * as assert from "uvu/assert";
import { isUnder, matchesAny, pathTest, simpleGlob } from "../../src/base/glob.ts";
import { nestedGlob } from "../../src/base/nested-glob.ts";
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
  "[^ab]*",
  "*a*b*",
  "?*",
  "{a,*b}.lua",
  "{a/b,core}",
  "a{,b}",
  "a**b",
  "a+b",
  "@a",
  "{a,{b,core}}",
);
const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const name = fc.constantFrom(
  "a",
  "b",
  "core",
  ".x",
  "a.lua",
  "b.lua",
  ".lua",
  "ab",
  "x\ny",
  "é",
  "a+b",
  "@a",
);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));

/** A line end in a file's name is a character like any other, or the file would slip through every `**`. */
const OPTIONS = {
  dot: true,
  nonegate: true,
  noextglob: true,
  strictSlashes: true,
  windows: false,
  flags: "s",
};

test("match as picomatch matches", () => {
  fc.assert(
    fc.property(glob, path, (pattern, candidate) => {
      const expected = picomatch(pattern, OPTIONS)(candidate);
      for (const read of [pathTest, nestedGlob])
        assert.is(read(pattern)(candidate), expected, `${pattern} on ${candidate}`);
    }),
    { numRuns: 6000 },
  );
});

test("take what is no wildcard as it stands, and sets of signs as shells and .gitignore do", () => {
  for (const [pattern, matching, other] of [
    ["x/Script (copy).lua", "x/Script (copy).lua", "x/Script copy.lua"],
    ["x/* (1).lua", "x/a (1).lua", "x/a 1.lua"],
    ["@scope/**", "@scope/a", "scope/a"],
    ["a+(b)/*", "a+(b)/c", "abb/c"],
    ["[!a]*.lua", "b.lua", "a.lua"],
    ["[[:digit:]]_?.lua", "1_a.lua", "a_a.lua"],
    ["[]x]", "]", "y"],
    ["{a", "{a", "a"],
    ["{a}/*", "{a}/b", "a/b"],
    ["\\*/*", "*/b", "a/b"],
    ["{a/**,b}/*.lua", "a/x/y/c.lua", "c/x.lua"],
  ] as const)
    assert.equal(
      [matchesAny([pattern], matching), matchesAny([pattern], other)],
      [true, false],
      `${pattern}: ${matching}, ${other}`,
    );
});

test("of a dozen stars, in segments and within one, are matched at once", () => {
  for (const [pattern, candidate, isMatch] of [
    [`${"**/*a*/".repeat(12)}x.lua`, `${"aaaa/".repeat(40)}y.lua`, false],
    [`${"**/*a*/".repeat(12)}x.lua`, `${"aaaa/".repeat(40)}x.lua`, true],
    [`${"*a".repeat(30)}b.lua`, `${"a".repeat(250)}.lua`, false],
    [`**/{x,${"*a".repeat(30)}}/b`, `c/${"a".repeat(250)}/c`, false],
    [`${"**/*a*/".repeat(12)}(x)`, `${"aaaa/".repeat(40)}y`, false],
    [`${"a**".repeat(12)}b`, "a".repeat(250), false],
    [`${"{a,aa}*".repeat(12)}b`, "a".repeat(250), false],
    [`${"[[:alpha:]]*".repeat(12)}!`, "a".repeat(250), false],
  ] as const) {
    const begun = performance.now();
    assert.is(matchesAny([pattern], candidate), isMatch, pattern);
    assert.ok(performance.now() - begun < 1000, pattern);
  }
});

test("that are simple are a regular expression", () => {
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
