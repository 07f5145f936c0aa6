// Why a task can't be read: one reason, its place, and the next step.
import { showPath } from "../base/repo-path.ts";
import { type Failure, failure } from "../model/failure.ts";
import type { TaskRemark } from "../model/task.ts";

export type TaskFault = TaskRemark;

/**
 * What is said about a task, on one line: ".codex/tasks/a.json:3:7  constraints.allowlist[0]: it is absolute".
 * @internal
 */
export function showRemark(remark: TaskRemark): string {
  const place = placeOf(remark);
  return `${place === undefined ? "" : `${place}  `}${sentence(remark)}`;
}

export function taskFailure(fault: TaskFault, what: "task" | "manifest" = "task"): Failure {
  const command = what === "task" ? "arkitekt task new" : "arkitekt pipeline new";
  const next = fault.next ?? `mend it there, or write a new one: ${command}`;
  return failure("bad-task", `the ${what} can't be read: ${sentence(fault)}`, next, placeOf(fault));
}

function sentence({ key, message }: TaskRemark): string {
  return key === undefined ? message : `${key}: ${message}`;
}

function placeOf({ path, at }: TaskRemark): string | undefined {
  if (path === undefined) return undefined;
  return at === undefined ? showPath(path) : `${showPath(path)}:${at.line}:${at.column}`;
}
