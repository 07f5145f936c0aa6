// What a remote is known to have when something is pushed to it: docs/architecture.md, "What the remote has".
import type { ObjectId } from "../../model/change.ts";
import type { RefUpdate } from "../history/push-lines.ts";
import type { Repository } from "../open/repository.ts";
import { type PushTarget, seenBranches } from "./seen-branches.ts";

export interface Known {
  /** All that leads to one of these is there. Some of them may be missing here. */
  readonly ids: readonly ObjectId[];
  /** Where its main line stands. */
  readonly mainLine: ObjectId | undefined;
}

/** Where a remote's main line is looked for if the remote was not seen to name it. */
export const MAIN_LINES = ["main", "master", "trunk"];

/**
 * `olds` are the commits that the refs of `updates` hold there by the remote's own word, as far as they are known here. That word
 * counts for more than whatever was seen before: what was seen of a branch that the remote no longer has is worth nothing.
 */
export async function knownToRemote(
  repo: Repository,
  target: PushTarget,
  updates: readonly RefUpdate[],
  olds: readonly (ObjectId | undefined)[],
): Promise<Known> {
  const seen = await seenBranches(repo, target);
  const branches = new Map(seen.branches);
  updates.forEach(({ remoteRef, oldId }, index) => {
    const old = olds[index];
    if (old !== undefined) branches.set(remoteRef, old);
    else if (oldId === undefined) branches.delete(remoteRef);
  });
  const mains = [seen.main, ...MAIN_LINES.map((name) => `refs/heads/${name}`)];
  const main = mains.find((branch) => branch !== undefined && branches.has(branch));
  return {
    ids: [...new Set(branches.values())],
    mainLine: main === undefined ? undefined : branches.get(main),
  };
}
