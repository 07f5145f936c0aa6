import { judge } from "../gate/judge.ts";
import { isClaim } from "../gate/proved-exceptions.ts";
import { isMerging, noChange } from "../git/changes/staged.ts";
import { readMessage } from "../git/message/read-message.ts";
import { branchesOf } from "../git/open/head.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Verdict } from "../model/finding.ts";
import { type Override, overridesOf } from "../model/override.ts";
import { mayOverride } from "../policy/resolve/may-override.ts";
import { policyInForce } from "../policy-source/in-force.ts";
import { rules } from "../rules/index.ts";
import { termsFor } from "./terms-for.ts";

/** In bytes; as large as a commit that is judged may be. */
export const LARGEST_MESSAGE = 16 << 20;

export interface MessageVerdict {
  readonly verdict: Verdict;
  /** Those of the overrides asked for that the policy allows here, and claims, which the gate proves. */
  readonly allowed: readonly Override[];
}

/** Judges the message of the commit being made, by the policy of `HEAD`. `raw` is the message file as Git wrote it. */
export async function judgeMessage(
  repo: Repository,
  raw: string,
  options: { readonly today: string; readonly overrides: readonly Override[] },
): Promise<MessageVerdict> {
  const [message, { policy }] = await Promise.all([readMessage(repo, raw), policyInForce(repo)]);
  const branches = branchesOf(repo.head);
  // A trailer that was typed counts as it will on push.
  const overrides = [...options.overrides, ...overridesOf(message)];
  const change = noChange(repo, { kind: "message", isMerge: isMerging(repo), message });
  return {
    verdict: await judge(change, termsFor(policy, branches, options.today, overrides)),
    allowed: options.overrides.filter(
      (override) => isClaim(override, rules) || mayOverride(policy, override.rule, branches),
    ),
  };
}
