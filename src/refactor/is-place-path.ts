import type { RepoPath } from "../base/repo-path.ts";

/** Whether a file of a repository may lie there: a path that leaves it, or leads into a Git folder, is not allowed. */
export function isPlacePath(path: RepoPath): boolean {
  return path.split("/").every((segment) => segment !== "" && !/^(?:\.{1,2}|\.git|git~1)$/i.test(segment));
}
