import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Note } from "./note.ts";
import type { Patch } from "./patch.ts";

/** What `arkitekt fix` did, or would do. */
export interface FixReport {
  readonly isDryRun: boolean;
  /** The index was mended, not only the working tree. */
  readonly isStaged: boolean;
  /** All of it, as a change like any other: to what is staged, or to the working tree. */
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
  /** The policy's fixers changed it, alone or as well. */
  readonly byFixers: boolean;
  readonly working: WorkingResult;
}

/**
 * What became of the file in the working tree: it holds the mended text; it does not exist; or it is as it was, because it does not hold what was
 * mended in the form that is staged, or because it may not be written.
 */
export type WorkingResult = "mended" | "not-there" | "differs" | "read-only";

export interface FixRemark {
  readonly rule: string;
  /** Its place in the text before. */
  readonly at: Position;
  readonly says: string;
}
