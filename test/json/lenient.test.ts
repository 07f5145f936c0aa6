import fc from "fast-check";
import * as assert from "uvu/assert";
import { describeJsonFault, type JsonFault } from "../../src/json/fault.ts";
import { parseLenientJson } from "../../src/json/lenient.ts";
import { plainValue } from "../../src/json/value.ts";
import { suite } from "../support/suite.ts";

const test = suite("lenient JSON");

function read(text: string): { value: unknown; warned: string[]; repaired: string } {
  const result = parseLenientJson(text);
  if (!result.ok) throw new Error(show(result.error));
  const { document, warnings, repaired } = result.value;
  return {
    value: plainValue(document.root),
    warned: warnings.map(({ message, position }) => `${position.line}:${position.column} ${message}`),
    repaired,
  };
}

function fault(text: string): string {
  const result = parseLenientJson(text);
  return result.ok ? `read as ${result.value.repaired}` : show(result.error);
}

const show = (found: JsonFault) =>
  `${found.position.line}:${found.position.column} ${describeJsonFault(found).message}`;

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
    "3:24 JSON has no escape \\(; it is read as a backslash and (",
    "3:39 JSON has no escape \\.; it is read as a backslash and .",
    "5:39 JSON has no escape \\(; it is read as a backslash and (",
    "6:18 JSON has no escape \\]; it is read as a backslash and ]",
  ]);
  assert.equal(JSON.parse(repaired), value);
  assert.is(repaired.replaceAll("\\\\", "\\"), TEMPLATE.replaceAll("\\\\", "\\"));
  assert.equal(read(repaired).warned, []);
});

const FAULTS: readonly (readonly [text: string, says: string])[] = [
  ["", "1:1 the text ends too early"],
  ['{\n  // why\n  "a": 1}', "2:3 JSON has no comments"],
  ["[1, /* two */ 2]", "1:5 JSON has no comments"],
  ["# why\n[]", "1:1 JSON has no comments"],
  ['{"a": 1,\r\n}', "1:8 there is a comma here before the end"],
  ["[1,]", "1:3 there is a comma here before the end"],
  ['{"a": 1, "b": 2, "a": 3}', '1:18 the key "a" appears twice'],
  ['{\n"a": 1,\n"\\u0061": 3}', '3:1 the key "a" appears twice'],
  ['{"\\(": 1, "\\\\(": 3}', '1:11 the key "\\\\(" appears twice'],
  ["{'a': 1}", "1:2 strings are in double quotes here"],
  ["{a: 1}", '1:2 "a" means nothing here'],
  ["{,}", "1:2 a key in double quotes is expected here"],
  ["[:]", "1:2 a value is expected here"],
  ['{"a" 1}', "1:6 a colon is missing before this"],
  ['["a" "b"]', "1:6 a comma is missing before this"],
  ['["a', "1:2 this string has no end"],
  ['["é😀\nb"]', "1:2 this string has no end"],
  ['["\t"]', "1:3 a control character (U+0009) is in a string"],
  ["[01]", '1:2 "01" is not a number'],
  ["[NaN]", '1:2 "NaN" means nothing here'],
  ["[truex]", '1:2 "truex" means nothing here'],
  ["[1.]", '1:2 "1." is not a number'],
  ["[1] x", "1:5 the text goes on after its end"],
  ["[".repeat(100_000), "1:501 this is nested more than 500 levels deep"],
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
      const result = parseLenientJson(text);
      if (result.ok && result.value.warnings.length === 0) {
        both++;
        assert.equal(plainValue(result.value.document.root), JSON.parse(text));
      } else if (!result.ok && result.error.kind !== "repeated-key") assert.throws(() => JSON.parse(text));
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
  assert.ok(performance.now() - begun < 30_000);
});
