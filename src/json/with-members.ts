import { err, ok, type Result } from "../base/result.ts";
import type { JsonFault } from "./fault.ts";
import { applyPatch } from "./patch.ts";
import type { Pointer } from "./pointer.ts";
import { parseJson } from "./text.ts";
import { type JsonNode, printDocument } from "./tree.ts";
import type { JsonValue } from "./value.ts";

/**
 * The text of an object with `members` set: one that is there changes in its place, a new one comes last. Every other character stays, so no
 * number is rounded and no key moves.
 */
export function withMembers(
  text: string,
  members: Readonly<Record<string, JsonValue>>,
): Result<string, JsonFault | "not-an-object"> {
  const changes = Object.entries(members).map(([key, value]) => [[key], value] as const);
  return withValues(text, changes);
}

/** The same with values by their place; `-` is the place after the last item of a list. */
export function withValues(
  text: string,
  values: readonly (readonly [place: Pointer, value: JsonValue])[],
): Result<string, JsonFault | "not-an-object"> {
  const document = parseJson(text);
  if (!document.ok) return document;
  if (document.value.root.kind !== "object") return err("not-an-object");
  const operations = values.map(([path, value]) => ({ op: "add", path, value: nodeOf(value) }) as const);
  const edited = applyPatch(document.value, operations);
  return edited.ok ? ok(printDocument(edited.value)) : err("not-an-object");
}

function nodeOf(value: JsonValue): JsonNode {
  const document = parseJson(JSON.stringify(value));
  if (!document.ok) throw new Error(`what JSON.stringify wrote can't be read: ${document.error.kind}`);
  return document.value.root;
}
