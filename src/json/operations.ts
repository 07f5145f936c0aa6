import { err, ok, type Result } from "../base/result.ts";
import { type Pointer, parsePointer } from "./pointer.ts";
import { type JsonNode, type JsonObject, memberOf } from "./tree.ts";

export type PatchOp =
  | { readonly op: "add" | "replace" | "test"; readonly path: Pointer; readonly value: JsonNode }
  | { readonly op: "remove"; readonly path: Pointer }
  | { readonly op: "move" | "copy"; readonly path: Pointer; readonly from: Pointer };

export interface JsonPatchFault {
  readonly kind: "bad-operation" | "no-such-place" | "test-failed";
  /** Place of the operation in the patch, from 0. */
  readonly operation: number;
  readonly message: string;
}

/** Reads the operations strictly (RFC 6902, sections 3 and 4): members it does not know are ignored, as the RFC says. */
export function readOperations(
  node: JsonNode,
  base: Pointer = [],
): Result<readonly PatchOp[], JsonPatchFault> {
  if (node.kind !== "array") return bad(0, "a patch must be a list of operations");
  const operations: PatchOp[] = [];
  for (const [index, { value }] of node.items.entries()) {
    const operation = readOperation(value, index, base);
    if (!operation.ok) return operation;
    operations.push(operation.value);
  }
  return ok(operations);
}

function readOperation(node: JsonNode, index: number, base: Pointer): Result<PatchOp, JsonPatchFault> {
  if (node.kind !== "object") return bad(index, "an operation must be an object");
  const op = textMember(node, "op");
  const path = pointerMember(node, "path", index, base);
  if (!path.ok) return path;
  const value = memberOf(node, "value")?.value;
  switch (op) {
    case "add":
    case "replace":
    case "test":
      if (value === undefined) return bad(index, `"${op}" needs "value"`);
      return ok({ op, path: path.value, value });
    case "remove":
      return ok({ op, path: path.value });
    case "move":
    case "copy": {
      const from = pointerMember(node, "from", index, base);
      return from.ok ? ok({ op, path: path.value, from: from.value }) : from;
    }
    default:
      return bad(index, `"op" must be add, remove, replace, move, copy or test, not ${op ?? "missing"}`);
  }
}

function textMember(object: JsonObject, key: string): string | undefined {
  const value = memberOf(object, key)?.value;
  return value?.kind === "string" ? value.text : undefined;
}

function pointerMember(
  object: JsonObject,
  key: "path" | "from",
  index: number,
  base: Pointer,
): Result<Pointer, JsonPatchFault> {
  const text = textMember(object, key);
  if (text === undefined) return bad(index, `"${key}" must be a JSON Pointer`);
  const pointer = parsePointer(text);
  return pointer.ok ? ok([...base, ...pointer.value]) : bad(index, `"${key}": ${pointer.error.message}`);
}

function bad(operation: number, message: string): Result<never, JsonPatchFault> {
  return err({ kind: "bad-operation", operation, message });
}
