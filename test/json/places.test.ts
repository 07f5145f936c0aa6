import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { placesIn } from "../../src/json/places.ts";
import { repeatedKeys } from "../../src/json/repeated-keys.ts";
import { readTree } from "../../src/json/text.ts";
import type { JsonNode } from "../../src/json/tree.ts";
import { plainValue } from "../../src/json/value.ts";
import { suite } from "../support/suite.ts";

const test = suite("places in JSON");

test("every key and value of a text stands where it is said to stand", () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.constantFrom("", "\ufeff", "\r\n "),
      fc.nat(4),
      (json, head, unit) => {
        const text = head + JSON.stringify(JSON.parse(json), null, unit);
        const document = treeOf(text);
        const places = placesIn(document);
        for (const { pointer, key, node } of nodesOf(document.root, [])) {
          const at = places.value(pointer) ?? -1;
          const raw = "raw" in node ? node.raw : node.kind === "array" ? "[" : "{";
          assert.is(text.slice(at, at + raw.length), raw);
          const keyAt = places.key(pointer) ?? -1;
          assert.is(key === undefined ? keyAt : text.slice(keyAt, keyAt + key.length), key ?? at);
        }
        assert.is(places.value(["no such key", 0]), undefined);
      },
    ),
  );
});

test("keys that stand twice are all named, each with its first", () => {
  const document = treeOf(
    '{"a": 1, "b": [{"c": 1, "c": 2, "\\u0063": 3}], "a": 2, "__proto__": 1, "__proto__": 2}',
  );
  const places = placesIn(document);
  const named = [...repeatedKeys(document.root)].map(({ pointer, first, index }) => [
    pointer.join("."),
    places.key(pointer, first),
    places.key(pointer, index),
  ]);
  assert.equal(named, [
    ["b.0.c", 16, 24],
    ["b.0.c", 16, 32],
    ["a", 1, 47],
    ["__proto__", 55, 71],
  ]);
});

test("a key __proto__ is a key like any other, and half of a surrogate pair stays half", () => {
  const value = plainValue(treeOf('{"__proto__": {"isAdmin": true}, "half": "\\ud800"}').root) as {
    isAdmin?: boolean;
    half: string;
  };
  assert.equal(Object.keys(value), ["__proto__", "half"]);
  assert.is(value.isAdmin, undefined);
  assert.is(value.half, "\ud800");
});

test("deep and wide texts are read, or refused, in a moment", () => {
  const n = 200_000;
  const texts = [
    "[".repeat(n),
    '{"a":'.repeat(n),
    `[${"[],".repeat(n)}[]]`,
    `{${Array.from({ length: n }, (_, index) => `"k${index}":${index}`).join()}}`,
    `{${'"a":1,'.repeat(n)}"a":1}`,
    `"${"\\u0041".repeat(n)}"`,
    `"${"\\".repeat(n)}`,
    " ".repeat(n * 5),
    `[${"1e5,".repeat(n)}1]`,
    "[".repeat(500) + "]".repeat(500),
  ];
  const begun = performance.now();
  for (const text of texts) {
    const read = readTree(text);
    if (!read.ok) continue;
    plainValue(read.value.root);
    for (const _ of repeatedKeys(read.value.root)) break;
    placesIn(read.value).value(["a", 0]);
  }
  assert.ok(performance.now() - begun < 30_000);
});

function treeOf(text: string) {
  const read = readTree(text);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

interface Found {
  readonly pointer: readonly (string | number)[];
  readonly key: string | undefined;
  readonly node: JsonNode;
}

function* nodesOf(node: JsonNode, pointer: Found["pointer"], key?: string): Iterable<Found> {
  yield { pointer, key, node };
  if (node.kind === "array") {
    for (const [index, item] of node.items.entries()) yield* nodesOf(item.value, [...pointer, index]);
  } else if (node.kind === "object") {
    for (const member of node.members) yield* nodesOf(member.value, [...pointer, member.key], member.keyRaw);
  }
}
