import { createRequire } from "node:module";
import * as assert from "uvu/assert";
import { describeJsonFault } from "../../src/json/fault.ts";
import { readOperations } from "../../src/json/operations.ts";
import { applyPatch } from "../../src/json/patch.ts";
import { parseJson } from "../../src/json/text.ts";
import { runVectors } from "../support/patch-vectors.ts";
import { suite } from "../support/suite.ts";

const test = suite("json-patch");
const packaged = createRequire(import.meta.url);

for (const file of ["spec_tests.json", "tests.json"]) {
  test(`the public suite's ${file} passes, every enabled case`, () => {
    const count = runVectors(packaged(`json-patch-test-suite/${file}`));
    assert.ok(count > 10, `${count} cases ran`);
  });
}

const refused: ReadonlyArray<readonly [title: string, doc: string, patch: string, why: RegExp]> = [
  ["an index with a leading zero", "[1,2]", '[{"op":"remove","path":"/00"}]', /nothing at \/00/],
  ["an index past the end", "[1]", '[{"op":"add","path":"/2","value":0}]', /past the end of a list of 1/],
  ["a pointer without its slash", "{}", '[{"op":"add","path":"a","value":0}]', /must begin with "\/"/],
  ["a bad escape in a pointer", "{}", '[{"op":"add","path":"/~2","value":0}]', /written "~0"/],
  ["removing the whole document", "{}", '[{"op":"remove","path":""}]', /whole document cannot be removed/],
  ["moving a place into itself", '{"a":{}}', '[{"op":"move","from":"/a","path":"/a/b"}]', /into itself/],
  ["an unknown operation", "{}", '[{"op":"spread","path":""}]', /not spread/],
  ["a missing value", "{}", '[{"op":"add","path":"/a"}]', /needs "value"/],
  ["the same key twice in an operation", "{}", '[{"op":"add","op":"remove","path":"/a"}]', /there twice/],
  [
    "doubles that would be equal",
    "[9007199254740993]",
    '[{"op":"test","path":"/0","value":9007199254740992}]',
    /not what/,
  ],
];

for (const [title, doc, patch, why] of refused) {
  test(`refused: ${title}`, () => {
    assert.match(messageOf(doc, patch), why);
  });
}

test("numbers are equal by value, however they are written", () => {
  for (const [left, right] of [
    ["1.0", "1e0"],
    ["100", "1E+2"],
    ["-0", "0"],
    ["0.00120", "12e-4"],
  ]) {
    assert.is(messageOf(`[${left}]`, `[{"op":"test","path":"/0","value":${right}}]`), "applied");
  }
});

test("a key __proto__ is a key like any other", () => {
  const patched = patch(
    '{"a":1}',
    '[{"op":"add","path":"/__proto__","value":{"x":2}},{"op":"test","path":"/__proto__/x","value":2}]',
  );
  assert.ok(patched.ok);
});

function patch(doc: string, operations: string) {
  const document = parseJson(doc);
  if (!document.ok) throw new Error(document.error.kind);
  const tree = parseJson(operations);
  if (!tree.ok) return tree;
  const read = readOperations(tree.value.root);
  return read.ok ? applyPatch(document.value, read.value) : read;
}

function messageOf(doc: string, operations: string): string {
  const outcome = patch(doc, operations);
  if (outcome.ok) return "applied";
  return "position" in outcome.error ? describeJsonFault(outcome.error).message : outcome.error.message;
}
