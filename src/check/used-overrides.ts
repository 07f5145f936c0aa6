import { beforeAmended } from "../git/open/before-amended.ts";
import { overriddenRules } from "../git/open/receipt.ts";
import type { Repository } from "../git/open/repository.ts";
import { type Facet, hasFacet } from "../model/facet.ts";
import type { Verdict } from "../model/finding.ts";
import type { Note } from "../model/note.ts";
import type { Override } from "../model/override.ts";
import { rules } from "../rules/index.ts";
import { judgeStaged } from "./staged.ts";

export interface UsedOverrides {
  readonly used: readonly Override[];
  readonly notes: readonly Note[];
}

/**
 * The overrides asked for that the commit being made needs: without them what is staged, or its message, would be stopped.
 * A variable that was left behind marks no commit.
 */
export async function usedOverrides(
  repo: Repository,
  allowed: readonly Override[],
  message: Verdict,
  today: string,
): Promise<UsedOverrides> {
  const stopped = new Set([
    ...(await stoppedBy(repo, today)),
    ...message.findings.filter(({ standing }) => standing.kind === "overridden").map(({ rule }) => rule),
  ]);
  const used = allowed.filter(({ rule }) => stopped.has(rule) || isJudgedLater(rule));
  const idle = allowed.filter((override) => !used.includes(override));
  return { used, notes: idle.map(({ rule }) => ({ kind: "override-idle", rule })) };
}

/** The rules that would stop what is staged. */
async function stoppedBy(repo: Repository, today: string): Promise<readonly string[]> {
  // An amended commit needs what it needs for all that it does.
  const before = await beforeAmended(repo);
  const known = before === undefined ? await overriddenRules(repo) : undefined;
  if (known !== undefined) return known;
  const staged = await judgeStaged(before ?? repo, { today, overrides: [], isMergeHook: true });
  return staged.findings
    .filter(({ level, standing }) => level === "error" && standing.kind === "new")
    .map(({ rule }) => rule);
}

/** What a rule about several commits finds is known only when they are pushed. */
function isJudgedLater(id: string): boolean {
  const rule = rules.find((each) => each.id === id);
  return rule?.kind === "change" && !isSeenAtCommit(rule.facet);
}

function isSeenAtCommit(facet: Facet): boolean {
  return hasFacet({ kind: "staged" }, facet) || hasFacet({ kind: "message" }, facet);
}
