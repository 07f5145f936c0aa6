import fc from "fast-check";
import * as assert from "uvu/assert";
import { differenceOf, operationsText } from "../../src/json/difference.ts";
import { jsonEquals } from "../../src/json/equality.ts";
import { applyPatch } from "../../src/json/patch.ts";
import { patchHolds } from "../../src/json/patch-holds.ts";
import { parseJson } from "../../src/json/text.ts";
import type { JsonDocument } from "../../src/json/tree.ts";
import { readPatchProposal } from "../../src/protocol/patch-proposal.ts";
import { suite } from "../support/suite.ts";

const test = suite("difference");

const value = fc.jsonValue({ maxDepth: 3 });

test("a difference makes one document of the other, as text too, and the new one holds what it says", () => {
  fc.assert(
    fc.property(value, value, (old, fresh) => {
      const [before, after] = [documentOf(old), documentOf(fresh)];
      const operations = differenceOf(before.root, after.root);
      const text = `{"file":"a.json","ops":${operationsText(operations, "")}}`;
      const read = readPatchProposal(documentOf(JSON.parse(text)), undefined);
      assert.ok(read.ok || operations.length === 0, text);
      const made = applyPatch(before, read.ok ? read.value.value.operations : []);
      assert.ok(made.ok && jsonEquals(made.value.root, after.root), text);
      assert.ok(patchHolds(after.root, operations), text);
    }),
    { numRuns: 300 },
  );
});

test("long lists and objects are looked through once, not once for each operation", () => {
  const list = (from: number) => Array.from({ length: 6000 }, (_, index) => index + from);
  const object = (from: number) => Object.fromEntries(list(from).map((number, at) => [`k${at}`, number]));
  const began = performance.now();
  for (const make of [list, object]) {
    const [before, after] = [documentOf(make(0)), documentOf(make(9000))];
    const operations = differenceOf(before.root, after.root);
    assert.is(operations.length, 12_000);
    assert.ok(patchHolds(after.root, operations));
    assert.not.ok(patchHolds(before.root, operations));
  }
  assert.ok(performance.now() - began < 3000, "within seconds");
});

function documentOf(value: unknown): JsonDocument {
  const document = parseJson(JSON.stringify(value));
  assert.ok(document.ok);
  return document.value;
}
