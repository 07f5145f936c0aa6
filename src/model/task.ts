import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Grep } from "./proof-grep.ts";

/** What a change is for, and how far it may reach. What was left out is undefined, or an empty list. */
export interface Task {
  /** What titles, branches and files call it; for a phase `phase-<name>`, the name of its branch. */
  readonly code: string;
  /** The key `task`: what kind of work it is, `move_module` for example. */
  readonly kind: string | undefined;
  readonly root: string | undefined;
  readonly liveRoot: string | undefined;
  readonly featureRoot: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly path: string | undefined;
  /** The function that it is about. */
  readonly name: string | undefined;
  /** What goes where, in place of `from` and `to`. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Whether exact names in plain strings change too. */
  readonly strings: boolean;
  readonly files: readonly Scaffold[];
  readonly edits: readonly TaskEdit[];
  /** For a task that writes a workflow: the options of `arkitekt ci github`. */
  readonly workflow: TaskWorkflow;
  readonly constraints: TaskConstraints;
  readonly acceptance: readonly string[];
  /** They have the right shape; whether the patterns can be used is still to be proved. */
  readonly proofGreps: readonly Grep[];
  /** Where each of them stands in its list. */
  readonly grepPlaces: readonly number[];
  /** Entries among them that are only texts, so that nothing is looked for. */
  readonly textGreps: readonly { readonly index: number; readonly text: string }[];
  /** As text: for an object a line for each heading, "Risks: none". */
  readonly notes: string;
  readonly isDone: boolean;
  /** The keys that have any value. */
  readonly keys: readonly string[];
  readonly phase: Phase | undefined;
  readonly source: TaskSource;
  /** What was ignored, or read leniently. */
  readonly warnings: readonly TaskRemark[];
  /** Where a key or the item of a list stands in its text: `["constraints", "allowlist", 0]`; undefined if it is not there. */
  placeOf(keys: readonly (string | number)[]): Position | undefined;
  /** As it was written, as canonical JSON on one line; undefined if it holds half a surrogate pair. */
  payload(): string | undefined;
}

export interface TaskWorkflow {
  readonly discord: boolean | undefined;
  readonly program: string | undefined;
  readonly sha256: string | undefined;
  readonly checkout: string | undefined;
  readonly setupNode: string | undefined;
}

export interface TaskConstraints {
  /** Files, folders and globs. */
  readonly allowlist: readonly string[] | undefined;
  readonly diffBudget: TaskBudget | undefined;
  /** Claims the mechanical exception. */
  readonly isMechanical: boolean;
}

/** What is undefined is limited by the policy alone. */
export interface TaskBudget {
  readonly files: number | undefined;
  readonly addedLoc: number | undefined;
}

export interface Scaffold {
  readonly path: string;
  readonly template: string | undefined;
}

export interface TaskEdit {
  readonly path: string;
  readonly op: "create" | "update" | "create|update" | undefined;
  /** A text, or any other JSON. */
  readonly contents: unknown;
}

/** Where in its manifest a task that is a phase stands. */
export interface Phase {
  readonly name: string;
  /** From 0. */
  readonly index: number;
}

export interface TaskSource {
  /**
   * `tree`: what the change stands on holds the text, `HEAD` or a parent. `change`: the change itself brings it. `disk`: only the
   * working tree has it, or a file that was named. `flags`: it was given in a call. `trailer`: the commit says it about itself.
   */
  readonly where: "tree" | "change" | "disk" | "flags" | "trailer";
  /** Undefined for what no file holds. */
  readonly path: RepoPath | undefined;
}

/** Something that is said about a task's text, with its place. */
export interface TaskRemark {
  readonly path: RepoPath | undefined;
  readonly at: Position | undefined;
  /** The key as one would write it in code, `constraints.allowlist[0]`; undefined if it is about the whole text. */
  readonly key: string | undefined;
  readonly message: string;
  readonly next: string | undefined;
}
