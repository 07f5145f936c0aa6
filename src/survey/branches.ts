import { AGENT_PREFIXES } from "../model/agent-branch.ts";

/** How many of these branches each agent has made. */
export function agentsAmong(branches: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const branch of branches) {
    const [first = "", ...rest] = branch.split("/");
    const isAgent = rest.length > 0 && (AGENT_PREFIXES as readonly string[]).includes(first);
    if (isAgent) found.set(first, (found.get(first) ?? 0) + 1);
  }
  return found;
}
