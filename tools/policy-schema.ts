// What is made from the keys of a policy and the rules' options: the schema that ships, the validator, the defaults.
import { Ajv2020 } from "ajv/dist/2020.js";
import { KEYWORDS } from "../src/json/fits-schema.ts";
import type { Joins, Options, Shape } from "../src/model/option.ts";
import { composeSchema } from "../src/policy/schema/schema.ts";
import { KEYS, TRANSFORM_FALLBACKS } from "../src/policy/schema/schema-keys.ts";
import type { Rule } from "../src/rule/rule.ts";
import { rules } from "../src/rules/index.ts";
import { mapSchema, validatorOf, withoutWords } from "./compile-schema.ts";

export function policySchema(): string {
  for (const rule of rules) proveDefaults(rule);
  return `${JSON.stringify(composeSchema(rules), null, 2)}\n`;
}

/** Read where a policy is at fault; whether it is, the schema itself tells. */
export async function policyValidator(): Promise<string> {
  return validatorOf(composeSchema(rules), BANNER);
}

/** The schema as text, without words for people: what each commit holds its policy against. */
export function policySchemaText(): string {
  const bare = mapSchema(composeSchema(rules), (schema) => {
    for (const keyword of Object.keys(schema)) {
      if (!KEYWORDS.has(keyword)) throw new Error(`src/json/fits-schema.ts knows no keyword "${keyword}"`);
    }
    return withoutWords(schema);
  });
  return [
    BANNER,
    'import type { Schema } from "../../json/fits-schema.ts";',
    "",
    `const TEXT = ${JSON.stringify(JSON.stringify(bare))};`,
    "",
    "export function policySchema(): Schema {",
    "  return JSON.parse(TEXT) as Schema;",
    "}",
    "",
  ].join("\n");
}

/** Every rule there is, with the options it has when a policy sets none. */
export function ruleDefaults(): string {
  const lines = rules.map(
    (rule) => `  ${JSON.stringify(rule.id)}: ${JSON.stringify(rule.options.fallback)},`,
  );
  return [
    BANNER,
    'import type { OptionValues } from "../policy.ts";',
    "",
    "export const RULE_DEFAULTS: Readonly<Record<string, OptionValues>> = {",
    ...lines,
    "};",
    "",
    "/** How what a task says of an option is joined to what the policy says; what is not named is replaced. */",
    'export const RULE_JOINS: Readonly<Record<string, Readonly<Record<string, "add" | "least">>>> = {',
    ...rules.flatMap(({ id, options }) => {
      const joins = joinsIn("options" in options ? (options.options as Options) : {});
      return Object.keys(joins).length === 0 ? [] : [`  ${JSON.stringify(id)}: ${JSON.stringify(joins)},`];
    }),
    "};",
    "",
  ].join("\n");
}

function joinsIn(options: Options): Readonly<Record<string, Joins>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, { joins }]) => (joins === undefined ? [] : [[name, joins]])),
  );
}

/** What holds for each key where neither the policy nor a preset says anything. */
export function settingDefaults(): string {
  const { overrides: _, ...keys } = KEYS;
  const stated = Object.entries(keys).flatMap(([key, option]: readonly [string, Shape<unknown>]) =>
    "fallback" in option ? [[key, option.fallback]] : [],
  );
  return [
    BANNER,
    'import type { Settings } from "../settings.ts";',
    "",
    `export const SETTING_DEFAULTS: Settings = ${JSON.stringify(Object.fromEntries(stated), null, 2)};`,
    "",
    "/** Of each transform; its outputs are its inputs. */",
    `export const TRANSFORM_DEFAULTS = ${JSON.stringify(TRANSFORM_FALLBACKS)} as const;`,
    "",
  ].join("\n");
}

const BANNER =
  "// Made by tools/generate.ts from src/policy/schema/schema-keys.ts and the rules' options. Do not edit.";

/** Every default is one that its own schema allows. */
function proveDefaults({ id, options }: Rule): void {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { glob: true, root: true } });
  const validate = ajv.compile(options.schema);
  if (!validate(options.fallback))
    throw new Error(`the defaults of ${id} do not fit its schema: ${JSON.stringify(validate.errors)}`);
}
