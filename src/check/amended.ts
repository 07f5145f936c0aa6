// A commit that is amended with another message may lose the exceptions that its own had written into it.

import { parseCommit } from "../git/objects/commit-object.ts";
import { beforeAmended } from "../git/open/before-amended.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Verdict } from "../model/finding.ts";
import { type Override, overridesOf } from "../model/override.ts";
import { judgeStaged } from "./staged.ts";

/** Whether a commit that is being replaced brings exceptions, or the one that replaces it does, so that it matters what the new message says. */
export async function amendsExceptions(repo: Repository, asked: readonly Override[]): Promise<boolean> {
  const matters = asked.length > 0 || (await exceptionsOfHead(repo)).length > 0;
  return matters && (await beforeAmended(repo)) !== undefined;
}

/** What is said about the amended commit with the exceptions that it keeps; undefined where it loses none. */
export async function withoutExceptions(
  repo: Repository,
  kept: readonly Override[],
  today: string,
): Promise<Verdict | undefined> {
  const before = await beforeAmended(repo);
  if (before === undefined) return undefined;
  const rules = new Set(kept.map(({ rule }) => rule));
  const isLost = (await exceptionsOfHead(repo)).some(({ rule }) => !rules.has(rule));
  return isLost ? judgeStaged(before, { today, overrides: kept, isMergeHook: true }) : undefined;
}

async function exceptionsOfHead({ head, objects }: Repository): Promise<readonly Override[]> {
  if (head.kind === "unborn") return [];
  const { bytes } = await objects.get(head.id);
  return overridesOf(parseCommit(bytes ?? Buffer.alloc(0)).message);
}
