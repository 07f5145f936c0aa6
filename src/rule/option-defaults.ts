import type { Rule } from "./rule.ts";

/** The options of a rule that a policy says nothing about, from its schema. */
export function optionDefaults({ options }: Pick<Rule, "options">): Readonly<Record<string, unknown>> {
  const properties = (options["properties"] ?? {}) as Readonly<
    Record<string, { readonly default?: unknown }>
  >;
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schema.default]));
}
