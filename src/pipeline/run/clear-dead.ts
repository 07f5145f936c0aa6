// What a run leaves whose process was killed: its agent, its working trees, and what Git was about to write for it.
import { join } from "node:path";
import { sweepWorktrees } from "../../git/write/worktree.ts";
import { changedAt, isThere, takeAway } from "../../system/folders.ts";
import { endGroup } from "../../system/group/end-group.ts";
import { branchOf, type PipelineHere } from "./pipeline-here.ts";

/** To be called by who owns the pipeline: then whatever of it is still there is nobody's. */
export async function clearDead(pipeline: PipelineHere): Promise<void> {
  const { repo, file, manifest } = pipeline;
  const agent = file.read()?.agent;
  if (agent !== undefined) endGroup(agent);
  sweepWorktrees(repo);
  for (const phase of manifest.phases) {
    const lock = join(repo.commonDir, "refs/heads", `${branchOf(pipeline, phase)}.lock`);
    if (isThere(lock)) await takeLockAway(lock);
  }
}

/** In milliseconds: Git holds the lock of a branch for far less than all of it. */
const PAUSE = 50;
const PAUSES = 40;

/** The Git that made it may outlive the run that started it, by moments. */
async function takeLockAway(lock: string): Promise<void> {
  const made = changedAt(lock);
  for (let paused = 0; paused < PAUSES && changedAt(lock) === made; paused++)
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (changedAt(lock) === made) takeAway(lock);
}
