import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { grepPattern } from "../../src/base/grep-pattern.ts";
import { suite } from "../support/suite.ts";

const test = suite("a pattern for grep");

/** Which of the texts `grep -E` finds the pattern in. */
function foundBy(pattern: string, texts: readonly string[]): readonly boolean[] {
  const { stdout, status, stderr } = spawnSync("grep", ["-Ene", pattern], {
    input: `${texts.join("\n")}\n`,
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
  });
  assert.ok(status === 0 || status === 1, `${pattern}: ${stderr}`);
  const lines = new Set(`${stdout}`.split("\n").map((line) => Number.parseInt(line, 10)));
  return texts.map((_, at) => lines.has(at + 1));
}

const TEXTS = [
  "[RP-12] Keep the order",
  "[RP-12]Keep",
  "RP-12: keep",
  "phase6_colors_util: move the palette",
  "phase6_: move",
  "Phase 7: remove",
  "feat(core)!: be quick",
  "fix: x",
  "fix:x",
  "a^b-c]d[e",
  "^",
  "-",
  "(a|b)*+?{2}\\.$",
  "aaaa!",
  " ",
  "#12 a",
];

const SAID: readonly (readonly [string, boolean])[] = [
  ["^\\[(?<code>[A-Za-z][A-Za-z0-9]*-[0-9]+)\\]\\s+\\S", true],
  ["^(?<code>[Pp]hase[ -]?[0-9]+[a-z]?):\\s+\\S", true],
  ["^(?<code>[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+):\\s+\\S", true],
  ["^(?:feat|fix|docs)(?:\\([\\w.-]+\\))?!?: .+", true],
  ["^#\\d{1,6} ", true],
  ["\\w+?-\\d{2,}", true],
  ["[\\]^[-]", true],
  ["[^A-Z^-]", true],
  ["[\\^-]", true],
  // What ends or begins a range may be any sign, and one with an escape.
  ["[.-^]", true],
  ["[!--]", true],
  ["[--a]", true],
  ["[+-\\]]", true],
  ["[\\[-a]", true],
  ["[^ -\\\\]", true],
  ["[a-]", true],
  ["[a-c-e]", true],
  ["[\\w-.]", false],
  ["[+-\\d]", false],
  ["\\^|[-]|\\\\\\.\\$", true],
  ["\\(a\\|b\\)\\*\\+\\?\\{2\\}", true],
  ["^a|]d\\[", true],
  ["^[RP]{2}[-][^\\d]?1{1}", true],
  ["\\W\\D\\S", true],
  ["^.*!", true],
  // The end, what lies around, what was matched before, and what has no name there.
  ["^fix: x$", false],
  ["^(?=fix)", false],
  ["(?<!x)fix", false],
  ["\\bfix", false],
  ["^(a)\\1", false],
  ["\\x41", false],
  ["\\p{L}", false],
  ["é", false],
  ["^(?i:fix)", false],
  ["", false],
  ["a||b", false],
  ["()", false],
  ["{", false],
  // Exponential where every way is tried.
  ["^(a+)+$", false],
  ["^(a+)+!", false],
  ["^(?:a|a+)*!", false],
  ["^(?:[a-z]+_?)+:", false],
  // Written out by grep, these are thousands of signs.
  ["^(xa{99}){99}", false],
  ["^(?:xa{99})+", false],
  ["^(?:xa+){9}", false],
  ["^(?:x[{]+a)+", true],
  // Two repetitions of one thing are not one of them.
  ["a**", false],
];

test("says what it said, or nothing", () => {
  for (const [source, isSaid] of SAID) {
    const pattern = grepPattern(source);
    assert.is(pattern !== undefined, isSaid, source);
    if (pattern === undefined) continue;
    assert.not.match(pattern, /^ | $/, source);
    assert.equal(
      foundBy(pattern, TEXTS),
      TEXTS.map((text) => new RegExp(source).test(text)),
      `${source}\n${pattern}`,
    );
  }
});

const piece = fc.constantFrom(
  ..."aZ0_-]^[(){}|.*+?$\\ /:#",
  ...[
    "\\d",
    "\\w",
    "\\s",
    "\\S",
    "\\W",
    "\\[",
    "\\]",
    "\\.",
    "\\\\",
    "\\^",
    "[a-z]",
    "[!-",
    "[#-\\",
    "[^0-9]",
    "[\\w-]",
    "(?:",
    "(?<c>",
    "{2}",
    "{1,3}",
  ],
);

test("finds what the expression finds, whatever that is made of", () => {
  const said = fc.property(
    fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join("")),
    fc.array(fc.string({ unit: "grapheme-ascii", maxLength: 8 }), { minLength: 1, maxLength: 12 }),
    (source, some) => {
      const pattern = grepPattern(source);
      if (pattern === undefined) return;
      const texts = [...TEXTS, ...some];
      const expression = expressionOf(source);
      if (expression === undefined) return;
      assert.equal(
        foundBy(pattern, texts),
        texts.map((text) => expression.test(text)),
        `${source}\n${pattern}`,
      );
      // What comes behind a text takes no match away.
      for (const text of texts)
        if (expression.test(text)) assert.ok(expression.test(`${text}\u00e9 more`), source);
    },
  );
  fc.assert(said, { numRuns: 400 });
});

/** Undefined for what a policy can't hold. */
function expressionOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
