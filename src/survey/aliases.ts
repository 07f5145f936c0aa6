import type { RepoPath } from "../base/repo-path.ts";
import type { NameIndex, Require } from "./name-index.ts";

/**
 * First parts of names that are no folder here, and below which most names are a path of the tree: the folder above the clone is
 * on the path, and `my-widgets.volume.utils` is `volume/utils.lua`.
 */
export function aliasesOf(
  requires: readonly (Require & { readonly roots: readonly RepoPath[] })[],
  index: NameIndex,
): ReadonlyMap<string, RepoPath> {
  const families = new Map<string, Set<string>>();
  const own = new Set<string>();
  for (const { name, roots } of requires) {
    const parts = name.split(".");
    const [first = ""] = parts;
    if (roots.length > 0) own.add(first);
    if (parts.length > 1) families.set(first, (families.get(first) ?? new Set()).add(name));
  }
  const found = new Map<string, RepoPath>();
  for (const [first, names] of families) {
    if (own.has(first)) continue;
    const folder = folderOf([...names], first, index);
    if (folder !== undefined) found.set(first, folder);
  }
  return found;
}

function folderOf(names: readonly string[], first: string, index: NameIndex): RepoPath | undefined {
  const votes = new Map<RepoPath, string[]>();
  for (const name of names) {
    const rest = name.slice(first.length + 1);
    for (const folder of index.find(rest)) votes.set(folder, [...(votes.get(folder) ?? []), rest]);
  }
  const [best] = [...votes].sort(
    ([a, x], [b, y]) => y.length - x.length || a.length - b.length || (a < b ? -1 : 1),
  );
  if (best === undefined) return undefined;
  const [folder, rests] = best;
  // `socket.http` is not our `http.lua`: a single word says little.
  const isSure =
    rests.some((rest) => rest.includes(".")) || (rests.length > 2 && rests.length === names.length);
  return isSure && rests.length * 2 > names.length ? folder : undefined;
}
