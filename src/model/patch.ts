import type { RepoPath } from "../base/repo-path.ts";

/** A proposed change, the dual of a change set: what is to become of files, in terms of what they hold. */
export interface Patch {
  /** They name a file as it is called when every move is made. */
  readonly edits: readonly PatchEdit[];
  readonly moves: readonly PatchMove[];
  readonly deletions: readonly RepoPath[];
}

export type PatchEdit = EditedContents | EditedPlaces | EditedLines;

interface Edited {
  readonly path: RepoPath;
  /** What the file has when left out: its own mode, that of a plain file for a new one. */
  readonly mode?: "100644" | "100755";
}

/** The file is to hold exactly this. */
export interface EditedContents extends Edited {
  readonly kind: "contents";
  readonly contents: Buffer;
  /** Other contents that are there already are not replaced. */
  readonly isNew: boolean;
}

export interface EditedPlaces extends Edited {
  readonly kind: "replacements";
  /** One after another: each meets what the one before it left. */
  readonly replacements: readonly Replacement[];
}

/** Bytes for bytes. */
export interface Replacement {
  readonly find: Buffer;
  readonly with: Buffer;
  /** Every occurrence; otherwise the one there is. */
  readonly all: boolean;
}

export interface EditedLines extends Edited {
  readonly kind: "lines";
  readonly hunks: readonly LineHunk[];
}

/** Whole lines, without their ends: how a line ends is the file's own affair. One character a byte. */
export interface LineHunk {
  /** Lines that come before it, each after the other. */
  readonly anchors: readonly string[];
  readonly lines: readonly HunkLine[];
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
