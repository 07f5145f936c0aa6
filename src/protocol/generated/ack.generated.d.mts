// Made by tools/generate.ts from schemas/ack.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export interface AckFile {
  readonly owner: string;
  readonly contact: string;
  readonly status: "accepted" | "in_progress" | "implemented" | "rejected" | "blocked";
  readonly eta_iso8601?: string;
  readonly branch?: string;
  readonly notes?: string;
  readonly updated_at: string;
}

/** Holds plain data against schemas/ack.schema.json; every fault at once. */
export function validate(value: unknown): Result<AckFile, readonly SchemaError[]>;
