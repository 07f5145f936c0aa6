import type { RepoPath } from "../base/repo-path.ts";
import type { ObjectId } from "./change.ts";
import type { Verdict } from "./finding.ts";
import type { AcceptanceLine } from "./task/task-report.ts";

/** What became of a patch, or would become of it. */
export interface PatchReport {
  readonly verdict: Verdict;
  /** What it changes, sorted; empty if all of it is done already. */
  readonly files: readonly RepoPath[];
  /** The steps that were done already, in words. */
  readonly done: readonly string[];
  /** What was ignored in its text. */
  readonly warnings: readonly string[];
  /** What its task and itself ask for, line by line. */
  readonly acceptance: readonly AcceptanceLine[];
  /** The tree that was judged; undefined if the patch does not fit. */
  readonly tree: ObjectId | undefined;
  readonly isWritten: boolean;
  /** If a refactoring made it: the patch in the form of the playbook, and what else there is to say. */
  readonly refactoring?: {
    readonly patch: Readonly<Record<string, unknown>>;
    readonly notes: string;
    /** Files that may name what is changed, and stay as they are. */
    readonly wouldTouch: readonly RepoPath[];
  };
  readonly commit: { readonly id: ObjectId; readonly branch: string } | undefined;
}
