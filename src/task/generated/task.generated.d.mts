// Made by tools/generate.ts from schemas/task.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export type Name = string;
export type Folder = string;

export interface TaskFile {
  readonly $schema?: string;
  readonly task?: Name;
  readonly root?: Folder;
  readonly live_root?: Folder;
  readonly feature_root?: Folder;
  readonly from?: Name;
  readonly to?: Name;
  readonly path?: Name;
  readonly moves?: readonly Move[];
  readonly name?: Name;
  readonly strings?: boolean;
  readonly files?: readonly Scaffold[];
  readonly edits?: readonly TaskEdit[];
  readonly discord?: boolean;
  readonly program?: Name;
  readonly sha256?: Name;
  readonly checkout?: Name;
  readonly setup_node?: Name;
  readonly constraints?: Constraints;
  readonly acceptance?: readonly string[];
  readonly proof_grep?: (Grep | string)[];
  notes?:
    | string
    | readonly string[]
    | {
        [k: string]: string | readonly string[];
      };
  readonly done?: boolean;
}
export interface Move {
  readonly from: Name;
  readonly to: Name;
}
export interface Scaffold {
  readonly path: Name;
  readonly template?: Name;
}
export interface TaskEdit {
  readonly path: Name;
  readonly op?: "create" | "update" | "create|update";
  readonly contents?: unknown;
}
export interface Constraints {
  readonly allowlist?: readonly Name[];
  readonly diff_budget?: {
    readonly files?: number;
    readonly added_loc?: number;
  };
  readonly mechanical?: boolean;
}
export interface Grep {
  readonly pattern: string;
  readonly should_match: boolean;
  readonly dialect?: "lua" | "regex";
  readonly files?: readonly string[];
  readonly in?: "code" | "text" | "comments";
  readonly scope?: "changed" | "added" | "tree";
  readonly message?: string;
  readonly matches?: readonly string[];
  readonly rejects?: readonly string[];
}

/** Holds plain data against schemas/task.schema.json; every fault at once. */
export function validate(value: unknown): Result<TaskFile, readonly SchemaError[]>;
