import { matchesAny } from "../../base/glob.ts";
import type { Branches } from "../policy.ts";

/** Whether a branch is among those that an entry of the policy is for. */
export function isAmong(branch: string, branches: Branches, agentBranches: readonly string[]): boolean {
  if (branches === "agents") return matchesAny(agentBranches, branch);
  if (branches === "people") return !matchesAny(agentBranches, branch);
  return matchesAny(branches, branch);
}
