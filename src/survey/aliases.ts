import type { RepoPath } from "../base/repo-path.ts";
import type { NameIndex, SurveyedRequire } from "./name-index.ts";

/**
 * First parts of names that are not a folder here, and below which most names are a path of the tree: the folder above the clone is
 * on the path, and `my-widgets.volume.utils` is `volume/utils.lua`. If a first part is shared with others, two parts are looked at:
 * `plugins.lsp.util` is `util.lua` of a clone that its editor finds as `plugins/lsp`.
 */
export function aliasesOf(
  requires: readonly (SurveyedRequire & { readonly roots: readonly RepoPath[] })[],
  index: NameIndex,
): ReadonlyMap<string, RepoPath> {
  const families = new Map<string, Set<string>>();
  const own = new Set<string>();
  for (const { name, roots } of requires) {
    const parts = name.split(".");
    const [first = ""] = parts;
    if (roots.length > 0) own.add(first);
    for (const length of [1, 2].filter((each) => each < parts.length)) {
      const start = parts.slice(0, length).join(".");
      families.set(start, (families.get(start) ?? new Set()).add(name));
    }
  }
  const found = new Map<string, RepoPath>();
  for (const [start, names] of [...families].sort(([a], [b]) => partsOf(a) - partsOf(b))) {
    const [first = ""] = start.split(".");
    if (own.has(first) || found.has(first)) continue;
    const folder = folderOf([...names], start, index);
    if (folder !== undefined) found.set(start, folder);
  }
  return found;
}

function partsOf(name: string): number {
  return name.split(".").length;
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
