// Working trees of our own next to the user's, for work that is not theirs: in a scratch folder, at a commit and on no branch.
import { basename, dirname, join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { namesIn, removeIfEmpty, takeAway } from "../../system/folders.ts";
import { isAlive, type Owner, thisProcess } from "../../system/owner.ts";
import { makeScratch, removeScratch, scratchOwner } from "../../system/scratch.ts";
import { readIfThere } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";

/** Calls `work` with a working tree that holds a commit, and leaves nothing behind. No hook runs; filters do, as in any other one. */
export async function withWorktree<T>(
  repo: Repository,
  commit: ObjectId,
  name: string,
  work: (top: string) => Promise<T>,
): Promise<T> {
  const scratch = makeScratch("worktree");
  // Git names what it keeps of it after the folder.
  const top = join(scratch, `arkitekt-${thisProcess().pid}-${scratch.slice(-6)}-${name}`);
  try {
    // The whole tree, even if the user's own working tree holds only a part.
    const settings = ["-c", "core.hooksPath=/dev/null", "-c", "core.sparseCheckout=false"];
    await repo.git.run([...settings, "worktree", "add", "--quiet", "--detach", top, commit]);
    return await work(top);
  } finally {
    forget(repo, top);
    removeScratch(scratch);
  }
}

/** Removes the working trees that killed processes of ours have left. */
export function sweepWorktrees(repo: Repository): void {
  for (const id of namesIn(join(repo.commonDir, "worktrees"))) {
    const top = topOf(repo, id);
    const owner = top === undefined ? makerOf(id) : scratchOwner(basename(dirname(top)));
    if (owner === undefined || isAlive(owner)) continue;
    forget(repo, top ?? id);
    if (top !== undefined) removeScratch(dirname(top));
  }
}

/** What Git keeps about it, however little of it was made when its maker was killed. */
function forget(repo: Repository, top: string): void {
  const folder = join(repo.commonDir, "worktrees");
  for (const id of namesIn(folder)) {
    const isIt = topOf(repo, id) === top || (topOf(repo, id) === undefined && id.startsWith(basename(top)));
    if (isIt) takeAway(join(folder, id));
  }
  removeIfEmpty(folder);
}

/** The maker of one that was only begun. */
function makerOf(id: string): Owner | undefined {
  const pid = /^arkitekt-(\d+)-\w{6}-/.exec(id)?.[1];
  return pid === undefined ? undefined : { ...thisProcess(), pid: Number(pid), started: "" };
}

function topOf({ commonDir }: Repository, id: string): string | undefined {
  const file = readIfThere(join(commonDir, "worktrees", id, "gitdir"))?.trim();
  return file === undefined || file === "" ? undefined : dirname(file);
}
