// How much of the budget that the policy gives a commit now each of some commits took.
import { budgetUse } from "../../gate/budget-use.ts";
import { commitChangeSets, shallowEdge } from "../../git/changes/commits.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { CommitName, FileChange, ObjectId } from "../../model/change.ts";
import type { Counted } from "../../model/task/task-report.ts";
import type { Policy } from "../../policy/policy.ts";
import { termsFor } from "../terms-for.ts";

export interface BudgetOfCommit extends CommitName, Counted {
  /** Undefined where nothing limits it. */
  readonly allowed: Counted | undefined;
}

/** Oldest first; merges bring nothing of their own and are left out. */
export async function budgetHistory(
  repo: Repository,
  commits: readonly ObjectId[],
  policy: Policy,
  today: string,
): Promise<readonly BudgetOfCommit[]> {
  const rows: BudgetOfCommit[] = [];
  for await (const change of commitChangeSets(repo, commits)) {
    const { id, message, isMerge } = change.subject;
    if (isMerge) continue;
    const { used, allowed } = budgetUse(change, termsFor(policy, change.branches, today, []));
    // Where nothing limits a commit, nothing is left out of the count either.
    const counted = allowed === undefined ? allOf(change.files) : used;
    rows.push({ id, title: message.title, ...counted, allowed });
  }
  return rows;
}

function allOf(files: readonly FileChange[]): Counted {
  const added = files.map((file) =>
    file.kind !== "deleted" && file.lines.kind === "text" ? file.lines.addedLoc : 0,
  );
  return { files: files.length, addedLoc: added.reduce((sum, each) => sum + each, 0) };
}

/** The last commits that lead to a place, oldest first, as far as this clone holds them whole. */
export async function lastCommitsOf(
  repo: Repository,
  tip: string,
  most: number,
): Promise<readonly ObjectId[]> {
  const found = await repo.objects.find(`${tip}^{commit}`);
  if (found?.type !== "commit") return [];
  const args = ["rev-list", "--topo-order", `--max-count=${most}`, found.id, "--"];
  const listed = await repo.git.run(args);
  const ids = listed.stdout.toString("latin1").split("\n").filter(Boolean).reverse();
  const edge = new Set(repo.isShallow ? shallowEdge(repo) : []);
  return ids.filter((id) => !edge.has(id));
}
