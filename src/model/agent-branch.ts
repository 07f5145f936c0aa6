import { matchesAny } from "../base/glob.ts";
import type { Project } from "./project.ts";

/** Whether one of `branches` (short names) is one that coding agents work on. */
export function isAgentBranch(branches: readonly string[], project: Project): boolean {
  return branches.some((branch) => matchesAny(project.agentBranches, branch));
}
