// Made by tools/generate.ts from schemas/patch.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export type Path = string;

export interface PatchFile {
  readonly ok?: true;
  readonly notes?: string;
  readonly plan?: readonly unknown[];
  readonly edits?: readonly Edit[];
  readonly moves?: readonly Move[];
  readonly deletions?: readonly Path[];
  readonly acceptance?: readonly string[];
  readonly proof_grep?: readonly ProofGrep[];
}
export interface Edit {
  readonly path: Path;
  readonly contents?: string;
  readonly replace?: Replacement | readonly Replacement[];
  readonly mode?: "100644" | "100755";
}
export interface Replacement {
  readonly find: string;
  readonly with: string;
  readonly all?: boolean;
}
export interface Move {
  readonly from: Path;
  readonly to: Path;
}
export interface ProofGrep {
  readonly pattern: string;
  readonly should_match: boolean;
}

/** Holds plain data against schemas/patch.schema.json; every fault at once. */
export function validate(value: unknown): Result<PatchFile, readonly SchemaError[]>;
