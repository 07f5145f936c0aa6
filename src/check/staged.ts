import { judge } from "../gate/judge.ts";
import { asSkip } from "../gate/verdict.ts";
import { stagedChangeSet } from "../git/changes/staged.ts";
import type { Repository } from "../git/open/repository.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import type { Override } from "../model/override.ts";
import { isLua } from "../modules/lua-files.ts";
import type { Policy } from "../policy/policy.ts";
import { withBrokenPolicy } from "../policy-source/broken-policy.ts";
import { noPolicy, orThrow, type PolicyRead, policyAt, touchesPolicy } from "../policy-source/policy-at.ts";
import { expectShortRun } from "../system/engine.ts";
import { termsFor } from "./terms-for.ts";

export interface StagedOptions {
  readonly today: string;
  readonly overrides: readonly Override[];
  /** Taken instead of the repository's own. */
  readonly policy?: Policy;
  /** The branches it is judged for; those that are checked out when left out. */
  readonly branches?: readonly string[];
  readonly isMergeHook?: boolean;
}

/** Up to so many files a commit is over before optimised code would pay. */
const FEW = 60;

/** Judges what is staged, by the policy of `HEAD`. Where nothing is, the outcome is a skip. */
export async function judgeStaged(repo: Repository, options: StagedOptions): Promise<Verdict> {
  const { today, overrides, isMergeHook = false } = options;
  const [change, committed] = await Promise.all([
    stagedChangeSet(repo, { isMergeHook }),
    committedPolicy(repo),
  ]);
  const isTouched = committed === undefined || change.files.some(touchesPolicy);
  const staged = isTouched ? await policyAt(repo, { kind: "index" }) : undefined;
  const policy = options.policy ?? choose(committed, staged, change);
  const branches = options.branches ?? change.branches;
  const lua = change.files.filter(({ path }) => isLua(path, policy.project)).length;
  if (lua > 0 && lua <= FEW) await expectShortRun("commit");
  const verdict = await judge({ ...change, branches }, termsFor(policy, branches, today, overrides));
  if (staged?.ok === false) return withBrokenPolicy(verdict, staged.error, change.files);
  return change.files.length === 0 ? asSkip(verdict) : verdict;
}

async function committedPolicy(repo: Repository): Promise<PolicyRead | undefined> {
  if (repo.head.kind === "unborn") return undefined;
  const read = await policyAt(repo, { kind: "tree", id: repo.head.id });
  return read.ok && read.value === undefined ? undefined : read;
}

/** The staged policy counts while `HEAD` has none, and when it alone is changed to mend a broken one. */
function choose(
  committed: PolicyRead | undefined,
  staged: PolicyRead | undefined,
  change: ChangeSet,
): Policy {
  const isMending = committed?.ok === false && staged?.ok === true && change.files.every(touchesPolicy);
  const read = committed === undefined || isMending ? staged : committed;
  const found = read === undefined ? undefined : orThrow(read);
  if (found === undefined) throw noPolicy("this repository has no policy, neither committed nor staged");
  return found.policy;
}
