// Made by tools/generate.ts from schemas/pipeline.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export interface PipelineFile {
  readonly $schema?: string;
  readonly stop_on_fail?: boolean;
  readonly phases: readonly Phase[];
}
export interface Phase {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly payload: {};
}

/** Holds plain data against schemas/pipeline.schema.json; every fault at once. */
export function validate(value: unknown): Result<PipelineFile, readonly SchemaError[]>;
