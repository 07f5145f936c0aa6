import fc from "fast-check";
import * as assert from "uvu/assert";
import { encodeText } from "../../src/base/byte-text.ts";
import type { Grep, GrepDialect } from "../../src/model/proof-grep.ts";
import { checkGreps } from "../../src/rules/proof-grep/check.ts";
import { compilePattern } from "../../src/rules/proof-grep/compile.ts";
import { canMatch, printRegex, regexLiterals } from "../../src/rules/proof-grep/regex-facts.ts";
import { regexTree } from "../../src/rules/proof-grep/regex-tree.ts";
import { suite } from "../support/suite.ts";

const test = suite("proof-grep patterns");
const grep = (pattern: string, rest: Partial<Grep> = {}): Grep => ({ pattern, should_match: false, ...rest });

function hits(pattern: string, text: string, dialect?: GrepDialect): string[] | string {
  const compiled = compilePattern(grep(pattern, dialect === undefined ? {} : { dialect }));
  if (!compiled.ok) return compiled.error.message;
  const bytes = encodeText(text);
  const found = compiled.value.search(bytes);
  if (found === "spent") return "spent";
  return found.map(({ start, end }) => Buffer.from(bytes.slice(start, end), "latin1").toString("utf8"));
}

function dialectOf(pattern: string): string {
  const compiled = compilePattern(grep(pattern));
  return compiled.ok ? compiled.value.dialect : "refused";
}

const PLAYBOOK: readonly (readonly [
  pattern: string,
  dialect: GrepDialect,
  text: string,
  hits: readonly string[],
])[] = [
  [
    "require\\([\"']arkitekt\\.",
    "regex",
    `x = require("arkitekt.a") require('arkitekt.b') require("arkitektx")`,
    ['require("arkitekt.', "require('arkitekt."],
  ],
  ["require%([^)]-[\\]", "lua", 'a = require("x.y") b = require("x\\\\y")', ['require("x\\']],
  ["canonicalize_sequence%(", "lua", "shapes.canonicalize_sequence(seq)", ["canonicalize_sequence("]],
  ["canonicalize_sequence%\\(", "lua", "shapes.canonicalize_sequence(seq)", ["canonicalize_sequence("]],
  ["loop%s*=%s*{", "lua", "t.loop = { 1 } s.total_loops = {} loop={}", ["loop = {", "loop={"]],
  ["total_loops%s*=%s*{", "lua", "t.loop = {} s.total_loops  =\n{}", ["total_loops  =\n{"]],
];

for (const [pattern, dialect, text, found] of PLAYBOOK) {
  test(`the playbook's ${pattern} is meant as ${dialect}, and finds what it means`, () => {
    assert.is(dialectOf(pattern), dialect);
    assert.equal(hits(pattern, text), found);
  });
}

test("escapes tell the dialect; without any it is a regular expression", () => {
  assert.is(dialectOf("a%.b"), "lua");
  assert.is(dialectOf("%f[%w]loop"), "lua");
  assert.is(dialectOf("%bxy"), "lua");
  assert.is(dialectOf("a\\.b"), "regex");
  assert.is(dialectOf("\\bloop\\b"), "regex");
  assert.is(dialectOf("plain text"), "regex");
  assert.is(dialectOf("a|b"), "regex");
  assert.equal(hits("region-playlist", "region-playlist"), ["region-playlist"]);
});

test("a mixture of both is refused, and both readings are shown", () => {
  const compiled = compilePattern(grep("%w+\\.lua"));
  assert.is(compiled.ok, false);
  if (compiled.ok) return;
  assert.is(compiled.error.message, "%w+\\.lua mixes %w, a Lua escape, with \\., one of regular expressions");
  assert.match(compiled.error.next, '%w+%.lua with "dialect": "lua"');
  assert.match(compiled.error.next, '[A-Za-z0-9]+\\.lua with "dialect": "regex"');
  assert.is(dialectOf("100%\\)"), "refused");
  assert.is(dialectOf("\\d+%s"), "refused");
});

