import { decodePath, type RepoPath } from "../base/repo-path.ts";
import type { Trees } from "../git/objects/trees.ts";
import type { ObjectId } from "../model/change.ts";

/** Whether a folder of a tree holds only what is removed: then it makes room for a file of its name. */
export async function isEmptied(
  trees: Trees,
  tree: ObjectId,
  folder: RepoPath,
  gone: ReadonlySet<RepoPath>,
): Promise<boolean> {
  const names = await trees.names(tree, folder);
  if (names.length > gone.size) return false;
  for (const name of names) {
    const path = `${folder}/${decodePath(Buffer.from(name, "latin1"))}`;
    if (gone.has(path)) continue;
    const node = await trees.node(tree, path);
    if (node?.mode !== "40000" || !(await isEmptied(trees, tree, path, gone))) return false;
  }
  return true;
}
