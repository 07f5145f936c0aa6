import type { Policy } from "../policy.ts";
import { isAmong } from "./branches.ts";

/**
 * Whether commits on these branches may override a rule with a trailer. Every branch has to allow it; a change on no
 * branch (a detached HEAD) counts as people's.
 */
export function mayOverride(policy: Policy, rule: string, branches: readonly string[]): boolean {
  const grants = policy.mayOverride.filter(({ rules }) => rules === "all" || rules.includes(rule));
  const { agentBranches } = policy.project;
  if (branches.length === 0) return grants.some(({ branches: on }) => on === "people" || on.includes("**"));
  return branches.every((branch) => grants.some(({ branches: on }) => isAmong(branch, on, agentBranches)));
}