test("a pattern that could be either, and would find different things, is refused until it says which", () => {
  assert.is(dialectOf("require.-arkitekt"), "refused");
  assert.is(dialectOf("[^x]-y"), "refused");
  assert.is(dialectOf("width: 50%;"), "refused");
  assert.is(dialectOf("\\d+%;"), "regex");
  assert.is(dialectOf("%d+%;"), "lua");
  assert.equal(hits("require.-ark", "require 'x' ark", "lua"), ["require 'x' ark"]);
  assert.equal(hits("require.-ark", "require 'x' ark", "regex"), []);
});

test("what may be left out is looked at both with and without it", () => {
  for (const [pattern, text] of [
    ["end ?\\bdo", "end do"],
    ["\\w(?:;|,)?\\b\\d", "a;1"],
    ["end\\n?^do", "end\ndo"],
    ["x,{0,1}$", "x,"],
  ] as const)
    assert.equal(hits(pattern, text, "regex"), [text], pattern);
  for (const pattern of ["a?[]", "ab?\\bc", "a$,?b"])
    assert.is(compilePattern(grep(pattern, { dialect: "regex" })).ok, false, pattern);
});

const BROKEN: readonly (readonly [pattern: string, dialect: GrepDialect | undefined, says: string])[] = [
  ["", undefined, "the pattern is empty"],
  ["(".repeat(1500) + ")".repeat(1500), undefined, "has 3000 characters; more than 2000 are not read"],
  ["require(", undefined, "is not a regular expression: Unterminated group"],
  ["require(", "lua", "is not a Lua pattern: unfinished capture"],
  ["[%a", undefined, "is not a Lua pattern: malformed pattern (missing ']')"],
  ["a\bc", undefined, "the pattern holds a backspace, which is what \\b means in JSON"],
  ["(?i)x", undefined, "is not a regular expression: Invalid group"],
  ["\\p{L}+", undefined, "\\p stands for nothing"],
  ["a\\1", undefined, "\\1 names no group"],
  ["[^é]", undefined, "is more than one byte"],
  ["[à-é]", undefined, "a range has ends of one byte each"],
  ["\\ud83d", undefined, "is half a character"],
  ["[]", undefined, "can never match"],
  ["a$b", undefined, "can never match"],
  ["a^b", undefined, "can never match"],
  ["a\\bc", undefined, "can never match"],
  ["x(?:[]|$y)z", undefined, "can never match"],
  [" \\b,", undefined, "can never match"],
  ["[^%s%S]", undefined, "a set in it holds no character"],
  ["a[z-a]%d", "lua", "a set in it holds no character"],
  ["()%1", "lua", "stands for a position"],
  ["%f[%s%S]x", "lua", "no character can follow"],
  ["%f[%a]%d", "lua", "no character can follow"],
  ["x*", undefined, "proves nothing"],
  ["foo[[:space:]]+bar", undefined, "[:space:] is a spelling of other tools"],
  ["foo[^[:space:]]", undefined, "[:space:] is a spelling of other tools"],
  ["[:digit:]{4}", undefined, "[:digit:] is a spelling of other tools"],
  ["foo[[:space:]]+bar", "lua", "[:space:] is a spelling of other tools"],
  ["[[:<:]]foo", undefined, "[[:<:]] is a spelling of other tools"],
  ["\\<foo\\>", undefined, "\\< is a spelling of other tools"],
  ["a{,3}b", undefined, "{,3} is a spelling of other tools"],
  ["\\(open\\|close\\)", undefined, "\\| is a spelling of other tools"],
  ["TODO\\|FIXME", undefined, "\\| is a spelling of other tools"],
  ["\\s\\|\\bold\\b", undefined, "\\| is a spelling of other tools"],
  ["^local x\\|^local y", undefined, "\\| is a spelling of other tools"],
  ["[0-9]\\{4\\}", undefined, "\\{4\\} is a spelling of other tools"],
  ["\\.\\{3\\}", undefined, "\\{3\\} is a spelling of other tools"],
  ["=a\\{2,3\\}", undefined, "\\{2,3\\} is a spelling of other tools"],
  ["\\(ab\\)\\{2,\\}", undefined, "\\{2,\\} is a spelling of other tools"],
  ["loop%s*=%s*({|nil)", undefined, "({|nil) is a spelling of other tools"],
  ["%d{4}", undefined, "%d{4} is a spelling of other tools"],
  ["x%s{2,}", "lua", "%s{2,} is a spelling of other tools"],
  ["%s*", undefined, "proves nothing"],
  ["$", undefined, "proves nothing"],
];

