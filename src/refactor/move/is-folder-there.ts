import type { RepoPath } from "../../base/repo-path.ts";
import type { Tree } from "../tree.ts";

/** Whether anything lies below a folder; what lies below `besides`, a folder in it, does not count. */
export function isFolderThere({ entries }: Tree, folder: RepoPath, besides = ""): boolean {
  const isInside = besides !== "" && besides.startsWith(`${folder}/`);
  for (const path of entries.keys())
    if (path.startsWith(`${folder}/`) && !(isInside && path.startsWith(`${besides}/`))) return true;
  return false;
}
