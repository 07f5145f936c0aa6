import { judge } from "../gate/judge.ts";
import { treeChangeSet } from "../git/changes/tree.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Verdict } from "../model/finding.ts";
import type { Policy } from "../policy/policy.ts";
import { policyOfTree } from "../policy-source/in-force.ts";
import { expectShortRun } from "../system/engine.ts";
import { termsFor } from "./terms-for.ts";

export interface TreeOptions {
  readonly today: string;
  readonly policy?: Policy;
  /** The branches it is judged for; those it is on when left out. */
  readonly branches?: readonly string[];
  /** Dates that have passed are errors. */
  readonly isStrictOnDates?: boolean;
}

/** Judges every file of a commit or tree, by the policy that it holds itself. */
export async function judgeTree(repo: Repository, tree: string, options: TreeOptions): Promise<Verdict> {
  await expectShortRun("tree");
  const change = await treeChangeSet(repo, tree);
  const own = options.policy ?? (await policyOfTree(repo, tree, tree)).policy;
  const terms = termsFor(own, options.branches ?? change.branches, options.today, []);
  return judge(change, { ...terms, isStrictOnDates: options.isStrictOnDates === true });
}
