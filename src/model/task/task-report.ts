// What the commands for tasks have to say.
import type { RepoPath } from "../../base/repo-path.ts";
import type { Verdict } from "../finding.ts";
import type { Task, TaskRemark } from "../task.ts";
import type { AcceptanceLine } from "./acceptance-line.ts";

export type { AcceptanceLine, AcceptanceState } from "./acceptance-line.ts";

export interface Counted {
  readonly files: number;
  readonly addedLoc: number;
}

/** A task that was written. */
export interface NewTask {
  readonly code: string;
  readonly path: RepoPath;
  readonly allowlist: readonly string[];
  readonly budget: Counted;
  /** The branch where its commits belong. */
  readonly branch: string;
  readonly isIgnored: boolean;
  /** Headings of the notes that nobody has filled in. */
  readonly unsaid: readonly string[];
}

export interface ListedTask {
  readonly code: string;
  /** Undefined if it can't be read: `fault` says why. */
  readonly task: Task | undefined;
  readonly fault: string | undefined;
  readonly isActive: boolean;
  readonly isIgnored: boolean;
}

export interface ShownTask {
  readonly task: Task;
  /** What names it; undefined for one that was asked for. */
  readonly by: string | undefined;
  readonly isIgnored: boolean;
  readonly branch: string;
  readonly acceptance: readonly AcceptanceLine[];
}

/** The operator's checklist (playbook, "Quick operator checklist"), answered. */
export interface TaskChecklist {
  readonly code: string;
  readonly points: readonly ChecklistPoint[];
  readonly warnings: readonly TaskRemark[];
}

export interface ChecklistPoint {
  readonly name: "conformance" | "allowlist" | "budget" | "shim" | "proof-greps" | "rollback";
  readonly isMet: boolean;
  /** What was found, a line each. */
  readonly says: readonly string[];
  /** What to do about it. */
  readonly next: readonly string[];
}

/** How far the work on a task is: all its commits together, with what is staged, and with the working tree as well. */
export interface TaskStatus {
  readonly code: string;
  /** What names it; undefined for one that was asked for. */
  readonly by: string | undefined;
  /** How many commits of its branch count. */
  readonly commits: number;
  /** With what is staged, and with the working tree if that differs from it. */
  readonly looks: readonly TaskLook[];
  readonly allowed: Counted | undefined;
  /** The part in core and storage. */
  readonly allowedStrict: Counted | undefined;
}

export interface TaskLook {
  readonly what: "staged" | "working tree" | "staged and working tree";
  readonly used: Counted;
  readonly usedStrict: Counted;
  /** Paths outside what the task may touch. */
  readonly outside: readonly RepoPath[];
  readonly acceptance: readonly AcceptanceLine[];
  /** All of them, including those of proof-greps. */
  readonly verdict: Verdict;
}
