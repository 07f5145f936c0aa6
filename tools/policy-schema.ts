// What is made from the schema of a policy: the schema that ships, the types, the validator, the rules' defaults.
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import { composeSchema } from "../src/policy/schema/schema.ts";
import { PROPERTIES } from "../src/policy/schema/schema-keys.ts";
import { optionDefaults } from "../src/rule/option-defaults.ts";
import type { Rule } from "../src/rule/rule.ts";
import { rules } from "../src/rules/index.ts";

type Json = { readonly [key: string]: unknown };

export function policySchema(): string {
  for (const rule of rules) proveDefaults(rule);
  return `${JSON.stringify(shippedSchema(), null, 2)}\n`;
}

/** The types of a policy file as it is written. */
export async function policyTypes(): Promise<string> {
  const schema = map(composeSchema(rules), ({ tsType, type, properties, ...kept }) => {
    if (tsType !== undefined) return { tsType };
    const { description: _, title: __, default: ___, anyOf: ____, minItems: _____, ...shape } = kept;
    return { ...(type === undefined ? {} : { type }), ...(properties ? { properties } : {}), ...shape };
  });
  const text = await compile(schema, "PolicyFile", {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    bannerComment: TYPES_BANNER,
    style: { printWidth: 110 },
  });
  return readonlyTypes(text);
}

/** The generator knows no `readonly`: adds it to every property and every list. */
function readonlyTypes(text: string): string {
  const lines = text.trimEnd().split("\n");
  lines.forEach((line, at) => {
    const [, indent] = /^( *)\}\[\];$/.exec(line) ?? [];
    if (indent === undefined) return;
    const opening = lines.findLastIndex(
      (other, before) =>
        before < at &&
        other.startsWith(`${indent}`) &&
        /^ *\w+\??: \{$/.test(other) &&
        other.search(/\S/) === indent.length,
    );
    lines[opening] = lines[opening]?.replace(/\{$/, "readonly {") ?? "";
  });
  return `${lines
    .map((line) =>
      line.replace(/^( +)([$\w]+\??: )/, "$1readonly $2").replace(/: string\[\]/, ": readonly string[]"),
    )
    .join("\n")}\n`;
}

/** A module without imports that exports `validate`. Bundled here, so that nothing of ajv is needed later. */
export async function policyValidator(): Promise<string> {
  return validatorModule(
    map(shippedSchema(), ({ description: _, title: __, default: ___, ...kept }) => kept),
  );
}

async function validatorModule(schema: Json): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTuples: false,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  const { default: codeOf } = standalone;
  const code = codeOf(ajv, ajv.compile(schema));
  const result = await build({
    stdin: { contents: slim(code), sourcefile: "validate", resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.17",
    charset: "utf8",
    minifySyntax: true,
    legalComments: "none",
  });
  const [file] = result.outputFiles;
  return `${BANNER}\n${file?.text.replace("// validate\n", "") ?? ""}`;
}

/** The validator is read at every commit: it adds an error in one place instead of some hundreds. */
function slim(code: string): string {
  const add =
    "function addError(errors, error) { if (errors === null) return [error]; errors.push(error); return errors; }";
  const adding =
    /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/g;
  return `${code.replace(/export default validate\d+;/, "").replaceAll(adding, "vErrors = addError(vErrors, $2);\n")}\n${add}\n`;
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
  return map(composeSchema(rules), ({ tsType: _, ...kept }) => kept);
}

/** `change` applied to every object of a schema, outermost first. */
function map(schema: Json, change: (schema: Json) => Json): Json {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(change(value as Json)).map(([key, inner]) => [key, visit(inner)]),
    );
  };
  return visit(schema) as Json;
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
