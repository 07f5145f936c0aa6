// The mechanical tasks of the playbook that the tool carries out itself ("Common tasks"), as values.
import type { RepoPath } from "../base/repo-path.ts";

export type Refactoring =
  | ScanRequires
  | RefactorRequire
  | MoveModule
  | RemoveShim
  | ScaffoldModule
  | CleanupRemoveLegacy;

export type RefactoringName = Refactoring["task"];

export interface ScanRequires {
  readonly task: "scan_requires";
  /** Only files below it; the policy's root when left out. */
  readonly root?: RepoPath;
}

export interface RefactorRequire {
  readonly task: "refactor_require";
  readonly from: string;
  readonly to: string;
  /** Only importers below it; the policy's root when left out. */
  readonly liveRoot?: RepoPath;
  readonly strings?: true;
}

/** Names as they are typed: paths or dotted names; a folder ends in `/` or `.*`. */
export interface MovePair {
  readonly from: string;
  readonly to: string;
}

export interface MoveModule {
  readonly task: "move_module";
  readonly moves: readonly MovePair[];
  /** Exact names in plain strings are rewritten too. */
  readonly strings?: true;
}

export interface RemoveShim {
  readonly task: "remove_shim";
  readonly path: RepoPath;
  /** The function that is a shim; left out if the file as a whole is one. */
  readonly name?: string;
}

export interface ScaffoldModule {
  readonly task: "scaffold_module";
  readonly files: readonly { readonly path: RepoPath; readonly template: "module_table" }[];
}

export interface CleanupRemoveLegacy {
  readonly task: "phaseX_cleanup_remove_legacy";
  readonly liveRoot?: RepoPath;
  readonly featureRoot?: string;
  readonly from?: string;
  readonly to?: string;
}
