import type { Failure } from "../failure.ts";
import type { Task } from "../task.ts";

/** What is known about tasks when a change is judged, in a repository that keeps some. */
export interface TaskAtHand {
  /** The codes of all that are kept: in what the change grows from, in the change itself, or on the disk if Git ignores them. */
  readonly kept: readonly string[];
  /** The task whose settings apply; the remark says why one can't be read. */
  readonly active: ActiveTask | undefined;
}

export type ActiveTask = {
  readonly code: string;
  readonly foundBy: TaskFinder;
  /** For a phase: those of its manifest up to itself, by their codes. */
  readonly series: readonly string[];
  /** For a phase: all those of its manifest. */
  readonly phases: readonly string[];
} & ({ readonly kind: "task"; readonly task: Task } | { readonly kind: "broken"; readonly failure: Failure });

/** `title`, `trailer` and `branch` are the commit's own; the others are known only in one clone. */
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
