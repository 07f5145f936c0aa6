// The schemas in schemas/ that are written by hand, and which part reads the files they describe.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Json, mapSchema, typesOf, validatorOf } from "./compile-schema.ts";

interface FileSchema {
  /** schemas/<name>.schema.json */
  readonly name: string;
  /** src/<part>/generated */
  readonly part: string;
  /** What its values are called. */
  readonly type: string;
}

/** A new schema is one line here. */
const FILE_SCHEMAS: readonly FileSchema[] = [
  { name: "request", part: "protocol", type: "RequestFile" },
  { name: "ack", part: "protocol", type: "AckFile" },
  { name: "message", part: "protocol", type: "MessageFile" },
  { name: "patch-proposal", part: "protocol", type: "PatchProposalFile" },
  { name: "patch", part: "patch", type: "PatchFile" },
  { name: "task", part: "task", type: "TaskFile" },
  { name: "pipeline", part: "task", type: "PipelineFile" },
];

/** Of each, the validator and its types: modules that `tools/bundle.mjs` makes parts of, loaded when they are first called. */
export const fileSchemaModules = FILE_SCHEMAS.flatMap(({ name, part, type }) => {
  const base = `src/${part}/generated/${name}.generated`;
  const banner = `// Made by tools/generate.ts from schemas/${name}.schema.json. Do not edit.`;
  return [
    { file: `${base}.mjs`, make: async () => validatorOf(await schemaOf(name), banner) },
    {
      file: `${base}.d.mts`,
      make: async () => `${banner}
${IMPORTS}
${await typesOf(await schemaOf(name), type, "")}
/** Holds plain data against schemas/${name}.schema.json; every fault at once. */
export function validate(value: unknown): Result<${type}, readonly SchemaError[]>;
`,
    },
  ];
});

/** The text that a repository gets beside its requests. */
export const requestSchemaText = {
  file: "src/protocol/generated/request-schema.generated.ts",
  make: async () => {
    const text = await readFile(
      fileURLToPath(new URL("../schemas/request.schema.json", import.meta.url)),
      "utf8",
    );
    return `// Made by tools/generate.ts from schemas/request.schema.json. Do not edit.

/** The schema of \`request.json\`, as a file. */
export const REQUEST_SCHEMA = ${JSON.stringify(text)};
`;
  },
};

const IMPORTS = `import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";`;

async function schemaOf(name: string): Promise<Json> {
  const path = fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url));
  return mapSchema(JSON.parse(await readFile(path, "utf8")) as Json, withoutOthers);
}

/** What another file describes is read by that one's validator. */
function withoutOthers(schema: Json): Json {
  const { $ref, ...rest } = schema;
  return typeof $ref === "string" && !$ref.startsWith("#") ? { ...rest, type: "object" } : schema;
}
