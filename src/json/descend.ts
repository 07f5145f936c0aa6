// The way down a tree to where a patch changes it, and back up: what lies on it is rebuilt, everything else is shared.
import { appendMember, type ContainerSurroundings, inside, replaceItem, replaceMember } from "./edit.ts";
import type { JsonPatchFault } from "./operations.ts";
import { arrayIndex, formatPointer, type Pointer } from "./pointer.ts";
import { isContainer, itemsOf } from "./style.ts";
import { type JsonItem, type JsonNode, memberOf } from "./tree.ts";

export type Change = (parent: JsonNode, token: string, here: ContainerSurroundings) => JsonNode;

/** Rebuilds the containers from the root down to the parent of `path`, which `change` rewrites. */
export function edit(
  root: JsonNode,
  path: Pointer,
  around: ContainerSurroundings,
  creates: boolean,
  change: Change,
): JsonNode {
  const descend = (node: JsonNode, depth: number, here: ContainerSurroundings): JsonNode => {
    const token = path[depth] ?? "";
    if (depth === path.length - 1) return change(node, token, here);
    const child = childOf(node, token);
    if (child === undefined) {
      if (!creates || node.kind !== "object") return nothingAt(path.slice(0, depth + 1));
      const next = path[depth + 1] ?? "";
      const empty: JsonNode = next === "0" || next === "-" ? EMPTY_ARRAY : EMPTY_OBJECT;
      const grown = appendMember(node, token, empty, here);
      return descend(grown, depth, here);
    }
    const value = descend(child.value, depth + 1, inside(child, here));
    if (node.kind === "object") return replaceMember(node, token, value);
    return node.kind === "array" ? replaceItem(node, Number(token), value) : node;
  };
  return descend(root, 0, around);
}

const EMPTY_ARRAY: JsonNode = { kind: "array", items: [], close: "" };
const EMPTY_OBJECT: JsonNode = { kind: "object", members: [], close: "" };

export function lookUp(root: JsonNode, path: Pointer): JsonNode {
  let node = root;
  for (const [depth, token] of path.entries()) {
    node = childOf(node, token)?.value ?? nothingAt(path.slice(0, depth + 1));
  }
  return node;
}

export function childOf(node: JsonNode, token: string): JsonItem | undefined {
  if (!isContainer(node)) return undefined;
  if (node.kind === "object") return memberOf(node, token);
  const at = arrayIndex(token);
  return at === undefined ? undefined : itemsOf(node)[at];
}

export class PatchRefusal extends Error {
  readonly kind: JsonPatchFault["kind"];
  constructor(kind: JsonPatchFault["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

export function refuse(kind: JsonPatchFault["kind"], message: string): never {
  throw new PatchRefusal(kind, message);
}

function nothingAt(path: Pointer): never {
  return refuse("no-such-place", `there is nothing at ${show(path)}`);
}

export function show(path: Pointer): string {
  return path.length === 0 ? "the root" : formatPointer(path);
}

/** How many items and members are written again where what is at `path` changes. */
export function widthOf(root: JsonNode, path: Pointer): number {
  let width = 0;
  let node: JsonNode | undefined = root;
  for (const token of path) {
    if (node === undefined || !isContainer(node)) break;
    width += itemsOf(node).length;
    node = childOf(node, token)?.value;
  }
  return width;
}
