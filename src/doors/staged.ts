import { judge } from "../gate/judge.ts";
import type { Repository } from "../git/repository.ts";
import { stagedChangeSet } from "../git/staged.ts";
import type { Verdict } from "../model/finding.ts";
import type { Override } from "../model/override.ts";
import type { Policy } from "../policy/policy.ts";
import { policyInForce } from "./policy-at.ts";
import { termsFor } from "./terms-for.ts";

export interface StagedOptions {
  readonly today: string;
  readonly overrides: readonly Override[];
  /** Taken instead of the repository's own. */
  readonly policy?: Policy;
  readonly isMergeHook?: boolean;
}

/** Judges what is staged, by the policy of `HEAD`. */
export async function judgeStaged(repo: Repository, options: StagedOptions): Promise<Verdict> {
  const { today, overrides, isMergeHook = false } = options;
  const [change, policy] = await Promise.all([
    stagedChangeSet(repo, { isMergeHook }),
    options.policy ?? policyInForce(repo).then((found) => found.policy),
  ]);
  return judge(change, termsFor(policy, change.branches, today, overrides));
}
