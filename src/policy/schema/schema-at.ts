import schema from "../../../schemas/policy.schema.json" with { type: "json" };
import type { KeyPath } from "../faults/fault.ts";
import { isObject } from "../resolve/merge.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The schema of the value at `pointer`, references followed; undefined if the schema knows no such place. */
export function schemaAt(pointer: KeyPath): Schema | undefined {
  let at: Schema | undefined = schema;
  for (const part of pointer) at = at === undefined ? undefined : step(at, part);
  return at === undefined ? undefined : follow(at);
}

/** The keys that an object of this schema may have. */
export function keysOf(at: Schema | undefined): readonly string[] {
  const properties = at?.["properties"];
  return isObject(properties) ? Object.keys(properties) : [];
}

/** Whether an object of this schema has folders as its keys. */
export function takesFolders(at: Schema | undefined): boolean {
  const { pattern } = schema.$defs.folder;
  return (at === undefined ? [] : sidesOf(at)).some(
    ({ patternProperties }) => isObject(patternProperties) && Object.hasOwn(patternProperties, pattern),
  );
}

/** Both sides of a schema that takes a list or something else; the schema itself where it has no sides. */
export function sidesOf(at: Schema): readonly Schema[] {
  const sides = [at["else"], at["then"]].filter(isObject).map(follow);
  return sides.length > 0 ? sides : [at];
}

/** A schema with what it refers to; its own keywords take precedence. */
export function follow(at: Schema): Schema {
  const reference = at["$ref"];
  if (typeof reference !== "string") return at;
  const name = reference.slice("#/$defs/".length);
  const definition: unknown = (schema.$defs as Schema)[name];
  return { ...(isObject(definition) ? follow(definition) : {}), ...at, name };
}

function step(from: Schema, part: string | number): Schema | undefined {
  for (const side of sidesOf(follow(from))) {
    const inner = typeof part === "number" ? itemOf(side, part) : propertyOf(side, part);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function itemOf(side: Schema, index: number): Schema | undefined {
  const { prefixItems, items } = side;
  const first: unknown = Array.isArray(prefixItems) ? prefixItems[index] : undefined;
  if (isObject(first)) return first;
  return isObject(items) ? items : undefined;
}

function propertyOf(side: Schema, key: string): Schema | undefined {
  const { properties, patternProperties } = side;
  const inner = isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (inner !== undefined || !isObject(patternProperties)) return isObject(inner) ? inner : undefined;
  const [, free] = Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(key)) ?? [];
  return isObject(free) ? free : undefined;
}
