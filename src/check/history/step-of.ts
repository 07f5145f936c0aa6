import { KnownStep, type Steps } from "../../gate/known/known-step.ts";
import type { ChangeSet, ObjectId } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Policy } from "../../policy/policy.ts";
import { isInTaskFolder } from "../task-of.ts";
import type { TaskTerms } from "../terms-for.ts";

export interface StepTerms {
  readonly parents: readonly (ObjectId | undefined)[];
  readonly policy: Policy;
  readonly task: TaskTerms;
  readonly today: string;
}

/**
 * What is staged, or a commit, as a step that may have been judged before. Not where nothing is changed, for a merge, and for a change of tasks, which
 * are compared with others. It must bring no exceptions, and record no task.
 */
export function stepOf(
  steps: Steps | undefined,
  change: Pick<ChangeSet, "subject" | "files" | "branches">,
  { parents: [parent, ...others], policy, task, today }: StepTerms,
): KnownStep | undefined {
  const { subject, files } = change;
  if (steps === undefined || parent === undefined || others.length > 0 || files.length === 0)
    return undefined;
  if (files.length > MOST_OF_A_STEP) return undefined;
  if ((subject.kind !== "staged" && subject.kind !== "commit") || subject.isMerge || subject.isProposed)
    return undefined;
  if (files.some((file) => changedPaths(file).some(isInTaskFolder))) return undefined;
  const { layers, claims, task: atHand, notes } = task;
  return new KnownStep(steps, change, { parent, today, policy, task: [layers, claims, atHand, notes] });
}

/** Files: the names of more would fill what is kept. */
export const MOST_OF_A_STEP = 400;
