import type { KeyPath } from "../faults/fault.ts";
import { isObject } from "../resolve/merge.ts";
import { follow, keysOf, schemaAt, sidesOf } from "./schema-at.ts";
import { keyText } from "./written-key.ts";

/** Every key as one word, options of rules too: what a misspelt one may have meant. */
export function allKeys(): readonly string[] {
  const below = (pointer: KeyPath): readonly string[] =>
    partsAt(pointer).flatMap((key) => {
      const inner = [...heldAt(pointer), key];
      return [keyText(inner), ...below(inner)];
    });
  return below([]);
}

/** The keys of what stands there: an object, a list's items, a rule's options. */
export function partsAt(pointer: KeyPath): readonly string[] {
  return keysOf(schemaAt(heldAt(pointer)));
}

function heldAt(pointer: KeyPath): KeyPath {
  if (pointer.at(-2) === "rules") return [...pointer, 1];
  const sides = sidesOf(schemaAt(pointer) ?? {});
  if (sides.some((side) => keysOf(side).length > 0)) return pointer;
  const list = sides.find(({ items }) => isObject(items) && keysOf(follow(items)).length > 0);
  return list === undefined ? pointer : [...pointer, 0];
}
