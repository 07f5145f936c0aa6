import { canonicalTree } from "./canonical-tree.ts";
import { jsonEquals } from "./equality.ts";
import type { PatchOp } from "./operations.ts";
import { arrayIndex, formatPointer, type Pointer } from "./pointer.ts";
import { type JsonArray, type JsonNode, type JsonObject, membersByName } from "./tree.ts";

/**
 * Whether a document still says what a patch made it say, whatever else has changed in it: values that it set are there, names that it removed
 * are not. In a list places move, so there it is enough that the value is in it.
 */
export function patchHolds(root: JsonNode, operations: readonly PatchOp[]): boolean {
  const look = lookInto();
  return [...expectationsOf(operations).values()].every((expected) => isMet(root, expected, look));
}

/** Members and items by fast look-up: a patch may have as many operations as a list has items. */
interface Look {
  member(object: JsonObject, key: string): JsonNode | undefined;
  has(list: JsonArray, value: JsonNode): boolean;
}

function lookInto(): Look {
  const members = new Map<JsonObject, ReadonlyMap<string, JsonNode>>();
  const items = new Map<JsonArray, ReadonlySet<string>>();
  return {
    member(object, key) {
      const known = members.get(object) ?? membersByName(object);
      members.set(object, known);
      return known.get(key);
    },
    has(list, value) {
      const known = items.get(list) ?? new Set(list.items.map((item) => canonicalTree(item.value)));
      items.set(list, known);
      return known.has(canonicalTree(value));
    },
  };
}

interface Expectation {
  readonly path: Pointer;
  /** "there" for a value that is not known, "gone" where there is none. */
  readonly value: JsonNode | "there" | "gone";
}

/** What is left to see of the operations, by place: a later one covers what an earlier one did there. */
function expectationsOf(operations: readonly PatchOp[]): ReadonlyMap<string, Expectation> {
  const found = new Map<string, Expectation>();
  const expect = (path: Pointer, value: Expectation["value"]) => {
    for (let length = 0; length < path.length; length++) {
      const above = path.slice(0, length);
      if (found.has(formatPointer(above))) found.set(formatPointer(above), { path: above, value: "there" });
    }
    const key = formatPointer(path);
    // Each item that is put after the last one is a place of its own.
    found.set(path.at(-1) === "-" ? `${key} ${found.size}` : key, { path, value });
  };
  for (const operation of operations) {
    if (operation.op === "test") continue;
    if (operation.op === "move") expect(operation.from, "gone");
    if (operation.op === "remove") expect(operation.path, "gone");
    else expect(operation.path, "value" in operation ? operation.value : "there");
  }
  return found;
}

function isMet(root: JsonNode, { path, value }: Expectation, look: Look): boolean {
  const last = path.at(-1);
  if (last === undefined) return typeof value === "string" || jsonEquals(root, value);
  const parent = path
    .slice(0, -1)
    .reduce<JsonNode | undefined>((node, token) => inner(node, token, look), root);
  if (parent?.kind === "array") return typeof value === "string" || look.has(parent, value);
  const now = parent?.kind === "object" ? look.member(parent, last) : undefined;
  if (value === "gone") return now === undefined;
  return now !== undefined && (value === "there" || jsonEquals(now, value));
}

function inner(node: JsonNode | undefined, token: string, look: Look): JsonNode | undefined {
  if (node?.kind === "object") return look.member(node, token);
  const at = arrayIndex(token);
  return node?.kind === "array" && at !== undefined ? node.items[at]?.value : undefined;
}
