import type { RepoPath } from "../base/repo-path.ts";

/** A proposed change, the dual of a change set: what files should become, in terms of what they hold. */
export interface Patch {
  /** They name a file as it is called once every move is made. */
  readonly edits: readonly PatchEdit[];
  readonly moves: readonly PatchMove[];
  readonly deletions: readonly RepoPath[];
}

export type PatchEdit = EditedContents | EditedPlaces | EditedLines;

interface Edited {
  readonly path: RepoPath;
  /** When left out, the file keeps its mode; a new one gets that of a plain file. */
  readonly mode?: "100644" | "100755";
}

/** The file must hold exactly this. */
export interface EditedContents extends Edited {
  readonly kind: "contents";
  readonly contents: Buffer;
  /** Other contents that already exist are not replaced. */
  readonly isNew: boolean;
}

export interface EditedPlaces extends Edited {
  readonly kind: "replacements";
  /** One after another: each sees what the one before it left. */
  readonly replacements: readonly Replacement[];
}

/** Bytes in place of bytes. */
export interface Replacement {
  readonly find: Buffer;
  readonly with: Buffer;
  /** Every occurrence; otherwise the only one. */
  readonly all: boolean;
}

export interface EditedLines extends Edited {
  readonly kind: "lines";
  readonly hunks: readonly LineHunk[];
}

/** Whole lines, without their ends: how a line ends is up to the file. One character per byte. */
export interface LineHunk {
  /** Lines that come before it, in order. */
  readonly anchors: readonly string[];
  readonly lines: readonly HunkLine[];
  /** How many blank lines at its end may only set it off from what follows in the patch. */
  readonly blanksAfter?: number;
  /** Its last line is the last of the file. */
  readonly isAtEnd: boolean;
}

export interface HunkLine {
  readonly kind: "kept" | "removed" | "added";
  readonly text: string;
}

export interface PatchMove {
  readonly from: RepoPath;
  readonly to: RepoPath;
}
