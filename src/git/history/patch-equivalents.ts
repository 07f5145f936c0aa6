// Which commits of a range the remote's main line already holds as other commits with the same changes.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import type { CommitRange } from "./range.ts";

/** Where a remote's main line is looked for, its own answer first. */
const MAIN_LINES = ["HEAD", "main", "master", "trunk"];

/**
 * The commits of `range` that were cherry-picked, or rebased and merged, into the main line of `remote` as it was last
 * fetched: same patch id, another commit. Empty when nothing is known of the remote, and for a range that goes to the main
 * line itself. What a force-push replaces is no twin: it goes away. One process; throws `CannotLook`.
 */
export async function upstreamTwins(
  repo: Repository,
  range: CommitRange,
  remote: string | undefined,
): Promise<ReadonlySet<ObjectId>> {
  const main = remote === undefined ? undefined : await mainLine(repo, remote);
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
  const twins = new Set(marked.flatMap((line) => (line.startsWith("=") ? [line.slice(1)] : [])));
  return new Set(range.commits.filter((id) => twins.has(id)));
}

async function mainLine(repo: Repository, remote: string): Promise<ObjectId | undefined> {
  // A URL names no remote, and what reads as an expression must not become one.
  if (!/^[\w][\w./-]*$/.test(remote)) return undefined;
  for (const name of MAIN_LINES) {
    const found = await repo.objects.find(`refs/remotes/${remote}/${name}^{commit}`);
    if (found?.type === "commit") return found.id;
  }
  return undefined;
}
