import * as assert from "uvu/assert";
import { readOperations } from "../../src/json/operations.ts";
import { applyPatch } from "../../src/json/patch.ts";
import { parseJson } from "../../src/json/text.ts";
import { printDocument } from "../../src/json/tree.ts";

interface Vector {
  readonly comment?: string;
  readonly doc: unknown;
  readonly patch: unknown;
  readonly expected?: unknown;
  readonly error?: string;
  readonly disabled?: boolean;
}

/** Runs every enabled case of a file of the public JSON Patch suite; the number that ran. */
export function runVectors(vectors: readonly Vector[]): number {
  const enabled = vectors.filter(
    (vector) => vector.disabled !== true && "doc" in vector && "patch" in vector,
  );
  for (const vector of enabled) runVector(vector);
  return enabled.length;
}

function runVector(vector: Vector): void {
  const title = vector.comment ?? JSON.stringify(vector.patch);
  const before = JSON.stringify(vector.doc, null, 2);
  const outcome = patched(before, JSON.stringify(vector.patch));
  if (vector.error !== undefined) {
    assert.not.ok(outcome.ok, `${title}: expected the error "${vector.error}"`);
    return;
  }
  if (!outcome.ok) throw new Error(`${title}: ${JSON.stringify(outcome.error)}`);
  if ("expected" in vector) assert.equal(JSON.parse(outcome.value), vector.expected, title);
  assert.ok(parseJson(outcome.value).ok, `${title}: the text stays JSON`);
}

function patched(doc: string, patch: string) {
  const document = parseJson(doc);
  const tree = parseJson(patch);
  if (!document.ok) return document;
  if (!tree.ok) return tree;
  const operations = readOperations(tree.value.root);
  if (!operations.ok) return operations;
  const after = applyPatch(document.value, operations.value);
  return after.ok ? { ok: true as const, value: printDocument(after.value) } : after;
}
