// Which commits of a range the remote's main line already holds as other commits with the same changes.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import type { CommitRange } from "./range.ts";

/**
 * The commits of `range` that were cherry-picked, or rebased and merged, into `main`, where the main line of the
 * remote stands: same patch id, another commit. Empty if nothing is known about it, and for a range that grows from there. What a force-push replaces is not a twin: it disappears. One process; throws `CannotLook`.
 */
export async function patchEquivalents(
  repo: Repository,
  range: CommitRange,
  main: ObjectId | undefined,
): Promise<ReadonlySet<ObjectId>> {
  if (main === undefined || range.commits.length === 0 || main === range.base) return new Set();
  const answer = await repo.git.run([
    "rev-list",
    "--cherry-mark",
    "--right-only",
    "--no-merges",
    `${main}...${range.tip}`,
    "--",
  ]);
  const marked = answer.stdout.toString("latin1").split("\n");
  const equivalents = new Set(marked.flatMap((line) => (line.startsWith("=") ? [line.slice(1)] : [])));
  return new Set(range.commits.filter((id) => equivalents.has(id)));
}
