import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { readOperations } from "../../src/json/operations.ts";
import { applyPatch } from "../../src/json/patch.ts";
import { parseJson } from "../../src/json/text.ts";
import { printDocument } from "../../src/json/tree.ts";
import { plainValue } from "../../src/json/value.ts";
import { suite } from "../support/suite.ts";

const test = suite("json-text");

test("a text is printed as it was read, white space and spelling included", () => {
  const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.array(space, { minLength: 1, maxLength: 9 }), (json, spaces) => {
      let turn = 0;
      const loose = json.replace(
        /("(?:[^"\\]|\\.)*")|([[\]{},:])/g,
        (_, string, mark) =>
          string ?? `${spaces[turn++ % spaces.length]}${mark}${spaces[turn++ % spaces.length]}`,
      );
      const document = parseJson(loose);
      assert.ok(document.ok);
      assert.is(printDocument(document.value), loose);
      assert.is(JSON.stringify(plainValue(document.value.root)), JSON.stringify(JSON.parse(loose)));
    }),
  );
});

test("what is not JSON is refused exactly where JSON.parse refuses it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",:0-9a.eE+\-\\nu tfrls]{0,12}$/), (text) => {
      const known = parsesNatively(text);
      const read = parseJson(text);
      assert.is(read.ok || read.error.kind === "repeated-key", known, text);
    }),
    { numRuns: 3000 },
  );
});

const faults: ReadonlyArray<readonly [text: string, kind: string, line: number, column: number]> = [
  ['{"a":1,\n "a":2}', "repeated-key", 2, 2],
  ['{"a":1,}', "comma-before-end", 1, 7],
  ['{"a":', "ends-early", 1, 6],
  ["[1] x", "goes-on", 1, 5],
  ["", "ends-early", 1, 1],
  ['["😀", 01]', "bad-number", 1, 7],
  [`${"[".repeat(600)}`, "too-deep", 1, 501],
];

for (const [text, kind, line, column] of faults) {
  test(`${JSON.stringify(text.slice(0, 20))} is refused as ${kind}, with its place`, () => {
    const read = parseJson(text);
    assert.not.ok(read.ok);
    if (!read.ok) assert.equal({ kind: read.error.kind, ...read.error.position }, { kind, line, column });
  });
}

test("a string that never ends is refused in linear time", () => {
  const read = parseJson(`"${"a".repeat(2_000_000)}`);
  assert.not.ok(read.ok);
});

const edits: ReadonlyArray<readonly [title: string, before: string, patch: string, after: string]> = [
  [
    "a replaced value leaves everything else alone",
    '{\r\n\t"b" : 1.50,\r\n\t"a": [1, 2,3]\r\n}\r\n',
    '[{"op":"replace","path":"/b","value":2.0}]',
    '{\r\n\t"b" : 2.0,\r\n\t"a": [1, 2,3]\r\n}\r\n',
  ],
  [
    "a new member takes the indentation and line ends of its neighbours",
    '{\r\n\t"b": 1\r\n}',
    '[{"op":"add","path":"/c","value":{"x":[1]}}]',
    '{\r\n\t"b": 1,\r\n\t"c": {\r\n\t\t"x": [\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}',
  ],
  [
    "a list on one line stays on one line",
    "[1, 2]\n",
    '[{"op":"add","path":"/0","value":{"a":1}}]',
    '[{"a": 1}, 1, 2]\n',
  ],
  [
    "a dense document stays dense",
    '{"a":1,"b":[]}',
    '[{"op":"add","path":"/b/-","value":{"c":[1,2]}}]',
    '{"a":1,"b":[{"c":[1,2]}]}',
  ],
  ["an empty document grows pretty", "{}\n", '[{"op":"add","path":"/a","value":1}]', '{\n  "a": 1\n}\n'],
  [
    "the last member goes with its line",
    '{\n  "a": 1,\n  "b": 2\n}\n',
    '[{"op":"remove","path":"/b"}]',
    '{\n  "a": 1\n}\n',
  ],
  ["the first item goes with its line", "[\n  1,\n  2\n]", '[{"op":"remove","path":"/0"}]', "[\n  2\n]"],
  ["what was removed to the last closes up", '{\n  "a": 1\n}', '[{"op":"remove","path":"/a"}]', "{}"],
  [
    "a moved block is indented for its new place",
    '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  }\n}',
    '[{"op":"move","from":"/a/b","path":"/d"}]',
    '{\n  "a": {},\n  "d": {\n    "c": 1\n  }\n}',
  ],
  [
    "numbers keep a spelling that no double can hold",
    '{"n": 12345678901234567890.10, "m": 1}',
    '[{"op":"copy","from":"/n","path":"/m"}]',
    '{"n": 12345678901234567890.10, "m": 12345678901234567890.10}',
  ],
  ["a byte order mark stays", '\ufeff{"a": 1}', '[{"op":"replace","path":"/a","value":2}]', '\ufeff{"a": 2}'],
  [
    "an item goes into the middle of a tall list",
    "[\n    1,\n    3\n]",
    '[{"op":"add","path":"/1","value":2}]',
    "[\n    1,\n    2,\n    3\n]",
  ],
];

for (const [title, before, patch, after] of edits) {
  test(title, () => assert.is(patched(before, patch), after));
}

test("a patch of one place and back gives the same characters", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
      fc.string(),
      fc.nat(8),
      (record, key, unit) => {
        fc.pre(!(key in record));
        const before = JSON.stringify(record, null, unit);
        const pointer = JSON.stringify(`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
        const grown = patched(before, `[{"op":"add","path":${pointer},"value":[{}]}]`);
        assert.equal(JSON.parse(grown), JSON.parse(JSON.stringify({ ...record, [key]: [{}] })));
        assert.is(patched(grown, `[{"op":"remove","path":${pointer}}]`), before);
      },
    ),
  );
});

function patched(before: string, patch: string): string {
  const document = parseJson(before);
  const tree = parseJson(patch);
  if (!document.ok || !tree.ok) throw new Error("no JSON");
  const operations = readOperations(tree.value.root);
  if (!operations.ok) throw new Error(operations.error.message);
  const after = applyPatch(document.value, operations.value);
  if (!after.ok) throw new Error(after.error.message);
  return printDocument(after.value);
}

function parsesNatively(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
