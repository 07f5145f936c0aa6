import type { PolicyFile } from "./policy-file.generated.ts";

/** As ajv reports it: JSON Pointers into the value and into the schema. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether `value` fits schemas/policy.schema.json; when not, `errors` says why until the next call. */
export const validate: {
  (value: unknown): value is PolicyFile;
  readonly errors?: readonly ValidationError[] | null;
};
