// What the commits of a range moved or deleted, and what is there nevertheless at its end.
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { ChangeSet, CommitChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt } from "../../model/place.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { named } from "./named.ts";

export function needsOfUndone({ subject }: ChangeSet): readonly Need[] {
  const paths = subject.kind === "range" ? [...takenAway(subject.commits).keys()] : [];
  return paths.length === 0 ? [] : [{ kind: "entries", side: "after", paths }];
}

/** `told` holds the paths about which something is said already. */
export function* undone(
  commits: readonly CommitChange[],
  told: ReadonlySet<RepoPath>,
  facts: Facts,
): Iterable<Finding> {
  for (const [path, commit] of takenAway(commits)) {
    if (told.has(path) || facts.entry("after", path) === undefined) continue;
    yield {
      place: fileAt(path),
      message: `${showPath(path)} is there again, although it was deleted in ${named(commit)}`,
      hint: "leave it deleted, or leave out the commit that deletes it",
    };
  }
}

/** By the last commit that did so. A merge repeats what its parents did. */
function takenAway(commits: readonly CommitChange[]): ReadonlyMap<RepoPath, CommitChange> {
  const taken = new Map<RepoPath, CommitChange>();
  for (const commit of commits) {
    if (commit.isMerge) continue;
    for (const file of commit.files) {
      if (file.kind === "deleted") taken.set(file.path, commit);
      else if (file.kind === "renamed") taken.set(file.from, commit);
    }
  }
  return taken;
}
