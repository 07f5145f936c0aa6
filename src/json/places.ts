import { isContainer, itemsOf } from "./style.ts";
import type { JsonDocument, JsonItem, JsonNode } from "./tree.ts";

/** Where the keys and values of a document stand in its text: offsets in UTF-16 units, undefined for what it does not hold. */
export interface JsonPlaces {
  /** Of the key that `pointer` ends in, or of the item of a list. `member`: which of several of the same name. */
  key(pointer: readonly (string | number)[], member?: number): number | undefined;
  value(pointer: readonly (string | number)[]): number | undefined;
}

/** A tree that loses nothing knows where everything stands: places are counted, so an edited tree has the right ones too. */
export function placesIn({ head, root }: JsonDocument): JsonPlaces {
  const widthOf = widths();
  const find = (pointer: readonly (string | number)[], member?: number): Spot | undefined => {
    let spot: Spot | undefined = { node: root, key: head.length, value: head.length };
    for (const [depth, part] of pointer.entries()) {
      if (spot === undefined) return undefined;
      spot = step(spot, part, depth === pointer.length - 1 ? member : undefined, widthOf);
    }
    return spot;
  };
  return {
    key: (pointer, member) => find(pointer, member)?.key,
    value: (pointer) => find(pointer)?.value,
  };
}

interface Spot {
  readonly node: JsonNode;
  readonly key: number;
  readonly value: number;
}

type Width = (node: JsonNode) => number;

function step({ node, value }: Spot, part: string | number, member: number | undefined, widthOf: Width) {
  if (!isContainer(node)) return undefined;
  let at = value + 1;
  for (const [index, item] of itemsOf(node).entries()) {
    const key = at + (index === 0 ? 0 : 1) + item.lead.length;
    const start = key + labelOf(item).length;
    const isHere = member === undefined ? isNamed(item, index, part) : index === member;
    if (isHere) return { node: item.value, key, value: start };
    at = start + widthOf(item.value) + item.trail.length;
  }
  return undefined;
}

function isNamed(item: JsonItem, index: number, part: string | number): boolean {
  return "key" in item ? item.key === String(part) : index === part;
}

/** The key of a member with its colon. */
function labelOf(item: JsonItem & { keyRaw?: string; colon?: string }): string {
  return `${item.keyRaw ?? ""}${item.colon ?? ""}`;
}

/** How many units a node takes; each is counted once. */
function widths(): Width {
  const known = new Map<JsonNode, number>();
  const widthOf = (node: JsonNode): number => {
    if (!isContainer(node)) return node.raw.length;
    const before = known.get(node);
    if (before !== undefined) return before;
    const items = itemsOf(node);
    let width = node.close.length + 2 + Math.max(0, items.length - 1);
    for (const item of items) {
      width += item.lead.length + labelOf(item).length + widthOf(item.value) + item.trail.length;
    }
    known.set(node, width);
    return width;
  };
  return widthOf;
}
