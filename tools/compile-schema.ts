// What is made from a schema of a file: the types of what it describes, and a validator that is compiled ahead of time.
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";

export type Json = { readonly [key: string]: unknown };

/** A module without imports that exports `validate`. Bundled here, so that nothing of ajv is needed later. */
export async function validatorOf(schema: Json, banner: string): Promise<string> {
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
  const code = codeOf(ajv, ajv.compile(mapSchema(schema, withoutWords)));
  const result = await build({
    stdin: {
      contents: asResult(slim(code)),
      sourcefile: "validate",
      resolveDir: process.cwd(),
      loader: "js",
    },
    bundle: true,
    // The comments of the bundle name its sources: as they lie here, wherever the packages lie.
    preserveSymlinks: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.17",
    charset: "utf8",
    minifySyntax: true,
    legalComments: "none",
  });
  const [file] = result.outputFiles;
  return `${banner}\n${file?.text.replace("// validate\n", "") ?? ""}`;
}

/** The types alone; what holds between keys (`oneOf`, `anyOf`) is left to the validator. */
export async function typesOf(schema: Json, name: string, banner: string): Promise<string> {
  const shape = mapSchema(schema, ({ type, properties, ...kept }) => {
    const { $id: _, minItems: __, ...rest } = withoutWords(kept);
    const shape = Object.entries(rest).filter(([, sides]) => !isAboutKeys(sides));
    return {
      ...(type === undefined ? {} : { type }),
      ...(properties ? { properties } : {}),
      ...Object.fromEntries(shape),
    };
  });
  const text = await compile(shape, name, {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    bannerComment: banner,
    style: { printWidth: 110 },
  });
  return readonlyTypes(text);
}

/** Sides of an `anyOf` or `oneOf` that say which keys go together. */
function isAboutKeys(sides: unknown): boolean {
  return Array.isArray(sides) && sides.some((side: object) => Object.hasOwn(side, "required"));
}

/** `change` applied to every schema in a schema, outermost first; not to what only names schemas, whose keys may be words of JSON Schema. */
export function mapSchema(schema: Json, change: (schema: Json) => Json): Json {
  const visit = (value: unknown, isSchema = true): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(isSchema ? change(value as Json) : value);
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, visit(inner, !isSchema || !NAMES_SCHEMAS.has(key))]),
    );
  };
  return visit(schema) as Json;
}

const NAMES_SCHEMAS: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs"]);

export function withoutWords({ description: _, title: __, default: ___, ...kept }: Json): Json {
  return kept;
}

/** It is read where time counts: it adds an error in one place instead of some hundreds. */
function slim(code: string): string {
  const add =
    "function addError(errors, error) { if (errors === null) return [error]; errors.push(error); return errors; }";
  const adding =
    /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/g;
  return `${code.replaceAll(adding, "vErrors = addError(vErrors, $2);\n")}\n${add}\n`;
}

/** The errors of a validator of ajv lie on the function until its next call; ours hands them over. */
function asResult(code: string): string {
  const [, name = ""] = /export const validate = (validate\d+);/.exec(code) ?? [];
  const bare = code
    .replace(/export const validate = validate\d+;/, "")
    .replace(/export default validate\d+;/, "");
  return `${bare}
export function validate(value) {
  return ${name}(value) ? { ok: true, value } : { ok: false, error: ${name}.errors };
}
`;
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
      line
        .replace(/^( +)([$\w]+\??: )/, "$1readonly $2")
        .replaceAll(/(?<!readonly )\b(\w+)\[\]/g, "readonly $1[]"),
    )
    .join("\n")}\n`;
}
