// Plain data held against its schema, in the words of the hand-off: what is wrong with it, and where.
import type { Result } from "../base/result.ts";
import type { SchemaError } from "../json/schema-error.ts";
import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault } from "./fault.ts";
import { DAY_OR_TIME_IS_DUE, TIME_IS_DUE } from "./instant.ts";

export interface ReadShape<T> {
  /** There if nothing is wrong. */
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
  /** Members that are null, which count as left out. */
  readonly tolerated: readonly Fault[];
}

type Validate<T> = (value: unknown) => Result<T, readonly SchemaError[]>;

/** Keys for which `isMild` is true may be anything, without a word. */
export function shapeOf<T>(
  record: JsonRecord,
  validate: Validate<T>,
  isMild: (error: Fault, value: JsonValue | undefined) => boolean = () => false,
): ReadShape<T> {
  const nulls = errorsIn(validate(record)).filter((error) => isNull(record, error));
  const kept = nulls.reduce((rest, { instancePath }) => without(rest, partsOf(instancePath)), record);
  const faults = errorsIn(validate(kept))
    .map((error) => inWords(error, record))
    .filter((found) => !isMild(found, valueAt(record, partsOf(found.pointer))));
  const needed = new Set(faults.map(({ pointer }) => pointer));
  return {
    // What the schema says about it holds, except for what is mild.
    value: faults.length === 0 ? (kept as T) : undefined,
    faults,
    tolerated: nulls
      .filter(({ instancePath }) => !needed.has(instancePath))
      .map(({ instancePath }) => fault(instancePath, "is null; leave it out")),
  };
}

function errorsIn(validated: Result<unknown, readonly SchemaError[]>): readonly SchemaError[] {
  return validated.ok ? [] : validated.error;
}

function inWords({ keyword, instancePath, params }: SchemaError, record: JsonRecord): Fault {
  if (keyword === "required") {
    const pointer = `${instancePath}/${String(params["missingProperty"])}`;
    return fault(pointer, valueAt(record, partsOf(pointer)) === null ? "is null" : "is missing");
  }
  const [, key = ""] = /\/(\w+)(?:\/\d+)?$/.exec(instancePath) ?? [];
  const isItem = /\/\d+$/.test(instancePath);
  return fault(instancePath, MEANINGS[isItem ? `${key}[]` : key] ?? expected(keyword, params));
}

function expected(keyword: string, params: SchemaError["params"]): string {
  const { allowedValues, type } = params;
  if (Array.isArray(allowedValues)) return `must be ${allowedValues.join(", ")}`;
  if (keyword === "minLength") return "must be a text that is not empty";
  if (type === "object") return "must be an object";
  return type === "array" ? "must be a list" : "must be a text";
}

/** Texts with a meaning. */
const MEANINGS: Readonly<Record<string, string>> = {
  created_at: TIME_IS_DUE,
  updated_at: TIME_IS_DUE,
  eta_iso8601: DAY_OR_TIME_IS_DUE,
  attachments: "must be a list of paths",
  "attachments[]": "must be a path",
  ref: "must be an object with path and json_pointer",
};

/** A member that is null; an item of a list is not a member. */
function isNull(record: JsonRecord, { instancePath, keyword }: SchemaError): boolean {
  return (
    keyword !== "required" && !/\/\d+$/.test(instancePath) && valueAt(record, partsOf(instancePath)) === null
  );
}

function partsOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1);
}

function valueAt(from: JsonValue, [key, ...rest]: readonly string[]): JsonValue | undefined {
  if (key === undefined) return from;
  const inner = (from as JsonRecord)[key];
  return inner === undefined || inner === null ? (rest.length > 0 ? undefined : inner) : valueAt(inner, rest);
}

function without(record: JsonRecord, [key = "", ...rest]: readonly string[]): JsonRecord {
  const { [key]: inner, ...others } = record;
  return rest.length === 0 || !isRecord(inner) ? others : { ...others, [key]: without(inner, rest) };
}
