import { err, ok, type Result } from "../base/result.ts";
import { childOf, edit, lookUp, PatchRefusal, refuse, show, widthOf } from "./descend.ts";
import {
  appendMember,
  type ContainerSurroundings,
  insertItem,
  layOutAt,
  layOutRoot,
  removeItem,
  removeMember,
  replaceItem,
  replaceMember,
} from "./edit.ts";
import { jsonEquals } from "./equality.ts";
import type { JsonPatchFault, PatchOp } from "./operations.ts";
import { arrayIndex, formatPointer, type Pointer } from "./pointer.ts";
import { DEEPEST } from "./reader.ts";
import { isContainer, itemsOf, lastLine, styleOf } from "./style.ts";
import { type JsonDocument, type JsonNode, memberOf } from "./tree.ts";

/** What the first version of the protocol does beyond RFC 6902; each has to be asked for. */
export interface PatchLeave {
  /** `add` makes the objects that are missing on the way; an array where the next token is `0` or `-`. */
  readonly createParents?: boolean;
  /** `replace` of a member that is not there adds it. */
  readonly replaceCreates?: boolean;
}

/**
 * Applies the operations one after another; all of them or none. What a patch does not touch keeps every character.
 */
export function applyPatch(
  document: JsonDocument,
  operations: readonly PatchOp[],
  leave: PatchLeave = {},
): Result<JsonDocument, JsonPatchFault> {
  const style = styleOf(document);
  const around = { style, indent: lastLine(document.head) ?? "", isInline: false };
  let root = document.root;
  let copied = 0;
  let rewritten = 0;
  for (const [index, operation] of operations.entries()) {
    const outcome = attempt(() => {
      if (operation.op === "copy") copied += sizeOf(lookUp(root, operation.from));
      if (copied > MOST_COPIED) refuse("bad-operation", `the patch copies more than ${MOST_COPIED} values`);
      if (operation.path.length > DEEPEST) refuse("bad-operation", `it leads deeper than ${DEEPEST} levels`);
      if (operation.op !== "test") rewritten += widthOf(root, operation.path);
      if (rewritten > MOST_REWRITTEN)
        refuse(
          "bad-operation",
          "the patch changes lists and objects that are too long for so many operations",
        );
      const next = perform(root, operation, around, leave);
      if (
        operation.op !== "test" &&
        operation.op !== "remove" &&
        isTooDeep(putAt(next, operation.path), operation.path.length)
      )
        refuse("bad-operation", `what comes out nests deeper than ${DEEPEST} levels`);
      return next;
    });
    if (!outcome.ok) return err({ ...outcome.error, operation: index });
    root = outcome.value;
  }
  return ok({ ...document, root });
}

/** Each copy may double a document. */
const MOST_COPIED = 200_000;

/** An operation writes the whole list or object that it changes again, at a few nanoseconds an item: seconds in all. */
const MOST_REWRITTEN = 200_000_000;

function sizeOf(node: JsonNode): number {
  if (!isContainer(node)) return 1;
  return itemsOf(node).reduce((sum, { value }) => sum + sizeOf(value), 1);
}

/** Whether a value is deeper than the reader reads, `above` levels down. */
function isTooDeep(node: JsonNode, above: number): boolean {
  if (!isContainer(node)) return false;
  return above >= DEEPEST || itemsOf(node).some(({ value }) => isTooDeep(value, above + 1));
}

/** What an operation has put at `path`; `-` is the last item of a list now. */
function putAt(root: JsonNode, path: Pointer): JsonNode {
  if (path.at(-1) !== "-") return lookUp(root, path);
  const list = lookUp(root, path.slice(0, -1));
  return list.kind === "array" ? (list.items.at(-1)?.value ?? list) : lookUp(root, path);
}

function perform(
  root: JsonNode,
  operation: PatchOp,
  around: ContainerSurroundings,
  leave: PatchLeave,
): JsonNode {
  switch (operation.op) {
    case "add":
      return add(root, operation.path, operation.value, around, leave.createParents === true);
    case "remove":
      return remove(root, operation.path);
    case "replace":
      return replace(root, operation.path, operation.value, around, leave);
    case "copy":
      return add(root, operation.path, lookUp(root, operation.from), around, false);
    case "move": {
      const value = lookUp(root, operation.from);
      const [from, path] = [formatPointer(operation.from), formatPointer(operation.path)];
      if (from === path) return root;
      if (path.startsWith(`${from}/`))
        refuse("bad-operation", `${show(operation.from)} cannot move into itself`);
      return add(remove(root, operation.from), operation.path, value, around, false);
    }
    case "test":
      if (!jsonEquals(lookUp(root, operation.path), operation.value)) {
        refuse("test-failed", `${show(operation.path)} is not what the patch expects there`);
      }
      return root;
  }
}

function add(
  root: JsonNode,
  path: Pointer,
  value: JsonNode,
  around: ContainerSurroundings,
  creates: boolean,
): JsonNode {
  if (path.length === 0) return layOutRoot(value, around);
  return edit(root, path, around, creates, (parent, token, here) => {
    if (parent.kind === "object") {
      const known = memberOf(parent, token);
      return known === undefined
        ? appendMember(parent, token, value, here)
        : replaceMember(parent, token, layOutAt(value, known, here));
    }
    if (parent.kind !== "array")
      return refuse("no-such-place", `${show(path.slice(0, -1))} holds no members`);
    const at = token === "-" ? parent.items.length : arrayIndex(token);
    if (at === undefined)
      return refuse("bad-operation", `${show(path)}: "${token}" is not a place in a list`);
    if (at > parent.items.length) {
      return refuse("no-such-place", `${show(path)} is past the end of a list of ${parent.items.length}`);
    }
    return insertItem(parent, at, value, here);
  });
}

function remove(root: JsonNode, path: Pointer): JsonNode {
  if (path.length === 0) refuse("bad-operation", "the whole document cannot be removed");
  lookUp(root, path);
  return edit(root, path, NOWHERE, false, (parent, token) => {
    if (parent.kind === "object") return removeMember(parent, token);
    return parent.kind === "array" ? removeItem(parent, Number(token)) : parent;
  });
}

function replace(
  root: JsonNode,
  path: Pointer,
  value: JsonNode,
  around: ContainerSurroundings,
  leave: PatchLeave,
): JsonNode {
  if (path.length === 0) return layOutRoot(value, around);
  if (leave.replaceCreates === true && isMissingMember(root, path)) {
    return add(root, path, value, around, leave.createParents === true);
  }
  lookUp(root, path);
  return edit(root, path, around, false, (parent, token, here) => {
    if (parent.kind === "object") {
      const known = memberOf(parent, token);
      return known === undefined ? parent : replaceMember(parent, token, layOutAt(value, known, here));
    }
    const item = parent.kind === "array" ? parent.items[Number(token)] : undefined;
    if (parent.kind !== "array" || item === undefined) return parent;
    return replaceItem(parent, Number(token), layOutAt(value, item, here));
  });
}

function isMissingMember(root: JsonNode, path: Pointer): boolean {
  let node: JsonNode = root;
  for (const token of path) {
    const next = childOf(node, token);
    if (next === undefined) return node.kind === "object";
    node = next.value;
  }
  return false;
}

const NOWHERE: ContainerSurroundings = {
  style: { isMultiline: true, unit: "  ", lineEnd: "\n", colon: ": ", gap: " " },
  indent: "",
  isInline: false,
};

function attempt(work: () => JsonNode): Result<JsonNode, Omit<JsonPatchFault, "operation">> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof PatchRefusal) return err({ kind: error.kind, message: error.message });
    throw error;
  }
}
