// What a run whose process was killed leaves: its agent, its working trees, and what Git was about to write for it.
import { join } from "node:path";
import type { Repository } from "../../git/open/repository.ts";
import { sweepWorktrees } from "../../git/write/worktree.ts";
import type { KeptJournal } from "../../model/task/pipeline-run.ts";
import { changedAt, isThere, takeAway } from "../../system/folders.ts";
import { endGroup } from "../../system/group/end-group.ts";

/** To be called by whoever owns the pipeline: then whatever is still there of it belongs to nobody. */
export async function clearDead(
  repo: Repository,
  agent: KeptJournal["agent"],
  branches: readonly { readonly branch: string }[],
): Promise<void> {
  if (agent !== undefined) endGroup(agent);
  sweepWorktrees(repo);
  for (const { branch } of branches) {
    const lock = join(repo.commonDir, "refs/heads", `${branch}.lock`);
    if (isThere(lock)) await takeLockAway(lock);
  }
}

/** In milliseconds: Git holds the lock of a branch for far less. */
const PAUSE = 50;
const PAUSES = 40;

/** The Git that made it may outlive the run that started it, by moments. */
async function takeLockAway(lock: string): Promise<void> {
  const made = changedAt(lock);
  for (let paused = 0; paused < PAUSES && changedAt(lock) === made; paused++)
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (changedAt(lock) === made) takeAway(lock);
}
