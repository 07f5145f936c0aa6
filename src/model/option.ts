// One statement of an option. What it takes, what it means and its default are written once; its type, its part
// of the schema, and its line in the docs come from there.

export type JsonSchema = { readonly [key: string]: unknown };

/** What may be written in some place. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** The same with a default. */
  byDefault(value: T): Option<T>;
}

/** A place that always has a value: `fallback` if nothing is written. */
export interface Option<T> extends Shape<T> {
  readonly fallback: T;
  /** How what a task says is joined to it; it is replaced if this does not say. */
  readonly joins?: Joins;
}

/** A list that the task adds to; a number of which the lesser counts. */
export type Joins = "add" | "least";

export type Shapes = Readonly<Record<string, Shape<unknown>>>;
export type Options = Readonly<Record<string, Option<unknown>>>;

/** The type of the option that a statement is about, defaults filled in. */
export type ValueOf<S> = S extends { byDefault(value: infer T): unknown } ? T : never;

type ValuesOf<F extends Shapes> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** Options that belong together, each with a name: whoever writes some of them leaves the others as they are. */
export interface Section<F extends Options> extends Option<ValuesOf<F>> {
  readonly options: F;
}

/** An item of a list: a new one must have some parts, and may have others. */
export interface ItemShape<R extends Shapes, M extends Shapes>
  extends Shape<ValuesOf<R> & { readonly [K in keyof M]?: ValueOf<M[K]> }> {
  /** The defaults of the parts that have one. */
  readonly fallbacks: { readonly [K in keyof M as M[K] extends Option<unknown> ? K : never]: ValueOf<M[K]> };
}

/** For a kind of value that has no name here yet. */
export function shape<T>(schema: JsonSchema): Shape<T> {
  return { schema, byDefault: (value) => optional({ ...schema, default: value }, value) };
}

/** A value with a default that nobody could write: an empty name. */
export function orNothing<T>({ schema }: Shape<T>, nothing: T): Option<T> {
  return optional(schema, nothing);
}

export function flag(description: string): Shape<boolean> {
  return shape({ description, type: "boolean" });
}

export function count(description: string, least = 0, most?: number): Shape<number> {
  return shape({
    description,
    type: "integer",
    minimum: least,
    ...(most === undefined ? {} : { maximum: most }),
  });
}

export function text(description: string): Shape<string> {
  return shape({ description, type: "string" });
}

export function choice<const T>(description: string, of: readonly T[]): Shape<T> {
  return shape({ description, enum: of });
}

export function texts(description: string): Shape<readonly string[]> {
  return shape({ description, type: "array", items: { type: "string" } });
}

/** Globs of files, or with `root` paths as well: the schema of a policy says what a glob is. */
export function globs(description: string, of: "glob" | "root" = "glob"): Shape<readonly string[]> {
  return shape({ description, type: "array", items: { type: "string", format: of } });
}

export function list<T>(description: string, of: Shape<T>): Shape<readonly T[]> {
  return shape({ description, type: "array", items: of.schema });
}

/** A task adds to it, or narrows it. */
export function joined<T>(joins: Joins, option: Option<T>): Option<T> {
  return { ...option, joins };
}

/** At least one of them. */
export function some<T extends readonly unknown[]>({ schema }: Shape<T>): Shape<T> {
  return shape({ ...schema, minItems: 1 });
}

export function section<F extends Options>(description: string, options: F): Section<F> {
  return { ...group({ description, ...objectOf(options) }, options), options };
}

/** All the options of a rule. */
export function optionsOf<F extends Options>(of: F): Section<F> {
  return new AllOptions(of);
}

/** What may be written is put together for those who ask; a commit takes the policy as it was read before. */
class AllOptions<F extends Options> implements Section<F> {
  readonly options: F;
  #fallback: ValuesOf<F> | undefined;

  constructor(options: F) {
    this.options = options;
  }

  get fallback(): ValuesOf<F> {
    this.#fallback ??= fallbacksOf(this.options);
    return this.#fallback;
  }

  get schema(): JsonSchema {
    return objectOf(this.options);
  }

  byDefault(value: ValuesOf<F>): Option<ValuesOf<F>> {
    return shape<ValuesOf<F>>(this.schema).byDefault(value);
  }
}

export function item<R extends Shapes, M extends Shapes>(
  description: string,
  must: R,
  may: M,
): ItemShape<R, M> {
  const schema = { description, ...objectOf({ ...must, ...may }), required: Object.keys(must) };
  const defaults = Object.entries(may).flatMap(([name, part]) =>
    "fallback" in part ? [[name, part.fallback]] : [],
  );
  return { ...shape(schema), fallbacks: Object.fromEntries(defaults) };
}

function group<F extends Options>(schema: JsonSchema, of: F): Option<ValuesOf<F>> {
  return optional(schema, fallbacksOf(of));
}

function fallbacksOf<F extends Options>(of: F): ValuesOf<F> {
  const fallbacks = Object.entries(of).map(([name, { fallback }]) => [name, fallback]);
  return Object.fromEntries(fallbacks);
}

function objectOf(parts: Shapes): JsonSchema {
  const properties = Object.entries(parts).map(([name, { schema }]) => [name, schema]);
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) };
}

function optional<T>(schema: JsonSchema, fallback: T): Option<T> {
  return { ...shape<T>(schema), fallback };
}