for (const [pattern, dialect, says] of BROKEN) {
  test(`${JSON.stringify(pattern.slice(0, 40))}${dialect ? ` as ${dialect}` : ""} is an error, never "not found": ${says}`, () => {
    const [fault] = checkGreps([grep(pattern, dialect === undefined ? {} : { dialect })]);
    assert.equal(fault?.keys, ["pattern"]);
    assert.match(fault?.message ?? "", says);
    assert.ok((fault?.next ?? "").length > 0);
  });
}

test("what only looks like a spelling of other tools is read as it stands", () => {
  for (const [pattern, text] of [
    ["[[:]x", ":x"],
    ["[{,3}]", ","],
    ["\\{,3}", "{,3}"],
    ["\\\\<", "\\<"],
    ["a{0,3}b", "aab"],
    ["n < 3", "n < 3"],
    ["[:a]", ":"],
    ["f\\(\\)", "f()"],
    ["f\\(x\\)\\{1\\}", "f(x){1}"],
    ["vec\\{1,2\\}", "vec{1,2}"],
    ["= \\{1,2\\}", "= {1,2}"],
    ["t\\[1\\]\\{2\\}", "t[1]{2}"],
    ["a\\+b\\?", "a+b?"],
    ["a \\| b", "a | b"],
    ["\\|\\|", "||"],
    ["a[|]b", "a|b"],
    ["a\\\\[|]b", "a\\|b"],
  ] as const)
    assert.equal(hits(pattern, text, "regex"), [text], pattern);
});

test("what only looks like a choice or a count in a Lua pattern is read as it stands", () => {
  for (const [pattern, text] of [
    ["%(a|b%)", "(a|b)"],
    ["a%s*|%s*b", "a | b"],
    ["f([|])", "f|"],
    ["f%s*{2}", "f {2}"],
    ["(%a)%{2}", "f{2}"],
  ] as const)
    assert.equal(hits(pattern, text, "lua"), [text], pattern);
});

test("^ and $ are the ends of a line in a regular expression, and of the whole text in a Lua pattern", () => {
  assert.equal(hits("^local", "local a\nlocal b"), ["local", "local"]);
  assert.equal(hits("b;$", "b;\r\nb;\nb; "), ["b;", "b;"]);
  assert.equal(hits("^local%s", "local a\nlocal b"), ["local "]);
  assert.equal(hits("^$", "a\n\nb"), [""]);
});

test("a character beyond ASCII is itself, also in a class and before a quantifier", () => {
  assert.equal(hits("é+", "é éé Ã©"), ["é", "éé"]);
  assert.equal(hits("[éèx]{2}", "éx ex èé"), ["éx", "èé"]);
  assert.equal(hits("na\\u00efve", "naïve"), ["naïve"]);
  assert.equal(hits("\\s", "à b"), [" "]);
  assert.equal(hits("\\xc3", "é")[0]?.length, 1);
  assert.equal(hits("ï%w+", "naïve"), ["ïve"]);
  assert.equal(hits("😀?!", "😀! !"), ["😀!", "!"]);
});

