/** A JSON Schema (draft 2020-12) of the keywords in `CHECKS`, and of words that say nothing about a value. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Whether plain data fits a schema. It says no more than that: what is wrong is for the validators that are compiled ahead of time,
 * which are many times its size and are loaded where somebody has to be told.
 */
export function fitsSchema(value: unknown, schema: Schema, root = schema): boolean {
  for (const keyword in schema) {
    if (CHECKS[keyword]?.(value, schema, root) === false) return false;
  }
  return true;
}

/** A keyword about values of one type says nothing about those of another. */
const CHECKS: Readonly<Record<string, (value: unknown, schema: Schema, root: Schema) => boolean>> = {
  type: (value, { type }) => isOfType(value, type),
  enum: (value, { enum: values }) => (values as readonly unknown[]).includes(value),
  $ref: (value, { $ref }, root) => fitsSchema(value, definition($ref as string, root), root),
  anyOf: (value, { anyOf }, root) =>
    (anyOf as readonly Schema[]).some((side) => fitsSchema(value, side, root)),
  if: (value, { if: condition, then: yes = {}, else: no = {} }, root) =>
    fitsSchema(value, (fitsSchema(value, condition as Schema, root) ? yes : no) as Schema, root),

  minimum: (value, { minimum }) => typeof value !== "number" || value >= (minimum as number),
  maximum: (value, { maximum }) => typeof value !== "number" || value <= (maximum as number),
  minLength: (value, { minLength }) =>
    typeof value !== "string" || [...value].length >= (minLength as number),
  pattern: (value, { pattern }) =>
    typeof value !== "string" || new RegExp(pattern as string, "u").test(value),

  minItems: (value, { minItems }) => !Array.isArray(value) || value.length >= (minItems as number),
  uniqueItems: (value) => !Array.isArray(value) || areDifferent(value),
  prefixItems: (value, schema, root) =>
    !Array.isArray(value) ||
    prefix(schema).every((item, at) => at >= value.length || fitsSchema(value[at], item, root)),
  items: (value, schema, root) =>
    !Array.isArray(value) ||
    value.slice(prefix(schema).length).every((item) => fits(item, schema["items"], root)),

  required: (value, { required }) =>
    !isObject(value) || (required as readonly string[]).every((key) => Object.hasOwn(value, key)),
  properties: (value, schema, root) =>
    everyMember(value, (inner, key) => {
      const own = property(key, schema);
      return own === undefined || fitsSchema(inner, own, root);
    }),
  patternProperties: (value, schema, root) =>
    everyMember(value, (inner, key) => patterns(key, schema).every((own) => fitsSchema(inner, own, root))),
  additionalProperties: (value, schema, root) =>
    everyMember(
      value,
      (inner, key) =>
        property(key, schema) !== undefined ||
        patterns(key, schema).length > 0 ||
        fits(inner, schema["additionalProperties"], root),
    ),
};

/** Beside `if`, and words for people. */
const SAY_NOTHING = ["then", "else", "$schema", "$id", "$defs", "title", "description", "default"];

/** What a schema that this file can look at is made of. */
export const KEYWORDS: ReadonlySet<string> = new Set([...Object.keys(CHECKS), ...SAY_NOTHING]);

function fits(value: unknown, schema: unknown, root: Schema): boolean {
  return typeof schema === "boolean" ? schema : fitsSchema(value, schema as Schema, root);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return type === "null" ? value === null : typeof value === type;
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `#/$defs/name` */
function definition(reference: string, root: Schema): Schema {
  const found = (root["$defs"] as Record<string, Schema>)[reference.slice("#/$defs/".length)];
  if (found === undefined) throw new Error(`a schema refers to ${reference}, which it lacks`);
  return found;
}

/** Whether two lists or objects are the same is not looked at. */
function areDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length && values.every((value) => typeof value !== "object");
}

function prefix({ prefixItems = [] }: Schema): readonly Schema[] {
  return prefixItems as readonly Schema[];
}

function everyMember(value: unknown, check: (inner: unknown, key: string) => boolean): boolean {
  return !isObject(value) || Object.keys(value).every((key) => check(value[key], key));
}

function property(key: string, { properties = {} }: Schema): Schema | undefined {
  return Object.hasOwn(properties as Schema, key) ? (properties as Record<string, Schema>)[key] : undefined;
}

function patterns(key: string, { patternProperties = {} }: Schema): readonly Schema[] {
  return Object.entries(patternProperties as Record<string, Schema>).flatMap(([pattern, schema]) =>
    new RegExp(pattern, "u").test(key) ? [schema] : [],
  );
}
