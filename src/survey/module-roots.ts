// Where the names of modules start, judged by the requires that find something there: for all files, for those of a package, or below
// a first part that stands for a folder. What a neighbour happens to have is not evidence.
import type { RepoPath } from "../base/repo-path.ts";
import { aliasesOf } from "./aliases.ts";
import { NameIndex, type SurveyedRequire } from "./name-index.ts";
import { joinedPackages } from "./packages.ts";

export interface Answered extends SurveyedRequire {
  readonly root: RepoPath;
}

export interface ModuleRoots {
  /** For all files, best first; "." for the repository. */
  readonly roots: readonly RepoPath[];
  /** By the folder of the package, where its names start in it. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
  readonly aliases: ReadonlyMap<string, RepoPath>;
  readonly answered: readonly Answered[];
}

/** A share this small of what is found is an accident. */
const SHARE = 20;

/** `featureRoot`: features are found by everybody, whoever uses them. */
export function moduleRootsOf(
  paths: readonly RepoPath[],
  requires: readonly SurveyedRequire[],
  featureRoot?: RepoPath,
): ModuleRoots {
  const index = new NameIndex(paths, requires);
  const answers = requires.map((one) => ({ ...one, roots: index.rootsOf(one) }));
  const answerable = answers.filter(({ roots }) => roots.length > 0);
  const aliases = aliasesOf(answers, index);
  // Pieces of a module path that lies elsewhere: what is found here is found by accident.
  const isSure = answerable.some(({ name, roots }) => name.split(".").length > 2 && roots.length === 1);
  if (answerable.length * 10 < answers.length && aliases.size === 0 && !isSure)
    return { roots: [], packages: new Map(), aliases, answered: [] };
  const scopes = scopesOf(answerable);
  const { roots, packages } = shared(scopes, paths, featureRoot);
  const answered = [...scopes.own, ...scopes.foreign].filter(
    ({ root, path }) => roots.includes(root) || [...packages.keys()].some((folder) => isWithin(path, folder)),
  );
  return { roots, packages: joinedPackages(packages, paths), aliases, answered };
}

interface Scopes {
  /** Found in a folder that the requiring file lies in: the innermost. */
  readonly own: readonly Answered[];
  /** Found elsewhere. */
  readonly foreign: readonly Answered[];
}

function scopesOf(
  answerable: readonly (SurveyedRequire & { readonly roots: readonly RepoPath[] })[],
): Scopes {
  const own: Answered[] = [];
  const open: (SurveyedRequire & { readonly roots: readonly RepoPath[] })[] = [];
  for (const one of answerable) {
    const around = one.roots.filter((root) => isWithin(one.path, root));
    const [root] = around.sort((a, b) => depthOf(b) - depthOf(a));
    if (root === undefined) open.push({ ...one, roots: nearest(one) });
    else own.push({ path: one.path, name: one.name, root });
  }
  const foreign: Answered[] = [];
  const enough = Math.max(1, answerable.length / SHARE);
  const ownRoots = new Set(own.map(({ root }) => root));
  // Each time the one that answers most of what is left; among equals one whose own files find theirs there, the shallower, the first.
  for (let left = open; left.length > 0; ) {
    const votes = new Map<RepoPath, number>();
    for (const { roots } of left) for (const root of roots) votes.set(root, (votes.get(root) ?? 0) + 1);
    const [best] = [...votes].sort(
      ([a, ayes], [b, bees]) =>
        bees - ayes ||
        Number(ownRoots.has(b)) - Number(ownRoots.has(a)) ||
        depthOf(a) - depthOf(b) ||
        (a < b ? -1 : 1),
    );
    if (best === undefined || best[1] < enough) break;
    const [root] = best;
    const here = left.filter(({ roots }) => roots.includes(root));
    left = left.filter(({ roots }) => !roots.includes(root));
    // Only if something is found nowhere else: otherwise any neighbour would do.
    if (here.some(({ roots }) => roots.length === 1))
      foreign.push(...here.map(({ path, name }) => ({ path, name, root })));
  }
  return { own, foreign };
}

/** Those with which the requiring file shares the most folders: its own package comes before a neighbour. */
function nearest({
  path,
  roots,
}: SurveyedRequire & { readonly roots: readonly RepoPath[] }): readonly RepoPath[] {
  const shared = (root: RepoPath) => depthOf(commonFolder([folderOf(path), root]));
  const most = Math.max(...roots.map(shared));
  return roots.filter((root) => shared(root) === most);
}

/** Roots that files from all over the tree use; the others are those of the folder within which all their users lie. */
function shared({ own, foreign }: Scopes, paths: readonly RepoPath[], featureRoot: RepoPath | undefined) {
  /** By root, the folder that holds all files that use it. */
  const users = new Map<RepoPath, RepoPath>(own.map(({ root }) => [root, root]));
  for (const { path, root } of foreign)
    users.set(root, commonFolder([users.get(root) ?? root, folderOf(path)]));
  const weight = new Map<RepoPath, number>();
  for (const { root } of [...own, ...foreign]) weight.set(root, (weight.get(root) ?? 0) + 1);
  const all = own.length + foreign.length;
  const byWeight = [...users].sort(
    ([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || depthOf(a) - depthOf(b) || (a < b ? -1 : 1),
  );
  const roots: RepoPath[] = [];
  const packages = new Map<RepoPath, RepoPath[]>();
  for (const [root, folder] of byWeight) {
    // One in which nearly everything is found is the repository's own, whoever uses it.
    const holds = paths.filter((path) => isWithin(path, root)).length;
    const isMain =
      holds * 10 >= paths.length * 9 || ((weight.get(root) ?? 0) * 5 > all * 4 && holds * 2 > paths.length);
    if (folder === "." || root === "." || root === featureRoot || isMain) roots.push(root);
    else {
      const below = root === folder ? "." : root.slice(folder.length + 1);
      packages.set(folder, [...(packages.get(folder) ?? []), below]);
    }
  }
  return { roots, packages };
}

export function commonFolder(folders: readonly RepoPath[]): RepoPath {
  const [first, ...rest] = folders.map((folder) => (folder === "." ? [] : folder.split("/")));
  if (first === undefined) return ".";
  let length = first.length;
  for (const words of rest) {
    while (!first.slice(0, length).every((word, at) => words[at] === word)) length--;
  }
  return first.slice(0, length).join("/") || ".";
}

function isWithin(path: RepoPath, folder: RepoPath): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

function folderOf(path: RepoPath): RepoPath {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}

function depthOf(folder: RepoPath): number {
  return folder === "." ? 0 : folder.split("/").length;
}
