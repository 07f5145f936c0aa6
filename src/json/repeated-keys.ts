import type { JsonNode } from "./tree.ts";

export interface RepeatedKey {
  /** Keys and indices from the root; the last one is the key. */
  readonly pointer: readonly (string | number)[];
  /** Places of the two members in their object, from 0. */
  readonly first: number;
  readonly index: number;
}

/** Every key that stands in its object already, in the order of the text. */
export function* repeatedKeys(
  node: JsonNode,
  pointer: readonly (string | number)[] = [],
): Generator<RepeatedKey> {
  if (node.kind === "array") {
    for (const [index, { value }] of node.items.entries()) yield* repeatedKeys(value, [...pointer, index]);
  } else if (node.kind === "object") {
    const seen = new Map<string, number>();
    for (const [index, { key, value }] of node.members.entries()) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else yield { pointer: [...pointer, key], first, index };
      yield* repeatedKeys(value, [...pointer, key]);
    }
  }
}
