// Where the names of modules start for a file: in its own package first, then where they start for all.
import type { RepoPath } from "../base/repo-path.ts";
import type { ModuleRoot } from "../lua/facts/module-names.ts";
import type { ModulePackage, Project } from "../model/project.ts";
import { isTest } from "./lua-files.ts";

export type RootsOf = Pick<Project["lua"], "moduleRoots" | "packages" | "aliases">;

const EVERYWHERE = new WeakMap<RootsOf, readonly ModuleRoot[]>();
const INSIDE = new WeakMap<RootsOf, Map<RepoPath, readonly ModuleRoot[]>>();

/**
 * The folders that module names are looked for in, from a file: those of the packages that it lies in, the innermost first; the
 * module roots that it lies in; the other module roots; what stands for a first part; and for a test the top of the repository. A
 * neighbour's package is not among them.
 */
export function rootsFor(path: RepoPath, lua: RootsOf): readonly ModuleRoot[] {
  const roots = rootsAround(path, lua);
  return isTest(path) ? withTop(roots) : roots;
}

/** Who runs tests stands at the top of the repository, where Lua looks in any case: `spec.helpers` is `spec/helpers.lua`. */
function withTop(roots: readonly ModuleRoot[]): readonly ModuleRoot[] {
  if (roots.includes(TOP)) return roots;
  const known = WITH_TOP.get(roots) ?? [...roots, TOP];
  WITH_TOP.set(roots, known);
  return known;
}

const TOP = "" as RepoPath;
const WITH_TOP = new WeakMap<readonly ModuleRoot[], readonly ModuleRoot[]>();

function rootsAround(path: RepoPath, lua: RootsOf): readonly ModuleRoot[] {
  const { packages = [], moduleRoots } = lua;
  if (packages.length === 0 && moduleRoots.length < 2) return rootsEverywhere(lua);
  let known = INSIDE.get(lua);
  if (known === undefined) {
    known = new Map();
    INSIDE.set(lua, known);
  }
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  let roots = known.get(folder);
  if (roots === undefined) {
    const own = packages.flatMap((each) => rootsIn(each, folder)).sort((a, b) => b.depth - a.depth);
    const around = moduleRoots.filter((root) => root !== "" && `${folder}/`.startsWith(`${root}/`));
    roots = [...new Set([...own.map(({ root }) => root), ...around, ...rootsEverywhere(lua)])];
    known.set(folder, roots);
  }
  return roots;
}

/** Those that hold for every file. */
export function rootsEverywhere(lua: RootsOf): readonly ModuleRoot[] {
  let roots = EVERYWHERE.get(lua);
  if (roots === undefined) {
    roots = [...lua.moduleRoots, ...(lua.aliases ?? [])];
    EVERYWHERE.set(lua, roots);
  }
  return roots;
}

/** The roots of the package that a folder lies in, if it is this one: `*` in its path is any one folder. */
function rootsIn(
  { folder: pattern, roots }: ModulePackage,
  folder: RepoPath,
): readonly { readonly root: RepoPath; readonly depth: number }[] {
  const wanted = pattern.split("/");
  const there = folder === "" ? [] : folder.split("/");
  if (there.length < wanted.length) return [];
  if (!wanted.every((word, at) => word === "*" || word === there[at])) return [];
  const own = there.slice(0, wanted.length).join("/");
  return roots.map((root) => ({ root: root === "" ? own : `${own}/${root}`, depth: wanted.length }));
}
