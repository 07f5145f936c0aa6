// Which parents of a merge are truly its parents. A commit object may name one twice, or an ancestor of another one:
// "what differs from every parent" would then depend on what somebody chose to name.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";

/** The parents of commits that come parents before children; undefined for a commit that is not among them. */
export interface Parentage {
  parentsOf(commit: ObjectId): readonly ObjectId[] | undefined;
  /** The place of a commit in that order. */
  orderOf(commit: ObjectId): number;
}

/** `parents` without those that lead to another of them. Git is asked only about what lies outside `among`. */
export async function independentParents(
  repo: Repository,
  parents: readonly ObjectId[],
  among: Parentage,
): Promise<readonly ObjectId[]> {
  const distinct = [...new Set(parents)];
  if (distinct.length < 2) return distinct;
  const leads = await Promise.all(
    distinct.map(async (parent) => {
      const others = distinct.filter((other) => other !== parent);
      for (const other of others) if (await isAncestor(repo, parent, other, among)) return true;
      return false;
    }),
  );
  return distinct.filter((_, index) => !leads[index]);
}

async function isAncestor(
  repo: Repository,
  older: ObjectId,
  newer: ObjectId,
  among: Parentage,
): Promise<boolean> {
  const isListed = among.parentsOf(older) !== undefined;
  if (among.parentsOf(newer) === undefined) return !isListed && askGit(repo, older, [newer]);
  const edge = edgeBelow(newer, isListed ? among.orderOf(older) : -1, among);
  if (edge.has(older)) return true;
  // Whatever leads from a listed commit to a listed one is listed too.
  return !isListed && askGit(repo, older, [...edge]);
}

/** Where the ancestors of a listed commit leave the list; those that are listed before `least` are such an edge too. */
function edgeBelow(from: ObjectId, least: number, among: Parentage): ReadonlySet<ObjectId> {
  const edge = new Set<ObjectId>();
  const seen = new Set<ObjectId>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const parent of among.parentsOf(id) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      if (among.parentsOf(parent) === undefined || among.orderOf(parent) <= least) edge.add(parent);
      else waiting.push(parent);
    }
  }
  return edge;
}

async function askGit(repo: Repository, older: ObjectId, newer: readonly ObjectId[]): Promise<boolean> {
  for (const other of newer) {
    const answer = await repo.git.run(["merge-base", "--is-ancestor", older, other], { okCodes: [0, 1] });
    if (answer.code === 0) return true;
  }
  return false;
}
