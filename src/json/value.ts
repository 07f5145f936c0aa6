import { ok, type Result } from "../base/result.ts";
import type { JsonFault } from "./fault.ts";
import { parseJson } from "./text.ts";
import type { JsonNode } from "./tree.ts";

/** JSON as plain data, as `JSON.parse` makes it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonRecord;

export interface JsonRecord {
  readonly [key: string]: JsonValue;
}

/** Reads a text into plain data; numbers become doubles. */
export function readJson(text: string): Result<JsonValue, JsonFault> {
  const document = parseJson(text);
  return document.ok ? ok(plainValue(document.value.root)) : document;
}

/** Where a key appears twice, the last one counts, as everywhere. */
export function plainValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case "word":
      return node.raw === "null" ? null : node.raw === "true";
    case "number":
      return Number(node.raw);
    case "string":
      return node.text;
    case "array":
      return node.items.map((item) => plainValue(item.value));
    case "object": {
      const record: Record<string, JsonValue> = {};
      for (const { key, value } of node.members) setKey(record, key, plainValue(value));
      return record;
    }
  }
}

/** A key `__proto__` is a key like any other. */
export function setKey(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== "__proto__") record[key] = value;
  else Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

export function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Pretty JSON as this project writes it: two spaces, keys in the order given, LF, a final newline. */
export function prettyJson(value: JsonValue): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
