// Made by tools/generate.ts from schemas/request.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export type Attachment = string;
export type Time = string;

export interface RequestFile {
  readonly id?: string;
  readonly project: string;
  readonly title: string;
  readonly motivation?: string;
  readonly api: {};
  readonly errors?: readonly unknown[];
  readonly determinism?: readonly unknown[];
  readonly telemetry?: readonly unknown[];
  readonly tests?: readonly unknown[];
  readonly acceptance: readonly unknown[];
  readonly attachments?: readonly Attachment[];
  readonly contacts?: {};
  readonly created_at?: Time;
  readonly meta: {
    readonly priority?: string;
    readonly version?: string;
  };
}

/** Holds plain data against schemas/request.schema.json; every fault at once. */
export function validate(value: unknown): Result<RequestFile, readonly SchemaError[]>;
