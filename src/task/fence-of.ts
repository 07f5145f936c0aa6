import type { RepoPath } from "../base/repo-path.ts";
import type { Task } from "../model/task.ts";

/**
 * The paths that a task may touch: its allowlist; without one its `live_root` and `feature_root` (playbook, "Defaults"). Undefined if it
 * says nothing about that. `feature_root` is a folder below `live_root` if there is one with that name, else a path of the repository.
 */
export async function fenceOf(
  { constraints: { allowlist }, liveRoot, featureRoot }: Task,
  isThere: (folder: RepoPath) => Promise<boolean>,
): Promise<readonly string[] | undefined> {
  if (allowlist !== undefined) return allowlist;
  const below =
    liveRoot === undefined || featureRoot === undefined ? undefined : under(liveRoot, featureRoot);
  const feature = below !== undefined && (await isThere(below)) ? below : featureRoot;
  const roots = [liveRoot, feature].flatMap((root) => root ?? []);
  return roots.length === 0 ? undefined : roots;
}

function under(folder: string, path: string): RepoPath {
  const trimmed = folder.replace(/\/+$/, "");
  return trimmed === "." ? path : `${trimmed}/${path}`;
}
