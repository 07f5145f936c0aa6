import type { Terms } from "../gate/terms.ts";
import type { Note } from "../model/note.ts";
import type { Override } from "../model/override.ts";
import type { TaskAtHand } from "../model/task/task-at-hand.ts";
import type { TaskLayer } from "../model/task/task-layer.ts";
import type { Policy } from "../policy/policy.ts";
import { mayOverride } from "../policy/resolve/may-override.ts";
import { settingFor } from "../policy/resolve/setting-for.ts";
import { rules } from "../rules/index.ts";

/** What a change's task brings to its terms. */
export interface TaskTerms {
  /** Laid over the policy one after another. */
  readonly layers: readonly TaskLayer[];
  /** Exceptions that the task claims, and a rule has to prove. */
  readonly claims: readonly Override[];
  /** Left out where the repository keeps no tasks. */
  readonly task: TaskAtHand | undefined;
  /** What the change calls its task. */
  readonly code: string | undefined;
  readonly notes: readonly Note[];
  /** What speaks against a task that the change adds. */
  readonly objectionsTo?: Terms["objectionsTo"];
}

export const NO_TASK: TaskTerms = { layers: [], claims: [], task: undefined, code: undefined, notes: [] };

/** On what terms a change on `branches` is judged by `policy`, on a day, with the exceptions that it brings and its task. */
export function termsFor(
  policy: Policy,
  branches: readonly string[],
  today: string,
  overrides: readonly Override[],
  { layers, claims, task, code, notes, objectionsTo }: TaskTerms = NO_TASK,
): Terms {
  return {
    rules,
    project: policy.project,
    today,
    setting: (rule, path) =>
      settingFor(policy, rule, path === undefined ? { branches, layers } : { branches, layers, path }),
    mayOverride: (rule) => mayOverride(policy, rule, branches),
    overrides,
    taskClaims: claims,
    task,
    code,
    notes,
    ...(objectionsTo === undefined ? {} : { objectionsTo }),
    sizeLimit: policy.limits.fileBytes,
    // Loaded on demand: few policies declare a transform, and none is run at a commit.
    runTransform: async (job) => (await import("../system/run-transform.ts")).runTransform(job),
  };
}
