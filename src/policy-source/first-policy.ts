// Which commits are older than the first policy, if the place they go to has never had one.
import type { NewCommits } from "../git/history/new-commits.ts";
import type { ObjectId } from "../model/change.ts";
import type { Policies } from "./policies.ts";

/** Everything that leads to a commit which brings a policy and follows no other that has one. */
export async function beforeFirstPolicy(
  fresh: NewCommits,
  policies: Policies,
): Promise<ReadonlySet<ObjectId>> {
  const holds = new Map<ObjectId, boolean>();
  const older = new Set<ObjectId>();
  for (const id of fresh.all) {
    const parents = fresh.parentsOf(id) ?? [];
    let isHeld = false;
    for (const parent of parents)
      isHeld ||= holds.get(parent) ?? (!fresh.has(parent) && (await policies.at(parent)) !== undefined);
    const isFirst = !isHeld && (await policies.isBroughtBy(id));
    holds.set(id, isHeld || isFirst);
    if (isFirst) for (const parent of parents) for (const each of fresh.leadingTo(parent)) older.add(each);
  }
  return older;
}
