import type { RepoPath } from "../base/repo-path.ts";

/** Whether a file of a repository may lie there: what leaves it, or leads into a Git folder, is not such a path. */
export function isPlacePath(path: RepoPath): boolean {
  return path.split("/").every((segment) => segment !== "" && !/^(?:\.{1,2}|\.git|git~1)$/i.test(segment));
}
