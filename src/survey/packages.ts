import type { RepoPath } from "../base/repo-path.ts";

/** This many packages side by side are the arrangement here: the next one is such a package too. */
const FEW = 2;

/** Packages that lie side by side and are built alike become one pattern, if they are most of what lies there. */
export function joinedPackages(
  packages: ReadonlyMap<RepoPath, readonly RepoPath[]>,
  paths: readonly RepoPath[],
): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>();
  const alike = new Map<string, RepoPath[]>();
  for (const [folder, roots] of packages) {
    const key = JSON.stringify([parentOf(folder), [...roots].sort()]);
    alike.set(key, [...(alike.get(key) ?? []), folder]);
  }
  for (const folders of alike.values()) {
    const [first = ""] = folders;
    const parent = parentOf(first);
    const roots = [...(packages.get(first) ?? [])].sort();
    const siblings = foldersIn(parent, paths);
    if (folders.length >= FEW && folders.length * 2 > siblings.size) {
      joined.set(parent === "." ? "*" : `${parent}/*`, roots);
      continue;
    }
    for (const folder of folders) joined.set(folder, roots);
  }
  return joined;
}

/** The folders right below a folder that hold Lua somewhere. */
function foldersIn(parent: RepoPath, paths: readonly RepoPath[]): ReadonlySet<string> {
  const start = parent === "." ? "" : `${parent}/`;
  return new Set(
    paths.flatMap((path) => {
      const rest = path.startsWith(start) ? path.slice(start.length) : "";
      return rest.includes("/") ? [rest.slice(0, rest.indexOf("/"))] : [];
    }),
  );
}

function parentOf(folder: RepoPath): RepoPath {
  return folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : ".";
}
