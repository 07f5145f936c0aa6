import fc from "fast-check";
import * as assert from "uvu/assert";
import { readLenientJson } from "../../src/json/lenient.ts";
import type { JsonNote } from "../../src/json/scanner.ts";
import { suite } from "../support/suite.ts";

const test = suite("lenient JSON");

function read(text: string): { value: unknown; warned: string[]; repaired: string } {
  const result = readLenientJson(text);
  if (!result.ok) throw new Error(show(result.error));
  return { ...result.value, warned: result.value.warnings.map(show) };
}

function fault(text: string): string {
  const result = readLenientJson(text);
  return result.ok ? `read as ${JSON.stringify(result.value.value)}` : show(result.error);
}

const show = ({ message, position }: JsonNote) => `${position.line}:${position.column} ${message}`;

const TEMPLATE = String.raw`{
  "proof_grep": [
    {"pattern":"require\([\"']arkitekt\.", "should_match": false},
    {"pattern":"require%([^)]-[\\]", "should_match": false},
    {"pattern":"canonicalize_sequence%\(", "should_match": true},
    {"pattern":"[\]", "should_match": false}
  ]
}`;

test("the playbook's template is read as it is meant, and each guess is said", () => {
  const { value, warned, repaired } = read(TEMPLATE);
  assert.equal(
    (value as { proof_grep: { pattern: string }[] }).proof_grep.map(({ pattern }) => pattern),
    [String.raw`require\(["']arkitekt\.`, "require%([^)]-[\\]", "canonicalize_sequence%\\(", "[\\]"],
  );
  assert.equal(warned, [
    "3:24 JSON knows no escape \\(; it is read as a backslash and (",
    "3:39 JSON knows no escape \\.; it is read as a backslash and .",
    "5:39 JSON knows no escape \\(; it is read as a backslash and (",
    "6:18 JSON knows no escape \\]; it is read as a backslash and ]",
  ]);
  assert.equal(JSON.parse(repaired), value);
  assert.is(repaired.replaceAll("\\\\", "\\"), TEMPLATE.replaceAll("\\\\", "\\"));
  assert.equal(read(repaired).warned, []);
});

const FAULTS: readonly (readonly [text: string, says: string])[] = [
  ["", "1:1 the end of the text stands where a value is due"],
  ['{\n  // why\n  "a": 1}', "2:3 a comment stands here, and JSON has none"],
  ["[1, /* two */ 2]", "1:5 a comment stands here, and JSON has none"],
  ['{"a": 1,\r\n}', "1:8 a comma stands before }, and nothing follows it"],
  ["[1,]", "1:3 a comma stands before ], and nothing follows it"],
  ['{"a": 1, "b": 2, "a": 3}', '1:18 the key "a" is in line 1 already'],
  ['{\n"a": 1,\n"\\u0061": 3}', '3:1 the key "a" is in line 2 already'],
  ['{"\\(": 1, "\\\\(": 3}', '1:11 the key "\\\\(" is in line 1 already'],
  ["{'a': 1}", "1:2 ' stands where a key is due"],
  ["{a: 1}", "1:2 a stands where a key is due"],
  ['{"a" 1}', "1:6 1 stands where : is due"],
  ['["a" "b"]', '1:6 " stands where , or ] is due'],
  ['["a', "1:2 this string has no end"],
  ['["é😀\nb"]', "1:5 the line ends inside of a string"],
  ['["\t"]', "1:3 a control character (U+0009) stands in a string"],
  ["[01]", "1:2 01 stands where a value is due"],
  ["[NaN]", "1:2 NaN stands where a value is due"],
  ["[1.]", "1:2 1. stands where a value is due"],
  ["[1] x", "1:5 x stands behind the end"],
  ["[".repeat(100_000), "1:502 this is nested more than 500 deep"],
  ['["\\', "1:2 this string has no end"],
];

for (const [text, says] of FAULTS) {
  test(`${JSON.stringify(text.slice(0, 40))} is refused: ${says}`, () => assert.is(fault(text), says));
}

test("a key __proto__ is a key like any other", () => {
  const { value } = read('{"__proto__": {"isAdmin": true}, "constructor": 1}');
  assert.equal(Object.keys(value as object), ["__proto__", "constructor"]);
  assert.is((value as { isAdmin?: boolean }).isAdmin, undefined);
  assert.is(Object.getPrototypeOf(value), Object.prototype);
});

test("a byte order mark is read over, and said", () => {
  const { value, warned, repaired } = read("\ufeff[1]");
  assert.equal(warned, ["1:1 the file starts with a byte order mark"]);
  assert.equal([value, repaired], [[1], "[1]"]);
});

test("valid JSON reads as JSON.parse reads it, and stays as it is", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t"), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      const { value, warned, repaired } = read(text);
      assert.equal(value, JSON.parse(text));
      assert.equal(warned, []);
      assert.is(repaired, text);
    }),
    { seed: 4 },
  );
});

test("what JSON.parse refuses is refused, but for escapes; what it reads is read, but for keys that stand twice", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "a",
    "1",
    "-",
    ".",
    "e5",
    "true",
    "null",
    " ",
    "\n",
    "\\",
    "(",
    "\\u0061",
    '"a"',
    '"b":',
    "/",
  );
  let both = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const result = readLenientJson(text);
      if (result.ok && result.value.warnings.length === 0) {
        both++;
        assert.equal(result.value.value, JSON.parse(text));
      } else if (!result.ok && !/already/.test(result.error.message)) assert.throws(() => JSON.parse(text));
      else if (result.ok) assert.throws(() => JSON.parse(text));
    }),
    { numRuns: 20_000, seed: 8 },
  );
  assert.ok(both > 100, String(both));
});

test("a megabyte of escapes that JSON does not know is read in a moment", () => {
  const begun = performance.now();
  const { warned } = read(`["${"\\(".repeat(300_000)}"]`);
  assert.is(warned.length, 300_000);
  assert.ok(performance.now() - begun < 5000);
});
