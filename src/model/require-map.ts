import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ObjectId } from "./change.ts";
import type { Note } from "./note.ts";

/** Which file requires what (playbook, "Common tasks" 1). Every list is sorted, by path and then by place. */
export interface RequireMap {
  /** The tree that was read; undefined for the index. */
  readonly tree: ObjectId | undefined;
  readonly files: readonly MappedFile[];
  /** What is required, and by how many files; the most wanted first. */
  readonly imports: readonly Import[];
  /** Cycles of modules that load each other: the first and the last are the same. */
  readonly cycles: readonly (readonly Module[])[];
  readonly notes: readonly Note[];
}

export interface MappedFile extends Module {
  /** The repository's people don't answer for vendored and generated files. */
  readonly role: "own" | "vendored" | "generated";
  readonly requires: readonly MappedRequire[];
  /** Why nothing is known about its requires: it is not Lua. */
  readonly fault?: { readonly at: Position; readonly message: string };
}

/** A file with the shortest name by which it can be required; its path if no module root reaches it. */
export interface Module {
  readonly path: RepoPath;
  readonly name: string;
}

export interface MappedRequire {
  /** The place of the call. */
  readonly at: Position;
  /** The module's name as the program sees it; the argument as written if the name is computed. */
  readonly text: string;
  readonly target: RequireTarget;
  /** Not when the file is loaded, but when a function in it is called. */
  readonly isLazy: boolean;
  /** By `pcall` or `xpcall`: the file can do without. */
  readonly isProtected: boolean;
}

export type RequireTarget =
  | { readonly kind: "file"; readonly path: RepoPath; readonly name: string }
  /** Lua's own, the host's, or declared in the policy's `lua.externals`. */
  | { readonly kind: "outside" }
  /** `nearest`: the module of the repository that is spelled most like it. */
  | { readonly kind: "unresolved"; readonly nearest?: string }
  | { readonly kind: "dynamic" };

export interface Import {
  readonly name: string;
  readonly path: RepoPath | undefined;
  /** How many files require it. */
  readonly files: number;
}
