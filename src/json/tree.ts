// A JSON text as a tree that loses nothing: joined again, the pieces give the same characters. Numbers and strings keep
// their spelling, members their order, containers the white space inside them. Trees are never changed; an edit makes a
// new one that shares what it did not touch.

export type JsonNode = JsonWord | JsonNumber | JsonString | JsonArray | JsonObject;

export interface JsonWord {
  readonly kind: "word";
  readonly raw: "true" | "false" | "null";
}

export interface JsonNumber {
  readonly kind: "number";
  readonly raw: string;
}

export interface JsonString {
  readonly kind: "string";
  readonly raw: string;
  readonly text: string;
}

export interface JsonArray {
  readonly kind: "array";
  readonly items: readonly JsonItem[];
  /** White space between the last item (or the opening bracket) and the closing bracket. */
  readonly close: string;
}

export interface JsonObject {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
  readonly close: string;
}

export interface JsonItem {
  /** White space before the item. */
  readonly lead: string;
  readonly value: JsonNode;
  /** White space between the value and the comma after it. */
  readonly trail: string;
}

export interface JsonMember extends JsonItem {
  readonly keyRaw: string;
  readonly key: string;
  /** From the end of the key to the value: a colon and the white space around it. */
  readonly colon: string;
}

export interface JsonDocument {
  /** A byte order mark and white space. */
  readonly head: string;
  readonly root: JsonNode;
  readonly tail: string;
}

export function printDocument({ head, root, tail }: JsonDocument): string {
  const pieces = [head];
  print(root, pieces);
  pieces.push(tail);
  return pieces.join("");
}

export function memberOf(object: JsonObject, key: string): JsonMember | undefined {
  return object.members[placeOf(object.members, key)];
}

/** Where the member with a name stands; -1 where there is none. */
export function placeOf(members: readonly JsonMember[], key: string): number {
  if (members.length < MANY) return members.findIndex((member) => member.key === key);
  const at = placesOf(members).get(key) ?? -1;
  return members[at]?.key === key ? at : -1;
}

/** Lets `members`, made from `old` with new values or one more at the end, use what is known about the old places. */
export function keepPlaces(members: readonly JsonMember[], old: readonly JsonMember[]): void {
  const known = KNOWN.get(old);
  const last = members.at(-1);
  if (known === undefined || last === undefined) return;
  const place = members.length - 1;
  if (!known.has(last.key)) known.set(last.key, place);
  // Two lists may have grown from one, each its own way.
  if (known.get(last.key) === place) KNOWN.set(members, known);
}

/** A patch may ask a long object for every one of its members. */
const MANY = 32;
const KNOWN = new WeakMap<readonly JsonMember[], Map<string, number>>();

function placesOf(members: readonly JsonMember[]): ReadonlyMap<string, number> {
  const known = KNOWN.get(members);
  if (known !== undefined) return known;
  const places = new Map<string, number>();
  for (const [at, { key }] of members.entries()) if (!places.has(key)) places.set(key, at);
  KNOWN.set(members, places);
  return places;
}

/** Where many are looked up. The last one of a key that appears twice. */
export function membersByName(object: JsonObject): ReadonlyMap<string, JsonNode> {
  return new Map(object.members.map(({ key, value }) => [key, value]));
}

function print(node: JsonNode, pieces: string[]): void {
  switch (node.kind) {
    case "array":
      pieces.push("[");
      node.items.forEach((item, index) => {
        pieces.push(index === 0 ? "" : ",", item.lead);
        print(item.value, pieces);
        pieces.push(item.trail);
      });
      pieces.push(node.close, "]");
      return;
    case "object":
      pieces.push("{");
      node.members.forEach((member, index) => {
        pieces.push(index === 0 ? "" : ",", member.lead, member.keyRaw, member.colon);
        print(member.value, pieces);
        pieces.push(member.trail);
      });
      pieces.push(node.close, "}");
      return;
    default:
      pieces.push(node.raw);
  }
}
