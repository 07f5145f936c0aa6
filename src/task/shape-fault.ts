// What a schema finds in a task, in the words of the person who wrote it.
import { list } from "../base/wording.ts";
import type { SchemaError } from "../json/schema-error.ts";
import { isRecord, type JsonValue } from "../json/value.ts";

/** Keys and indices from the root of the task. */
export type Keys = readonly (string | number)[];

export interface ShapeFault {
  readonly keys: Keys;
  readonly message: string;
  readonly next: string | undefined;
}

/** Each place once; sides of a choice that was not taken say nothing. */
export function shapeFaults(errors: readonly SchemaError[], root: JsonValue): readonly ShapeFault[] {
  const said = new Set<string>();
  return errors.flatMap((error): ShapeFault[] => {
    const keys = keysOf(error);
    const fault = faultOf(error, keys, valueAt(root, keys));
    const name = JSON.stringify(keys);
    if (fault === undefined || said.has(name)) return [];
    said.add(name);
    return [{ keys, next: undefined, ...fault }];
  });
}

type Words = Pick<ShapeFault, "message"> & { readonly next?: string };

function faultOf(
  { keyword, params, schemaPath }: SchemaError,
  keys: Keys,
  found: JsonValue | undefined,
): Words | undefined {
  if (isGrep(keys)) {
    if (isRecord(found)) return undefined;
    return { message: `a proof-grep is an object, and this is ${nameOf(found)}`, next: GREP };
  }
  if (keyword === "anyOf") return keys[0] === "notes" ? { message: NOTES } : undefined;
  if (keys[0] === "notes" || /\/anyOf\//.test(schemaPath)) return undefined;
  if (keyword === "required") return { message: "it is missing", next: "add it, or take the whole item out" };
  if (keyword === "enum") return { message: `it must be ${choices(params)}, and is ${nameOf(found)}` };
  if (keyword === "minLength") return { message: "it is empty", next: "leave it out, or say what is meant" };
  if (keyword === "minItems") return { message: "the list is empty", next: "leave it out, or fill it" };
  if (keyword === "maxLength") return { message: `it is longer than ${String(params["limit"])} characters` };
  const wanted = EXPECTED[String(params["type"] ?? keyword)] ?? "something else";
  return { message: `it must be ${wanted}, and is ${nameOf(found)}` };
}

const GREP = 'write {"pattern": "…", "should_match": false}';
const NOTES = "notes are a text, a list of texts, or an object of headings with texts";

const EXPECTED: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  boolean: "true or false",
  integer: "a whole number",
  minimum: "a whole number that is not negative",
};

function choices({ allowedValues }: SchemaError["params"]): string {
  return Array.isArray(allowedValues)
    ? list(
        allowedValues.map((value) => JSON.stringify(value)),
        "or",
      )
    : "something else";
}

function isGrep(keys: Keys): boolean {
  return keys[0] === "proof_grep" && keys.length === 2;
}

/** A value in a few characters. */
export function nameOf(value: JsonValue | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 38)}…` : text;
}

function keysOf({ keyword, instancePath, params }: SchemaError): Keys {
  const parts = instancePath.split("/").slice(1).map(unescaped);
  return keyword === "required" ? [...parts, String(params["missingProperty"])] : parts;
}

function unescaped(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function valueAt(root: JsonValue, keys: Keys): JsonValue | undefined {
  let at: JsonValue | undefined = root;
  for (const key of keys) {
    if (Array.isArray(at)) at = at[Number(key)];
    else at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** As one would write it in code: `constraints.allowlist[0]`; undefined for the whole text. */
export function showKeys(keys: Keys): string | undefined {
  if (keys.length === 0) return undefined;
  const parts = keys.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return parts.join("").replace(/^\./, "");
}
