import { createRequire } from "node:module";
import * as assert from "uvu/assert";
import { describeJsonFault } from "../../src/json/fault.ts";
import { readOperations } from "../../src/json/operations.ts";
import { applyPatch } from "../../src/json/patch.ts";
import { parseJson } from "../../src/json/text.ts";
import { printDocument } from "../../src/json/tree.ts";
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
  ["the same key twice in an operation", "{}", '[{"op":"add","op":"remove","path":"/a"}]', /appears twice/],
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

test("a long object knows its members whatever was done to it, one version beside another", () => {
  const long = `{${Array.from({ length: 60 }, (_, at) => `"k${at}":${at}`).join(",")}}`;
  const after = (text: string, ...ops: readonly object[]) => {
    const document = parseJson(text);
    const operations = operationsOf(ops);
    if (!document.ok || !operations.ok) throw new Error(text);
    return applyPatch(document.value, operations.value);
  };
  const put = (path: string, value: number) => ({ op: "add", path, value });
  const made = after(
    long,
    put("/a", 1),
    { op: "copy", from: "", path: "/whole" },
    put("/b", 2),
    put("/whole/c", 3),
    put("/whole/b", 4),
    put("/k7", 70),
    { op: "remove", path: "/k0" },
    put("/k0", 5),
    { op: "test", path: "/k59", value: 59 },
    { op: "test", path: "/whole/b", value: 4 },
    { op: "remove", path: "/b" },
  );
  if (!made.ok) throw new Error(made.error.message);
  const value = JSON.parse(printDocument(made.value));
  assert.equal([value.a, value.b, value.k0, value.k7, value.k59], [1, undefined, 5, 70, 59]);
  assert.equal(
    [value.whole.a, value.whole.b, value.whole.c, value.whole.k0, value.whole.k7],
    [1, 4, 3, 0, 7],
  );
  assert.equal(Object.keys(value).slice(-3), ["a", "whole", "k0"]);
});

test("a patch of too many operations for so long a list is refused, not worked on for hours", () => {
  const document = parseJson(`[${"0,".repeat(60_000)}0]`);
  const operations = operationsOf(Array.from({ length: 60_000 }, () => ({ op: "remove", path: "/0" })));
  if (!document.ok || !operations.ok) throw new Error("it is JSON");
  const made = applyPatch(document.value, operations.value);
  assert.not.ok(made.ok);
  assert.match(made.ok ? "" : made.error.message, /too long for so many operations/);
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

function operationsOf(ops: readonly object[]) {
  const document = parseJson(JSON.stringify(ops));
  if (!document.ok) throw new Error("it is JSON");
  return readOperations(document.value.root);
}
