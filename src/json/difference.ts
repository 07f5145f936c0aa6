import { jsonEquals } from "./equality.ts";
import type { PatchOp } from "./operations.ts";
import { formatPointer, type Pointer } from "./pointer.ts";
import { type JsonNode, membersByName, printDocument } from "./tree.ts";

/**
 * The operations that turn `before` into `after`. What is replaced or removed is tested first, so that they refuse a document that
 * says something else there. Only what differs in value counts: order of members, spelling and white space do not.
 */
export function differenceOf(before: JsonNode, after: JsonNode, path: Pointer = []): readonly PatchOp[] {
  if (jsonEquals(before, after)) return [];
  if (before.kind === "object" && after.kind === "object") {
    const [was, is] = [membersByName(before), membersByName(after)];
    const gone = before.members.filter(({ key }) => !is.has(key));
    return [
      ...gone.flatMap(({ key, value }) => removed([...path, key], value)),
      ...after.members.flatMap(({ key, value }) => {
        const old = was.get(key);
        const place = [...path, key];
        return old === undefined
          ? [{ op: "add", path: place, value } as const]
          : differenceOf(old, value, place);
      }),
    ];
  }
  if (before.kind === "array" && after.kind === "array") {
    return betweenLists(
      before.items.map(({ value }) => value),
      after.items.map(({ value }) => value),
      path,
    );
  }
  return [
    { op: "test", path, value: before },
    { op: "replace", path, value: after },
  ];
}

/** What both begin and end with stays; in between, items are changed in their places, and the rest is removed or added. */
function betweenLists(
  old: readonly JsonNode[],
  fresh: readonly JsonNode[],
  path: Pointer,
): readonly PatchOp[] {
  const same = (left: JsonNode | undefined, right: JsonNode | undefined) =>
    left !== undefined && right !== undefined && jsonEquals(left, right);
  let start = 0;
  while (same(old[start], fresh[start])) start++;
  const most = Math.min(old.length, fresh.length) - start;
  let end = 0;
  while (end < most && same(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end++;
  const left = old.slice(start, old.length - end);
  const right = fresh.slice(start, fresh.length - end);
  const at = (index: number) => [...path, String(start + index)];
  const shared = Math.min(left.length, right.length);
  return [
    ...left.slice(0, shared).flatMap((value, index) => differenceOf(value, right[index] ?? value, at(index))),
    ...left
      .slice(shared)
      .map((value, index) => removed(at(shared + index), value))
      .reverse()
      .flat(),
    ...right.slice(shared).map((value, index) => ({ op: "add", path: at(shared + index), value }) as const),
  ];
}

function removed(path: Pointer, value: JsonNode): readonly PatchOp[] {
  return [
    { op: "test", path, value },
    { op: "remove", path },
  ];
}

/** Operations as JSON text, one a line; values are written as they stand, so no number is rounded. */
export function operationsText(operations: readonly PatchOp[], indent: string): string {
  const lines = operations.map((operation) => {
    const place = `"op": "${operation.op}", "path": ${JSON.stringify(formatPointer(operation.path))}`;
    const from = "from" in operation ? `, "from": ${JSON.stringify(formatPointer(operation.from))}` : "";
    const value =
      "value" in operation
        ? `, "value": ${printDocument({ head: "", root: operation.value, tail: "" })}`
        : "";
    return `${indent}  { ${place}${from}${value} }`;
  });
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n${indent}]`;
}
