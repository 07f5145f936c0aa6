// What a plan depends on in one repository: its policy, where it stands, and who is there to make a change.
import type { RepoPath } from "../base/repo-path.ts";
import { phaseCap } from "../check/conformance/phase-budget.ts";
import type { Repository } from "../git/open/repository.ts";
import type { ManifestPhase, PipelineBase } from "../model/pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import { refactoringOf } from "../refactor/refactoring-of.ts";
import { isAuthored } from "../task/authored-task.ts";
import type { PlanTerms } from "./plan.ts";

export interface PhaseMakers {
  readonly hasAgent: boolean;
  /** Names of the phases that a patch is handed in for. */
  readonly patches: ReadonlySet<string>;
}

export function planTerms(
  repo: Repository,
  policy: Policy,
  paths: readonly RepoPath[],
  makers: PhaseMakers,
): PlanTerms {
  return {
    ...makers,
    head: headBase(repo),
    agentBranches: policy.project.agentBranches,
    isDeterministic,
    capOf({ task }, branch) {
      const cap = phaseCap({ task, policy, branch, paths });
      return cap && { files: cap.files, addedLoc: cap.addedLoc };
    },
  };
}

/** Where a pipeline that has not begun would begin; undefined if there is no commit. */
export function headBase({ head }: Repository): PipelineBase | undefined {
  if (head.kind === "unborn") return undefined;
  return { commit: head.id, branch: head.kind === "branch" ? head.branch : undefined };
}

/** Even if its payload lacks something: nobody else is asked for it. */
export function isDeterministic({ task }: ManifestPhase): boolean {
  const refactoring = refactoringOf(task);
  return isAuthored(task) || !refactoring.ok || refactoring.value !== undefined;
}