test("a fault names the grep, the key and the sample", () => {
  const faults = checkGreps([
    grep("a\\d", { matches: ["a1", "b1"], rejects: ["a", "xa2"] }),
    grep("fine"),
    grep("%w%d", { scope: "tree" }),
    grep("fine", { files: [] }),
    grep("fine", { files: ["src/**", "/src/**", "../x.lua", "!a"] }),
  ]);
  assert.equal(
    faults.map(({ index, keys }) => [index, ...keys]),
    [
      [0, "matches", 1],
      [0, "rejects", 1],
      [2, "scope"],
      [3, "files"],
      [4, "files", 1],
      [4, "files", 2],
      [4, "files", 3],
    ],
  );
  assert.is(faults[0]?.message, "a\\d does not match this sample: b1");
});

test("a pattern as deep as can be is read", () => {
  assert.equal(hits(`${"(".repeat(999)}a${")".repeat(999)}`, "bab"), ["a"]);
});

test("no pattern hangs: what backtracks without end is given up, and the rest goes on", () => {
  const text = `${"a".repeat(30_000)}!`;
  assert.is(hits("(a+)+(?=b)\\1$", text), "spent");
  assert.is(hits(".-.-.-.-.-.-%d%d", text, "lua"), "spent");
  assert.equal(hits("a+!", text)?.length, 1);
});

const atom = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom("a", "b", "1", " ", "\\n", "\\.", "\\(", "-", "{", "]", "\\x61", ","),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "\\w",
      "\\W",
      "\\d",
      "\\D",
      ".",
      "[ab]",
      "[^a1]",
      "[a-c\\d-]",
      "[^]",
      "[\\b.]",
      "[\\w-]",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("^", "$", "\\b", "\\B", "(?=a)", "(?!b)", "(?<=a)", "(?<!1 )", "[]"),
  },
);
const { expression } = fc.letrec<{ expression: string; group: string }>((tie) => ({
  group: fc
    .tuple(fc.constantFrom("(", "(?:", "(?<n>"), tie("expression"))
    .map(([open, body]) => `${open}${body})`),
  expression: fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.oneof(
            { maxDepth: 2, depthSize: "small" },
            { weight: 5, arbitrary: atom },
            { weight: 1, arbitrary: tie("group") },
          ),
          fc.constantFrom("", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,}", "{0,2}?", "|"),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.constantFrom("", "", "", "\\1"),
    )
    .map(([parts, back]) => parts.flat().join("") + back),
}));
const sample = fc
  .array(fc.constantFrom("a", "b", "1", " ", "\n", ".", "(", "-", "c", "{"), { maxLength: 10 })
  .map((parts) => parts.join(""));

test("read, taken apart and printed again, a regular expression finds what it found", () => {
  let compared = 0;
  let dead = 0;
  fc.assert(
    fc.property(expression, fc.array(sample, { minLength: 5, maxLength: 5 }), (pattern, texts) => {
      const tree = regexTree(pattern);
      if (!tree.ok) return;
      compared++;
      const original = new RegExp(pattern, "gm");
      const printed = new RegExp(printRegex(tree.value), "gm");
      const literals = regexLiterals(tree.value);
      if (!canMatch(tree.value)) dead++;
      for (const text of texts) {
        const wanted = [...text.matchAll(original)].map((match) => [match.index, ...match]);
        assert.equal(
          [...text.matchAll(printed)].map((match) => [match.index, ...match]),
          wanted,
          `${pattern} in ${JSON.stringify(text)}`,
        );
        if (wanted.length === 0) continue;
        assert.ok(canMatch(tree.value), `${pattern} matches ${JSON.stringify(text)}`);
        for (const literal of literals)
          assert.ok(text.includes(literal), `${pattern} does not need ${literal}`);
      }
    }),
    { numRuns: 5000, seed: 18 },
  );
  assert.ok(compared > 2500, String(compared));
  assert.ok(dead > 30, String(dead));
});
