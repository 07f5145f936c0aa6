// Why files can't be moved to their targets: something is there, two would be, or it is not a valid place.
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { Finding } from "../../model/finding.ts";
import { findingAt } from "../finding-in.ts";
import { isPlacePath } from "../is-place-path.ts";
import type { Tree } from "../tree.ts";
import { foldersOf } from "./place.ts";

export function targetFaults({ entries }: Tree, moved: ReadonlyMap<RepoPath, RepoPath>): readonly Finding[] {
  const stops: Finding[] = [];
  const filled = new Map<RepoPath, RepoPath>();
  const stays = (path: RepoPath) => entries.has(path) && !moved.has(path);
  const folders = new Map<RepoPath, RepoPath>();
  for (const path of entries.keys())
    if (!moved.has(path)) for (const folder of foldersOf(path)) folders.set(folder, path);
  for (const [from, to] of moved) {
    if (!isPlacePath(to)) {
      stops.push(findingAt(from, `it can't be moved to ${showPath(to)}`, "name a place in the repository"));
      continue;
    }
    const twin = filled.get(to);
    filled.set(to, from);
    const blocking = stays(to) ? to : (folders.get(to) ?? foldersOf(to).find(stays));
    if (twin !== undefined)
      stops.push(
        findingAt(
          to,
          `${showPath(from)} and ${showPath(twin)} would both come here`,
          "rename one of them first",
        ),
      );
    else if (blocking !== undefined)
      stops.push(
        findingAt(
          to,
          `${showPath(from)} is to be moved here, and ${showPath(blocking)} is there`,
          "move or delete that one first",
        ),
      );
  }
  return stops;
}
