import { judge } from "../gate/judge.ts";
import { treeChangeSet } from "../git/changes/tree.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Verdict } from "../model/finding.ts";
import type { Policy } from "../policy/policy.ts";
import { noPolicy, orThrow, policyAt } from "../policy-source/policy-at.ts";
import { expectShortRun } from "../system/engine.ts";
import { termsFor } from "./terms-for.ts";

export interface TreeOptions {
  readonly today: string;
  readonly policy?: Policy;
  /** The branches it is judged for; those it is on when left out. */
  readonly branches?: readonly string[];
}

/** Judges every file of a commit or tree, by the policy that it holds itself. */
export async function judgeTree(repo: Repository, tree: string, options: TreeOptions): Promise<Verdict> {
  await expectShortRun("tree");
  const change = await treeChangeSet(repo, tree);
  const own = options.policy ?? orThrow(await policyAt(repo, { kind: "tree", id: tree }))?.policy;
  if (own === undefined) throw noPolicy(`${tree} holds no policy`);
  return judge(change, termsFor(own, options.branches ?? change.branches, options.today, []));
}
