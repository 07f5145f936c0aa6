import type { Failure } from "../failure.ts";
import type { Task } from "../task.ts";

/** What is known of tasks where a change is judged, of a repository that keeps some. */
export interface TaskAtHand {
  /** The codes of all that are kept: by what the change grows from, by itself, or on the disk where Git ignores them. */
  readonly kept: readonly string[];
  /** The task whose settings hold; the remark says why one can't be read. */
  readonly active: ActiveTask | undefined;
}

export type ActiveTask = {
  readonly code: string;
  readonly foundBy: TaskFinder;
  /** Of a phase: those of its manifest up to itself, by their codes. */
  readonly series: readonly string[];
  /** Of a phase: all those of its manifest. */
  readonly phases: readonly string[];
} & ({ readonly kind: "task"; readonly task: Task } | { readonly kind: "broken"; readonly failure: Failure });

/** `title`, `trailer` and `branch` are the commit's own; the others are said in one clone alone. */
export type TaskFinder = "flag" | "environment" | "title" | "use" | "trailer" | "branch";

/** As titles, branches and files spell the same code: "Phase 7" is `phase-7`. */
export function sameCode(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(code: string): string {
  return code.trim().replaceAll(/\s+/g, "-").toLowerCase();
}

/** Where tasks and phases lie. */
export const TASK_FILE = /^\.codex\/(?:tasks\/[^/]+|pipeline(?:-[^/]+)?)\.json$/;
