// Loaded on demand: where things stand in a YAML text. cosmiconfig's loader gives values without places.
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import type { Complaint, Pointer } from "./fault.ts";
import { positionIn, type TextMap } from "./text-map.ts";

export function yamlMap(text: string): TextMap {
  const document = documentOf(text);
  const at = (node: unknown) => (isNode(node) && node.range ? positionIn(text, node.range[0]) : undefined);
  const find = (pointer: Pointer) => findIn(document, pointer);
  return {
    key: (pointer) => at(find(pointer)?.key),
    value: (pointer) => at(find(pointer)?.value),
  };
}

/** Keys that stand twice in one object. */
export function duplicateYamlKeys(text: string): readonly Complaint[] {
  return duplicatesIn(documentOf(text).contents, [], text);
}

function documentOf(text: string): Document {
  return parseDocument(text, { uniqueKeys: false, prettyErrors: false, merge: true });
}

interface Place {
  readonly key: unknown;
  readonly value: unknown;
}

function findIn(document: Document, pointer: Pointer): Place | undefined {
  let place: Place = { key: document.contents, value: document.contents };
  for (const part of pointer) {
    const inside = isAlias(place.value) ? place.value.resolve(document) : place.value;
    if (isSeq(inside)) {
      const item = inside.items[Number(part)];
      place = { key: item, value: item };
    } else if (isMap(inside)) {
      const pair = inside.items.find(({ key }) => nameOf(key) === String(part));
      if (pair === undefined) return undefined;
      place = { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key };
    } else return undefined;
  }
  return place;
}

function duplicatesIn(node: unknown, pointer: Pointer, text: string): readonly Complaint[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => duplicatesIn(item, [...pointer, index], text));
  if (!isMap(node)) return [];
  const first = new Map<string, Pair>();
  return node.items.flatMap((pair) => {
    const name = nameOf(pair.key);
    const below = duplicatesIn(pair.value, [...pointer, name], text);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, pair);
    if (earlier === undefined || name === "<<") return below;
    const places = { at: startOf(pair.key, text), first: startOf(earlier.key, text) };
    return [{ kind: "duplicate-key", pointer: [...pointer, name], ...places } as const, ...below];
  });
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown, text: string) {
  return positionIn(text, isNode(node) && node.range ? node.range[0] : 0);
}
