import { err, ok, type Result } from "../base/result.ts";
import { TextPositions } from "../base/text-position.ts";
import type { JsonFault } from "./fault.ts";
import { placesIn } from "./places.ts";
import { JsonStop, Reader } from "./reader.ts";
import { repeatedKeys } from "./repeated-keys.ts";
import type { JsonDocument } from "./tree.ts";

/**
 * Reads a JSON text (RFC 8259) strictly into a lossless tree. An object with the same key twice is refused, since readers
 * disagree about what it means. A byte order mark is kept.
 */
export function parseJson(text: string): Result<JsonDocument, JsonFault> {
  const read = readTree(text);
  if (!read.ok) return read;
  const fault = repeatedKeyIn(text, read.value);
  return fault === undefined ? read : err(fault);
}

/** The same, except for keys that appear twice: the tree holds them all, and `repeatedKeys` names them. */
export function readTree(text: string): Result<JsonDocument, JsonFault> {
  return stopped(() => new Reader(text, "strict").document());
}

/** The first key of the text that appears twice in its object. */
export function repeatedKeyIn(text: string, document: JsonDocument): JsonFault | undefined {
  for (const { pointer, index } of repeatedKeys(document.root)) {
    const offset = placesIn(document).key(pointer, index) ?? 0;
    const found = String(pointer.at(-1));
    return { kind: "repeated-key", offset, position: new TextPositions(text).at(offset), found };
  }
  return undefined;
}

export function stopped<T>(read: () => T): Result<T, JsonFault> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof JsonStop) return err(error.fault);
    throw error;
  }
}
