import type { Repository } from "../../git/open/repository.ts";
import { withQuarantine } from "../../git/write/quarantine.ts";
import { type Baseline, lesserOf } from "../../model/baseline/baseline.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { lookAtTree, type TreeLook, type TreeOptions } from "../tree.ts";
import { addWorkingTree, fillFromIndex } from "../working.ts";
import { withAccepted } from "./accepted-findings.ts";
import { foundIn } from "./tree-baseline.ts";

export interface BaselineLook {
  /** What the tree holds; undefined where it holds none. */
  readonly baseline: Baseline | undefined;
  /** What is found there now. */
  readonly found: Baseline;
  /** What the baseline shrinks to; where there is none, all that is found. */
  readonly shrunk: Baseline;
}

/** Compares a baseline with what is found in a tree, or in the working tree as a commit of it all would hold it. */
export async function lookForBaseline(
  repo: Repository,
  tree: string | undefined,
  options: TreeOptions,
): Promise<BaselineLook> {
  const compare = async (look: TreeLook) =>
    compared({ ...look, verdict: await withAccepted(repo, tree, look.verdict, look.terms) });
  if (tree !== undefined) return await compare(await lookAtTree(repo, tree, options));
  const { top } = repo;
  if (top === undefined) {
    const next = "name a commit: arkitekt baseline --tree HEAD";
    throw new CannotLook(failure("no-working-tree", "there is no working tree here", next));
  }
  return await withQuarantine(repo, async (room) => {
    fillFromIndex(repo, room);
    await addWorkingTree(room, top);
    return await compare(await lookAtTree(room.repo, await room.writeTree(), options));
  });
}

function compared({ verdict, terms, baseline }: TreeLook): BaselineLook {
  const found = foundIn(verdict, terms);
  return { baseline, found, shrunk: baseline === undefined ? found : lesserOf(baseline, found) };
}
