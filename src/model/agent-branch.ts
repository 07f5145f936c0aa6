import { matchesAny } from "../base/glob.ts";
import type { Project } from "./project.ts";

/** Whether one of `branches` (short names) is one that coding agents work on. */
export function isAgentBranch(branches: readonly string[], project: Project): boolean {
  return branches.some((branch) => matchesAny(project.agentBranches, branch));
}

/** The first words of the branches that coding agents make today; the playbook's own comes first, and is the one that we make. */
export const AGENT_PREFIXES = [
  "codex",
  "aider",
  "amp",
  "claude",
  "cline",
  "copilot",
  "cursor",
  "devin",
  "gemini",
  "jules",
  "junie",
  "opencode",
  "openhands",
  "sweep",
  "windsurf",
] as const;
