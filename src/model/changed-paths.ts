import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "./change.ts";

/** The paths that a change writes or takes away; of a rename both ends, of a copy only the new one. */
export function changedPaths(file: FileChange): readonly RepoPath[] {
  return file.kind === "renamed" ? [file.from, file.path] : [file.path];
}
