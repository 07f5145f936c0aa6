import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Entry } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { entryOf } from "./entry.ts";
import { holdsNone, ID_LENGTHS } from "./index-links.ts";
import { readIndex } from "./read-index.ts";

export interface IndexList {
  /** What is staged, in Git's order. */
  readonly entries: ReadonlyMap<RepoPath, Entry>;
  /** What a merge left undecided: the index holds several versions of it and no result. */
  readonly unmerged: ReadonlySet<RepoPath>;
}

/** Every path of the index that `GIT_INDEX_FILE` names, or those of `paths` that it holds. */
export async function listIndex(repo: Repository, paths?: readonly string[]): Promise<IndexList> {
  const entries = new Map<RepoPath, Entry>();
  const unmerged = new Set<RepoPath>();
  const index = paths && readIndex(repo);
  if (index !== undefined && holdsNone(index, ID_LENGTHS[repo.objectFormat], paths ?? []))
    return { entries, unmerged };
  const { stdout } = await repo.detached.run([
    "ls-files",
    "--stage",
    "-z",
    "--full-name",
    ...(paths === undefined ? [] : ["--", ...paths]),
  ]);
  for (let at = 0; at < stdout.length; ) {
    const tab = stdout.indexOf(9, at);
    const end = stdout.indexOf(0, tab);
    const [mode = "", id = "", stage = ""] = stdout.toString("latin1", at, tab).split(" ");
    const path = decodePath(stdout.subarray(tab + 1, end));
    const entry = entryOf(mode, id);
    if (stage !== "0") unmerged.add(path);
    else if (entry !== undefined) entries.set(path, entry);
    at = end + 1;
  }
  return { entries, unmerged };
}
