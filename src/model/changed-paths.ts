import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "./change.ts";

/** The paths that a change writes or deletes; for a rename both ends, for a copy only the new one. */
export function changedPaths(file: FileChange): readonly RepoPath[] {
  return file.kind === "renamed" ? [file.from, file.path] : [file.path];
}
