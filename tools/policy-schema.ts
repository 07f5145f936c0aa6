// What is made from the schema of a policy: the schema that ships, the types, the validator, the rules' defaults.
import { Ajv2020 } from "ajv/dist/2020.js";
import { composeSchema } from "../src/policy/schema/schema.ts";
import { PROPERTIES } from "../src/policy/schema/schema-keys.ts";
import { optionDefaults } from "../src/rule/option-defaults.ts";
import type { Rule } from "../src/rule/rule.ts";
import { rules } from "../src/rules/index.ts";
import { type Json, mapSchema, typesOf, validatorOf } from "./compile-schema.ts";

export function policySchema(): string {
  for (const rule of rules) proveDefaults(rule);
  return `${JSON.stringify(shippedSchema(), null, 2)}\n`;
}

/** The types of a policy file as it is written. */
export async function policyTypes(): Promise<string> {
  return typesOf(composeSchema(rules), "PolicyFile", TYPES_BANNER);
}

/** It is read at every commit: the one validator that is part of the program itself. */
export async function policyValidator(): Promise<string> {
  return validatorOf(shippedSchema(), BANNER);
}

/** Every rule there is, with the options it has when a policy sets none. */
export function ruleDefaults(): string {
  const lines = rules.map((rule) => `  ${JSON.stringify(rule.id)}: ${JSON.stringify(optionDefaults(rule))},`);
  return [
    BANNER,
    'import type { Options } from "../policy.ts";',
    "",
    "export const RULE_DEFAULTS: Readonly<Record<string, Options>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

/** What holds for each key where neither the policy nor a preset says anything; a name without a default is empty. */
export function settingDefaults(): string {
  const { $schema: _, extends: __, rules: ___, overrides: ____, ...keys } = PROPERTIES;
  const { transforms } = keys as { transforms: { items: Json } };
  return [
    BANNER,
    'import type { Settings } from "../settings.ts";',
    "",
    `export const SETTING_DEFAULTS: Settings = ${JSON.stringify(defaultsIn(keys), null, 2)};`,
    "",
    "/** Of each transform; its outputs are its inputs. */",
    `export const TRANSFORM_DEFAULTS = ${JSON.stringify(statedIn(transforms.items))} as const;`,
    "",
  ].join("\n");
}

function defaultsIn(keys: Json): Json {
  return Object.fromEntries(
    Object.entries(keys).map(([key, schema]) => {
      const { properties, default: stated } = schema as { properties?: Json; default?: unknown };
      if (stated !== undefined) return [key, stated];
      return [key, properties === undefined ? "" : defaultsIn(properties)];
    }),
  );
}

function statedIn(item: Json): Json {
  const { outputs: _, ...properties } = item["properties"] as Readonly<Record<string, Json>>;
  const stated = Object.entries(properties).flatMap(([key, schema]) =>
    typeof schema["default"] === "number" ? [[key, schema["default"]] as const] : [],
  );
  return Object.fromEntries(stated);
}

const BANNER =
  "// Made by tools/generate.ts from src/policy/schema/schema.ts and the rules' options. Do not edit.";

const TYPES_BANNER = `${BANNER}
type Level = "off" | "warn" | "error";

/** The setting of a rule as it is written. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];
`;

function shippedSchema(): Json {
  return mapSchema(composeSchema(rules), ({ tsType: _, ...kept }) => kept);
}

/** Every option has a default, which its own schema allows. */
function proveDefaults(rule: Rule): void {
  const { id, options } = rule;
  const defaults = optionDefaults(rule);
  const validate = new Ajv2020({
    strict: true,
    strictTypes: false,
    formats: { glob: true, root: true },
  }).compile(options);
  for (const [name, value] of Object.entries(defaults)) {
    if (value === undefined) throw new Error(`the option ${name} of ${id} has no default`);
  }
  if (!validate(defaults)) {
    throw new Error(`the defaults of ${id} do not fit its schema: ${JSON.stringify(validate.errors)}`);
  }
  if (options["additionalProperties"] !== false) {
    throw new Error(`the options of ${id} must say additionalProperties: false`);
  }
}
