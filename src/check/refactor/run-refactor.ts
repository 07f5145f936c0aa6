// A refactoring from its payload to the verdict on what it makes, and to the files where that is wanted: it goes the way of
// every patch.

import { ok } from "../../base/result.ts";
import { addAppliedTask } from "../../git/open/applied-tasks.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import { type Place, pathOf, spanOf } from "../../model/place.ts";
import { TASK_TRAILER } from "../../model/task/task-trailer.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { recordOf } from "../../refactor/read-refactoring.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import type { CommitWish } from "../patch/patch-target.ts";
import { type Proposer, type RunPatchOptions, runPatch } from "../patch/run-patch.ts";
import { patchObject, type RefactorProposal, refactorProposal } from "./refactor-proposal.ts";
import { RefactoringTrees } from "./refactoring-trees.ts";

export interface RunRefactorOptions extends Pick<RunPatchOptions, "today"> {
  readonly isWritten: boolean;
  readonly commit: Omit<CommitWish, "trailer"> | undefined;
}

export async function runRefactor(
  repo: Repository,
  task: Refactoring,
  options: RunRefactorOptions,
): Promise<PatchReport> {
  const record = recordOf(task);
  const { commit } = options;
  let made: RefactorProposal | undefined;
  const run = await runPatch(
    repo,
    proposerOf(task, new RefactoringTrees(), (found) => {
      made = found;
    }),
    {
      ...options,
      isReproduced: true,
      commit: commit && { ...commit, trailer: `${TASK_TRAILER}: ${record}` },
    },
  );
  if (run.isWritten && commit === undefined) addAppliedTask(repo, record);
  const reports = made?.reports ?? [];
  return {
    verdict: withReports(run.verdict, reports),
    files: run.changes.map(({ path }) => path),
    done: run.done,
    warnings: [],
    acceptance: [],
    tree: run.tree,
    isWritten: run.isWritten,
    commit:
      run.commit === undefined || commit === undefined
        ? undefined
        : { id: run.commit, branch: commit.branch },
    ...(made === undefined ? {} : { refactoring: saidOf(made, reports) }),
  };
}

/** A place that a rule has reported is not reported again. */
function withReports(verdict: Verdict, reports: readonly JudgedFinding[]): Verdict {
  const told = new Set(verdict.findings.flatMap(({ place }) => spotOf(place) ?? []));
  return {
    ...verdict,
    findings: [...verdict.findings, ...reports.filter(({ place }) => !told.has(spotOf(place) ?? ""))],
  };
}

function spotOf(place: Place): string | undefined {
  const span = spanOf(place);
  return span && `${pathOf(place)}:${span.start.line}:${span.start.column}`;
}

/** What makes the patch of a refactoring on whatever it is to be applied to; `tell` is called with it. */
export function proposerOf(
  task: Refactoring,
  trees: RefactoringTrees,
  tell: (made: RefactorProposal) => void,
): Proposer {
  return async (there, base) => {
    const { policy } = await policyOf(there, base.parent, base.tree);
    const tree = await trees.read(there, base.tree, policy.project);
    const found = await refactorProposal(tree, task);
    if (found.ok) tell(found.value);
    return found.ok ? ok(found.value.proposal) : found;
  };
}

async function policyOf(repo: Repository, parent: ObjectId | undefined, tree: ObjectId) {
  const after = { kind: "tree", id: tree } as const;
  return await policyForChange(repo, parent, { after, files: async () => [] });
}

function saidOf({ refactored }: RefactorProposal, reports: readonly JudgedFinding[]) {
  const paths = reports.flatMap(({ place }) => pathOf(place) ?? []);
  return { patch: patchObject(refactored), notes: refactored.notes, wouldTouch: [...new Set(paths)].sort() };
}
