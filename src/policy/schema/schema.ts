// The shape of a policy file, except the rules' options: those belong to the rules and are composed in at build time.
// `schemas/policy.schema.json`, the validator and the key list of docs/policy.md are all made from it.
import type { JsonSchema } from "../../model/option.ts";
import { DEFINITIONS, listDefinition, listOf } from "./schema-definitions.ts";
import { KEYS } from "./schema-keys.ts";

/** What the schema has to know about a rule. */
export interface RuleShape {
  readonly id: string;
  readonly summary: string;
  readonly options: { readonly schema: JsonSchema };
}

/** The whole schema of a policy file, for the given rules. Draft 2020-12. */
export function composeSchema(rules: readonly RuleShape[]): JsonSchema {
  const ids = rules.map(({ id }) => id);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Policy of arkitekt",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(KEYS).map(([key, { schema }]) => [key, schema])),
    $defs: {
      ...DEFINITIONS,
      // A definition each, so that the validator has a function each, and an engine compiles those that are needed.
      ...Object.fromEntries(rules.map((rule) => [`setting-${rule.id}`, settingSchema(rule)])),
      ruleName: { type: "string", enum: ids },
      ruleNameList: listDefinition("ruleName"),
      ruleNames: {
        description: "`all`, or the rules by name.",
        if: { type: "array" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { ...listOf("ruleName"), minItems: 1 },
        else: { enum: ["all"] },
      },
      rules: {
        description: 'The level of each rule, or its level and options: `"warn"`, `["error", { … }]`.',
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(ids.map((id) => [id, { $ref: `#/$defs/setting-${id}` }])),
      },
    },
  };
}

function settingSchema({ summary, options }: RuleShape): JsonSchema {
  return {
    description: summary,
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: "array",
      prefixItems: [{ $ref: "#/$defs/level" }, withDefinitions(options.schema)],
      items: false,
      minItems: 1,
    },
    else: { $ref: "#/$defs/level" },
  };
}

/** A rule asks for one of our definitions with `format: "glob"`: its schema can then be read without ours. */
function withDefinitions(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDefinitions);
  if (typeof schema !== "object" || schema === null) return schema;
  const { format, ...rest } = { format: undefined, ...schema };
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withDefinitions(value)]));
  if (format === undefined) return inner;
  return typeof format === "string" && format in DEFINITIONS
    ? { ...inner, $ref: `#/$defs/${format}` }
    : { ...inner, format };
}
