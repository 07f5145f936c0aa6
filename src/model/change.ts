import type { ByteRange } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";

/** A Git object id, 40 or 64 hex digits; opaque. */
export type ObjectId = string;

export type EntryKind = "file" | "executable" | "symlink" | "submodule";

/** What a tree or the index holds at a path. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: ObjectId;
  /** Where a symbolic link was followed, the file that this is. */
  readonly target?: RepoPath;
}

/** Line numbers of the new text as Git counts them (a line ends with LF), from 1, end exclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What a change adds to a text, as Git's own diff sees it with white space ignored. */
export type LineChange =
  | {
      readonly kind: "text";
      readonly added: readonly LineRange[];
      readonly addedLoc: number;
      /** Lines are counted as Lua counts them, where a CR alone ends one too. */
      readonly endsAtCr?: true;
    }
  | { readonly kind: "binary" };

export type FileChange =
  | { readonly kind: "added"; readonly path: RepoPath; readonly after: Entry; readonly lines: LineChange }
  | {
      readonly kind: "modified";
      readonly path: RepoPath;
      readonly before: Entry;
      /** What the further parents of a merge hold here: nothing that stands in one of them is the merge's own. */
      readonly alsoBefore?: readonly Entry[];
      readonly after: Entry;
      readonly lines: LineChange;
    }
  | {
      readonly kind: "renamed" | "copied";
      readonly from: RepoPath;
      readonly path: RepoPath;
      readonly before: Entry;
      readonly after: Entry;
      readonly lines: LineChange;
    }
  | { readonly kind: "deleted"; readonly path: RepoPath; readonly before: Entry };

/** The message as Git will store it. */
export interface CommitMessage {
  /** The first paragraph, its lines joined by a space. */
  readonly title: string;
  readonly text: string;
  readonly trailers: readonly Trailer[];
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** What people call a commit. */
export interface CommitName {
  readonly id: ObjectId;
  readonly title: string;
}

/** What is being judged. */
export type Subject =
  | {
      readonly kind: "staged";
      readonly isMerge: boolean;
      /** There is no commit yet. */
      readonly isFirst?: boolean;
      /** A change that somebody proposes: nothing of it is in the index. */
      readonly isProposed?: boolean;
    }
  | { readonly kind: "message"; readonly isMerge: boolean; readonly message: CommitMessage }
  | {
      readonly kind: "commit";
      readonly id: ObjectId;
      /** Those it is compared with; none of them leads to another. */
      readonly parents: readonly ObjectId[];
      /** It joins histories; or it names several parents and equals the last of them. */
      readonly isMerge: boolean;
      readonly message: CommitMessage;
      /** What would become a commit if it passed: nobody has it yet. */
      readonly isProposed?: boolean;
    }
  | {
      readonly kind: "range";
      readonly base: ObjectId | undefined;
      readonly tip: ObjectId;
      readonly commits: readonly CommitChange[];
    }
  | { readonly kind: "tree"; readonly id: ObjectId };

/** No part of it exists yet: it can only be handed in again. */
export function isProposed(subject: Subject): boolean {
  return (subject.kind === "staged" || subject.kind === "commit") && subject.isProposed === true;
}

/** A commit of a range with what it changes: facts for rules that look at a range as a whole. */
export interface CommitChange {
  readonly id: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly isMerge: boolean;
  readonly message: CommitMessage;
  readonly files: readonly FileChange[];
  /** The main line of the remote already holds an equal change, by patch id (`patchEquivalents` in src/git). */
  readonly isUpstream?: boolean;
}

/**
 * A base tree and a new tree, as a list of file changes in path order, whose contents can be asked for.
 *
 * For a tree as a whole every file in it is `added`, and its lines are not counted; `since` says what in it is new.
 */
export interface ChangeSet {
  readonly subject: Subject;
  /** Short names of the branches this change is made on or pushed to; empty when detached. */
  readonly branches: readonly string[];
  readonly files: readonly FileChange[];
  /** As the commit holds them, where `files` shows what links lead to. */
  readonly asCommitted?: readonly FileChange[];
  readonly source: Source;
  /** For a commit's tree, what tells new from old in it. Without it, everything counts as new. */
  readonly since?: Since;
}

/** What a commit changed in the tree before it: everything else is known to have been there. */
export interface Since {
  readonly files: readonly FileChange[];
  /** The tree before, looked at in the same way. */
  before(): Promise<ChangeSet>;
}

export type Blob =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  /** Larger than the limit asked for; `size` in bytes. */
  | { readonly kind: "too-large"; readonly size: number };

export type Side = "before" | "after";

/** A side of a file that may be asked for. */
export interface FileVersion {
  readonly path: RepoPath;
  readonly entry: Entry;
  readonly side: Side;
  readonly change: FileChange | undefined;
}

/**
 * The symbolic links of one side. Most changes have to do with none of them, so what they are called is told by what shows them only when
 * somebody asks.
 */
export interface Links {
  readonly size: number;
  readonly paths: readonly RepoPath[];
  /** In the order of the paths. */
  readonly ids: readonly ObjectId[];
  /** Empty where there are none. */
  readonly firstId: ObjectId;
  /** Two marks are equal only if the links have equal paths and ids. */
  mark(): string;
}

export function linksOf(links: Iterable<readonly [path: RepoPath, id: ObjectId]>): Links {
  const all = [...links];
  const paths = all.map(([path]) => path);
  const ids = all.map(([, id]) => id);
  return {
    size: all.length,
    paths,
    ids,
    firstId: ids[0] ?? "",
    mark: () => `listed\0${all.map(([path, id]) => `${id} ${path}\0`).join("")}`,
  };
}

export function pairsOf({ paths, ids }: Links): (readonly [path: RepoPath, id: ObjectId])[] {
  return paths.map((path, at) => [path, ids[at] ?? ""]);
}

export const NO_LINKS: Links = { size: 0, paths: [], ids: [], firstId: "", mark: () => "" };

/** Symbolic links and submodules hold no text. */
export function isText({ kind }: Entry): boolean {
  return kind === "file" || kind === "executable";
}

/** Where a change set's contents come from. All answers are about objects, never about the working tree. */
export interface Source {
  /** Contents by blob id, all in one request; every id asked for is in the answer. A missing object is a failure. */
  load(ids: Iterable<ObjectId>, limit: number): Promise<ReadonlyMap<ObjectId, Blob>>;
  /** Which of `paths` exist on that side, with their entries. */
  entries(side: Side, paths: readonly RepoPath[]): Promise<ReadonlyMap<RepoPath, Entry>>;
  /** Every path on that side with its entry; costs what the tree holds. */
  list(side: Side): Promise<ReadonlyMap<RepoPath, Entry>>;
  /** Every symbolic link on that side; costs next to nothing if the index holds none. */
  links(side: Side): Promise<Links>;
  /** Files on that side that hold one of the fixed `words` (byte texts; case counts) and whose path matches a pathspec glob. */
  search(
    side: Side,
    words: readonly string[],
    globs: readonly string[],
    /** Whether to include files without an ending. */
    withPrograms?: boolean,
  ): Promise<ReadonlyMap<RepoPath, Entry>>;
}

export type { ByteRange };
