// At a push, a task's budget counts all that its branch adds to the main line as one change: it may come in any number of commits and pushes.
import { judge } from "../../gate/judge.ts";
import { rangeChangeSet } from "../../git/changes/tree.ts";
import { type CommitRange, mergeBase } from "../../git/history/range.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { CommitChange, ObjectId } from "../../model/change.ts";
import type { Verdict } from "../../model/finding.ts";
import { overridesOf } from "../../model/override.ts";
import { committedPhase } from "../../model/task/phase-trailers.ts";
import type { Policy } from "../../policy/policy.ts";
import { diffBudget } from "../../rules/diff-budget/diff-budget.ts";
import { codeOfBranch } from "../../task/named-tasks.ts";
import type { TaskLookup } from "../task-of.ts";
import { termsFor } from "../terms-for.ts";
import { ownWorkSince } from "./own-work.ts";
import { withoutMade } from "./without-made.ts";

export interface TaskBranch {
  readonly range: CommitRange;
  /** Those that the push brings. */
  readonly commits: readonly CommitChange[];
  /** Where the main line of the remote stands. */
  readonly mainLine: ObjectId | undefined;
  readonly policy: Policy;
  readonly today: string;
  /** Commits that are what a recorded task makes: they cost nothing. */
  readonly reproduced: ReadonlySet<ObjectId>;
}

/** Undefined where it concerns nobody: the branch belongs to no task, the task has no budget, or there is only one commit. */
export async function judgeBranchBudget(
  repo: Repository,
  tasks: TaskLookup,
  { range, commits, mainLine, policy, today, reproduced }: TaskBranch,
): Promise<Verdict | undefined> {
  const { branches, tip } = range;
  const { agentBranches } = policy.project;
  const codes = branches.flatMap((branch) => codeOfBranch(branch, agentBranches) ?? []);
  if (codes.length === 0) return undefined;
  const parted = mainLine === undefined ? undefined : await mergeBase(repo, mainLine, tip);
  const start = parted ?? range.base;
  const phasesAt = async (parent: ObjectId) => {
    const found = await tasks.termsFor({ parent, branches, policy, names: {}, files: async () => [] });
    return found.task?.active?.phases ?? [];
  };
  const base = start && (await ownWorkSince(repo, start, tip, { codes, phasesAt }));
  if (base === undefined || (base === range.base && commits.length < 2)) return undefined;
  const change = await rangeChangeSet(repo, { ...range, base }, commits);
  const last = commits.find(({ id }) => id === tip);
  const names = { phase: last && committedPhase(last.message) };
  const task = await tasks.termsFor({ parent: base, branches, policy, names, files: change.files });
  const { active } = task.task ?? {};
  if (active?.kind !== "task" || active.task.constraints.diffBudget === undefined) return undefined;
  const overrides = commits.flatMap(({ message }) => overridesOf(message));
  const terms = termsFor(policy, branches, today, overrides, { ...task, notes: [] });
  const made = commits.filter(({ id }) => reproduced.has(id)).map((commit) => commit.files);
  const files = withoutMade(change.files, made);
  return await judge({ ...change, files }, { ...terms, rules: [{ ...diffBudget, facet: "outcome" }] });
}
