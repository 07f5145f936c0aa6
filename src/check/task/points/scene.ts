import type { RepoPath } from "../../../base/repo-path.ts";
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import type { Task } from "../../../model/task.ts";
import type { Policy } from "../../../policy/policy.ts";

/** What the answers to the checklist's points are based on. */
export interface ChecklistScene {
  readonly task: Task;
  readonly policy: Policy;
  /** Where its commits belong. */
  readonly branch: string;
  /** What the task may touch; undefined where it says nothing about it. */
  readonly fence: readonly string[] | undefined;
  /** Every path of the index. */
  readonly paths: readonly RepoPath[];
  /** Who requires the module that the task takes away, by whatever name. */
  readonly importers: readonly RepoPath[];
}

/** A point with what is wrong and what to do, for each thing that is wrong. */
export function point(
  name: ChecklistPoint["name"],
  says: readonly string[],
  faults: readonly { readonly says: string; readonly next: string }[],
): ChecklistPoint {
  return {
    name,
    isMet: faults.length === 0,
    says: [...faults.map((fault) => fault.says), ...says],
    next: [...new Set(faults.map((fault) => fault.next))],
  };
}
