// Made by tools/generate.ts from schemas/patch-proposal.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export type Pointer = string;

export interface PatchProposalFile {
  readonly file?: string;
  readonly base_pointer?: Pointer;
  readonly ops: readonly {
    readonly path: Pointer;
  }[];
}

/** Holds plain data against schemas/patch-proposal.schema.json; every fault at once. */
export function validate(value: unknown): Result<PatchProposalFile, readonly SchemaError[]>;
