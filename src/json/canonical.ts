import { err, ok, type Result } from "../base/result.ts";
import type { JsonRecord, JsonValue } from "./value.ts";

/** Data that has no canonical form: what it holds, and where, as a JSON Pointer. */
export interface NotCanonical {
  readonly kind: "lone-surrogate" | "not-a-finite-number";
  readonly pointer: string;
}

/**
 * The canonical form of RFC 8785 (JCS): keys sorted by UTF-16 units, numbers as ECMAScript writes them, no white space.
 * Lone surrogates and numbers that are not finite have no such form.
 */
export function canonicalJson(value: JsonValue): Result<string, NotCanonical> {
  const pieces: string[] = [];
  const fault = write(value, "", pieces);
  return fault === undefined ? ok(pieces.join("")) : err(fault);
}

function write(value: JsonValue, pointer: string, pieces: string[]): NotCanonical | undefined {
  if (typeof value === "string") return writeString(value, pointer, pieces);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { kind: "not-a-finite-number", pointer };
    pieces.push(JSON.stringify(value));
    return undefined;
  }
  if (typeof value === "boolean" || value === null) {
    pieces.push(String(value));
    return undefined;
  }
  return isList(value) ? writeList(value, pointer, pieces) : writeRecord(value, pointer, pieces);
}

function writeString(text: string, pointer: string, pieces: string[]): NotCanonical | undefined {
  if (/\p{Surrogate}/u.test(text)) return { kind: "lone-surrogate", pointer };
  pieces.push(JSON.stringify(text));
  return undefined;
}

function writeList(list: readonly JsonValue[], pointer: string, pieces: string[]): NotCanonical | undefined {
  pieces.push("[");
  for (const [index, item] of list.entries()) {
    if (index > 0) pieces.push(",");
    const fault = write(item, `${pointer}/${index}`, pieces);
    if (fault !== undefined) return fault;
  }
  pieces.push("]");
  return undefined;
}

function writeRecord(record: JsonRecord, pointer: string, pieces: string[]): NotCanonical | undefined {
  pieces.push("{");
  for (const [index, key] of Object.keys(record).sort().entries()) {
    const inner = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (index > 0) pieces.push(",");
    const fault = writeString(key, inner, pieces);
    if (fault !== undefined) return fault;
    pieces.push(":");
    const deeper = write(record[key] ?? null, inner, pieces);
    if (deeper !== undefined) return deeper;
  }
  pieces.push("}");
  return undefined;
}

function isList(value: readonly JsonValue[] | JsonRecord): value is readonly JsonValue[] {
  return Array.isArray(value);
}
