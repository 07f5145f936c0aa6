// Which of the commits that go somewhere have grown from what is there, and which join from outside.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import type { NewCommits } from "./new-commits.ts";
import { mergeBase } from "./range.ts";

export interface Lineage {
  readonly tip: ObjectId;
  /** What the place held before; its main line where the place is new; undefined where nothing is known about it. */
  readonly before: ObjectId | undefined;
  /** Whether the commit leads to the tip. */
  has(commit: ObjectId): boolean;
  /** Whether it goes back to what the place held. */
  isOwn(commit: ObjectId): boolean;
  /** Whether it does not, but a merge joins it to what does. */
  isJoined(commit: ObjectId): boolean;
}

/** `held` is what the place itself held, `mainLine` where the main line of the remote stands. */
export async function readLineage(
  repo: Repository,
  fresh: NewCommits,
  tip: ObjectId,
  { held, mainLine }: { readonly held: ObjectId | undefined; readonly mainLine?: ObjectId | undefined },
): Promise<Lineage> {
  const leading = new Set(fresh.leadingTo(tip));
  const own = await ownAmong(repo, fresh, leading, tip, held);
  // A place that holds nothing yet takes what begins with the branch itself; one that holds something does not.
  if (own.size === 0 && held === undefined) grow(own, fresh, leading, new Set([fresh.rootOf(tip)]));
  return {
    tip,
    before: held ?? mainLine,
    has: (commit) => leading.has(commit),
    isOwn: (commit) => own.has(commit),
    isJoined: (commit) => own.size > 0 && leading.has(commit) && !own.has(commit),
  };
}

async function ownAmong(
  repo: Repository,
  fresh: NewCommits,
  leading: ReadonlySet<ObjectId>,
  tip: ObjectId,
  held: ObjectId | undefined,
): Promise<Set<ObjectId>> {
  const own = new Set<ObjectId>();
  const related = new Set<ObjectId>();
  for (const edge of fresh.edgeOf(tip)) {
    const isRelated =
      held === undefined || edge === held || (await mergeBase(repo, held, edge)) !== undefined;
    if (isRelated) related.add(edge);
  }
  grow(own, fresh, leading, related);
  return own;
}

/** Adds what descends from one of `from`, including those themselves. */
function grow(
  own: Set<ObjectId>,
  fresh: NewCommits,
  leading: ReadonlySet<ObjectId>,
  from: ReadonlySet<ObjectId>,
): void {
  for (const id of leading) {
    const parents = fresh.parentsOf(id) ?? [];
    if (from.has(id) || parents.some((parent) => from.has(parent) || own.has(parent))) own.add(id);
  }
}
