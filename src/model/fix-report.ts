import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Note } from "./note.ts";
import type { Patch } from "./patch.ts";

/** What `arkitekt fix` did, or would do. */
export interface FixReport {
  readonly isDryRun: boolean;
  /** The index was mended, not the working tree alone. */
  readonly isStaged: boolean;
  /** The whole of it, as a change like any other: of what is staged, or of the working tree. */
  readonly patch: Patch;
  readonly files: readonly FixedFile[];
  readonly byHand: readonly { readonly path: RepoPath; readonly remark: FixRemark }[];
  readonly notes: readonly Note[];
  /** How many files were looked at. */
  readonly looked: number;
}

export interface FixedFile {
  readonly path: RepoPath;
  readonly mends: readonly FixRemark[];
  /** The policy's fixers changed it, too or alone. */
  readonly byFixers: boolean;
  readonly working: WorkingResult;
}

/**
 * What became of the file in the working tree: it holds the mended text; it is not there; it is as it was, because what was
 * mended is not in it as it is staged, or because it may not be written.
 */
export type WorkingResult = "mended" | "not-there" | "differs" | "read-only";

export interface FixRemark {
  readonly rule: string;
  /** In the text before. */
  readonly at: Position;
  readonly says: string;
}
