// Edits of a tree that look as if a careful person had made them: a new item takes the indentation, line ends and spacing
// of its neighbours, and nothing else moves.
import { isContainer, itemsOf, type JsonStyle, lastLine } from "./style.ts";
import {
  type JsonArray,
  type JsonItem,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  keepPlaces,
  placeOf,
} from "./tree.ts";

/** Where a container stands: the indentation of the line it begins on, and whether it shares that line with others. */
export interface ContainerSurroundings {
  readonly style: JsonStyle;
  readonly indent: string;
  readonly isInline: boolean;
}

/** The surroundings of what is inside `item`, itself in a container with the surroundings `outer`. */
export function inside(item: JsonItem, outer: ContainerSurroundings): ContainerSurroundings {
  const own = lastLine(item.lead);
  return own === undefined ? { ...outer, isInline: true } : { ...outer, indent: own, isInline: false };
}

export function insertItem(
  array: JsonArray,
  at: number,
  value: JsonNode,
  around: ContainerSurroundings,
): JsonArray {
  const { items } = array;
  const place = placeFor(items, at, around);
  const fresh: JsonItem = { lead: place.lead, value: layOut(value, place, around.style), trail: "" };
  const behind = items[at];
  const rest = behind === undefined ? [] : [{ ...behind, lead: place.next }];
  return {
    ...array,
    items: items.toSpliced(at, rest.length, fresh, ...rest),
    close: closeFor(array, place, around),
  };
}

export function appendMember(
  object: JsonObject,
  key: string,
  value: JsonNode,
  around: ContainerSurroundings,
): JsonObject {
  const { members } = object;
  const place = placeFor(members, members.length, around);
  const model = members.at(-1)?.colon ?? around.style.colon;
  const fresh: JsonMember = {
    lead: place.lead,
    key,
    keyRaw: JSON.stringify(key),
    colon: /[\r\n]/.test(model) ? around.style.colon : model,
    value: layOut(value, place, around.style),
    trail: "",
  };
  const grown = [...members, fresh];
  keepPlaces(grown, members);
  return { ...object, members: grown, close: closeFor(object, place, around) };
}

export function replaceItem(array: JsonArray, at: number, value: JsonNode): JsonArray {
  const item = array.items[at];
  return item === undefined ? array : { ...array, items: array.items.with(at, { ...item, value }) };
}

export function replaceMember(object: JsonObject, key: string, value: JsonNode): JsonObject {
  const at = placeOf(object.members, key);
  const member = object.members[at];
  if (member === undefined) return object;
  const members = object.members.with(at, { ...member, value });
  keepPlaces(members, object.members);
  return { ...object, members };
}

export function removeItem(array: JsonArray, at: number): JsonArray {
  const items = without(array.items, at);
  return { ...array, items, close: items.length === 0 ? "" : array.close };
}

export function removeMember(object: JsonObject, key: string): JsonObject {
  const at = placeOf(object.members, key);
  const members = without(object.members, at);
  return { ...object, members, close: members.length === 0 ? "" : object.close };
}

/** `value` laid out for a place where something else stood or stands: the item's own line and neighbours decide. */
export function layOutAt(value: JsonNode, item: JsonItem, outer: ContainerSurroundings): JsonNode {
  const around = inside(item, outer);
  return layOut(value, { isInline: around.isInline, indent: around.indent }, around.style);
}

/** `value` as the whole document. */
export function layOutRoot(value: JsonNode, { style, indent }: ContainerSurroundings): JsonNode {
  return layOut(value, { isInline: !style.isMultiline, indent }, style);
}

interface Spot {
  readonly isInline: boolean;
  readonly indent: string;
}

interface ItemPlace extends Spot {
  readonly lead: string;
  /** The lead of the item that follows the new one from now on. */
  readonly next: string;
}

function placeFor(items: readonly JsonItem[], at: number, around: ContainerSurroundings): ItemPlace {
  const { style } = around;
  const first = items[0];
  if (first === undefined) {
    if (around.isInline || !style.isMultiline)
      return { isInline: true, indent: around.indent, lead: "", next: "" };
    const indent = around.indent + style.unit;
    return { isInline: false, indent, lead: style.lineEnd + indent, next: "" };
  }
  const neighbour = items[Math.max(1, Math.min(at, items.length - 1))] ?? first;
  const own = lastLine(neighbour.lead);
  if (own !== undefined) {
    const lead = style.lineEnd + own;
    return { isInline: false, indent: own, lead, next: items[at]?.lead ?? lead };
  }
  const gap = neighbour === first ? style.gap : neighbour.lead;
  const lead = at === 0 ? first.lead : gap;
  return { isInline: true, indent: around.indent, lead, next: at === 0 ? gap : (items[at]?.lead ?? gap) };
}

function closeFor(
  container: JsonArray | JsonObject,
  place: ItemPlace,
  around: ContainerSurroundings,
): string {
  if (itemsOf(container).length > 0) return container.close;
  return place.isInline ? "" : around.style.lineEnd + around.indent;
}

function without<T extends JsonItem>(items: readonly T[], at: number): T[] {
  const first = items[at];
  const next = items[at + 1];
  if (first === undefined) return [...items];
  return at === 0 && next !== undefined
    ? items.toSpliced(0, 2, { ...next, lead: first.lead })
    : items.toSpliced(at, 1);
}

/** Pretty on lines of its own, dense where its neighbours share a line. Scalars keep their spelling. */
function layOut(node: JsonNode, spot: Spot, style: JsonStyle): JsonNode {
  if (!isContainer(node)) return node;
  const indent = spot.indent + style.unit;
  const leadOf = (index: number) => (spot.isInline ? (index === 0 ? "" : style.gap) : style.lineEnd + indent);
  const close = itemsOf(node).length === 0 || spot.isInline ? "" : style.lineEnd + spot.indent;
  const inner = { isInline: spot.isInline, indent };
  if (node.kind === "array") {
    const items = node.items.map(({ value }, index) => ({
      lead: leadOf(index),
      value: layOut(value, inner, style),
      trail: "",
    }));
    return { kind: "array", items, close };
  }
  const members = node.members.map(({ key, keyRaw, value }, index) => ({
    lead: leadOf(index),
    key,
    keyRaw,
    colon: style.colon,
    value: layOut(value, inner, style),
    trail: "",
  }));
  return { kind: "object", members, close };
}
