// What a rule needs to know about a repository beyond the list of changes, and what it is then told.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Entry, ObjectId, Side } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Transform } from "../model/transform.ts";
import type { Way } from "./link-end.ts";
import type { SourceFile } from "./source-file.ts";

export type Need =
  /** Blobs by their id, whatever they are: the text of a symbolic link for example. */
  | { readonly kind: "objects"; readonly ids: readonly ObjectId[] }
  /** Where symbolic links lead after the change. */
  | { readonly kind: "links"; readonly paths: readonly RepoPath[] }
  | TransformNeed
  /** What the tasks of a range say of where it ends: those that its commits record, and those that were finished before. */
  | { readonly kind: "replays" }
  /** What is wrong with tasks that the change adds: whether each only narrows what the policy allows, and answers the checklist. */
  | { readonly kind: "tasks"; readonly paths: readonly RepoPath[] }
  | { readonly kind: "contents"; readonly side: Side; readonly paths: readonly RepoPath[] }
  /** Every path on that side: costs what the tree holds, so ask only when something is wrong anyway. */
  | { readonly kind: "list"; readonly side: Side }
  | { readonly kind: "entries"; readonly side: Side; readonly paths: readonly RepoPath[] }
  | {
      readonly kind: "search";
      readonly side: Side;
      /** Byte texts, as names and sources are. */
      readonly words: readonly string[];
      readonly globs: readonly string[];
      /** Files without an ending too, which may be programs. */
      readonly withPrograms?: true;
    };

/** What a program of the policy makes of the files after the change; it runs in a folder of its own, away from everything. */
export interface TransformNeed {
  readonly kind: "transform";
  readonly transform: Transform;
}

/** Why a task may not be added, and what to do. */
export interface TaskObjection {
  readonly message: string;
  readonly next: string;
}

export type TransformRun =
  | {
      readonly kind: "ran";
      /** The outputs that differ from what they were before the run. */
      readonly changed: readonly RepoPath[];
      /** The outputs that a second run, on what the first one made, changes again. */
      readonly unstable: readonly RepoPath[];
    }
  | { readonly kind: "failed"; readonly why: string };

export interface Facts {
  /** Undefined for a transform that was not asked for. */
  transform(name: string): TransformRun | undefined;
  /** Undefined where nobody could look; empty if nothing is wrong. */
  taskFaults(path: RepoPath): readonly TaskObjection[] | undefined;
  /** Undefined if it was not asked for. */
  readonly replays: readonly Finding[] | undefined;
  /** Undefined for what was not asked for and what is too large. */
  object(id: ObjectId): ByteText | undefined;
  /** Undefined if it was not asked for. */
  wayOf(link: RepoPath): Way | undefined;
  file(side: Side, path: RepoPath): SourceFile | undefined;
  entry(side: Side, path: RepoPath): Entry | undefined;
  /** Whether the path was asked for, so that no entry means that there is none. */
  knows(side: Side, path: RepoPath): boolean;
  /** Undefined if it was not asked for. */
  list(side: Side): ReadonlyMap<RepoPath, Entry> | undefined;
  found(side: Side, words: readonly string[]): readonly SourceFile[];
}
