import { jsonEquals } from "./equality.ts";
import type { PatchOp } from "./operations.ts";
import { arrayIndex, formatPointer, type Pointer } from "./pointer.ts";
import { isContainer, itemsOf } from "./style.ts";
import { type JsonNode, memberOf } from "./tree.ts";

/**
 * Whether a document still says what a patch made it say, whatever else has changed in it: values that it set are there, names that it took
 * away are not. In a list places move, so there it is enough that the value is in it.
 */
export function patchHolds(root: JsonNode, operations: readonly PatchOp[]): boolean {
  return [...expectationsOf(operations).values()].every((expected) => isMet(root, expected));
}

interface Expectation {
  readonly path: Pointer;
  /** "there" for a value that is not known, "gone" for none. */
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
    // Each item that is put behind the last one is a place of its own.
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

function isMet(root: JsonNode, { path, value }: Expectation): boolean {
  const last = path.at(-1);
  if (last === undefined) return typeof value === "string" || jsonEquals(root, value);
  const parent = path.slice(0, -1).reduce<JsonNode | undefined>(inner, root);
  if (parent === undefined || !isContainer(parent)) return value === "gone";
  if (parent.kind === "array") {
    return typeof value === "string" || itemsOf(parent).some((item) => jsonEquals(item.value, value));
  }
  const now = memberOf(parent, last)?.value;
  if (value === "gone") return now === undefined;
  return now !== undefined && (value === "there" || jsonEquals(now, value));
}

function inner(node: JsonNode | undefined, token: string): JsonNode | undefined {
  if (node?.kind === "object") return memberOf(node, token)?.value;
  const at = arrayIndex(token);
  return node?.kind === "array" && at !== undefined ? node.items[at]?.value : undefined;
}
