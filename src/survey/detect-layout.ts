// What a tree of Lua says about itself: where its module names start, what its library is called, how it is divided into
// features. Pure: paths and texts in, a layout out.
import type { RepoPath } from "../base/repo-path.ts";
import { isTest } from "../modules/lua-files.ts";
import { type Answered, commonFolder, moduleRootsOf } from "./module-roots.ts";
import type { SurveyedRequire } from "./name-index.ts";
import { folderOf, isGeneric, type LuaText } from "./tree.ts";

export interface Layout {
  /** The folder that holds all Lua, "." for the repository. */
  readonly root: string;
  /** Best first; "." for the repository. */
  readonly moduleRoots: readonly string[];
  /** Folders that hold a package each, with the folders in them where its names start. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** First parts of names that stand for a folder. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The first word of most module names that are found below a module root and are required from elsewhere. */
  readonly namespace: string | undefined;
  /** The folder that holds the features. */
  readonly featureRoot: string | undefined;
  /** What lies right below a feature and is required by its own code. */
  readonly layers: readonly string[];
  readonly counts: {
    readonly files: number;
    /** Different (file, module name) pairs, and those that a module root answers. */
    readonly requires: number;
    readonly resolved: number;
  };
}

const LAYERS = ["core", "app", "engine", "storage", "views", "widgets", "components"];

export function readLayout(files: readonly LuaText[]): Layout {
  const requires = files.flatMap(({ path, text }) => requiredNames(text).map((name) => ({ path, name })));
  const paths = files.map(({ path }) => path);
  const featureRoot = findFeatureRoot(paths) ?? rootOfLikeFolders(paths, requires);
  const { roots, packages, aliases, answered } = moduleRootsOf(paths, requires, featureRoot);
  const folders = paths.map(folderOf);
  const top = commonFolder([...folders, ...roots]);
  return {
    root: spellable(top),
    moduleRoots: [...new Set((roots.length > 0 ? roots : [usualRoot(paths) ?? top]).map(spellable))],
    packages: Object.fromEntries(
      [...packages].filter(([folder, own]) => isPattern(folder) && own.every(isFolderName)).sort(byName),
    ),
    aliases: Object.fromEntries([...aliases].filter(([, folder]) => isFolderName(folder)).sort(byName)),
    namespace: commonNamespace(
      answered.filter(({ name }) => !isFeature(name, featureRoot, paths)),
      roots,
    ),
    featureRoot: featureRoot === undefined ? undefined : spellable(featureRoot),
    layers: featureRoot === undefined ? [] : layersOf(featureRoot, paths, requires),
    counts: { files: files.length, requires: requires.length, resolved: answered.length },
  };
}

/** Where names start by convention, as long as no require shows it: the folder `lua` of an editor's plugin. */
function usualRoot(paths: readonly RepoPath[]): RepoPath | undefined {
  return paths.some((path) => path.startsWith("lua/")) ? "lua" : undefined;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Whether a policy can name it. `*` alone is any one folder. */
function isPattern(folder: string): boolean {
  return folder.split("/").every((word) => word === "*" || isFolderName(word));
}

function isFolderName(folder: string): boolean {
  return !/[*?\\]/.test(folder);
}

/** The nearest folder that a policy can name: `*`, `?` and `\\` mean something else there. */
function spellable(folder: string): string {
  const words = folder.split("/");
  const odd = words.findIndex((word) => /[*?\\]/.test(word));
  return odd === -1 ? folder : words.slice(0, odd).join("/") || ".";
}

/** Comments show how a module should be required, but require nothing. */
const COMMENTS = /--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*/g;

function requiredNames(text: string): readonly string[] {
  const code = text.replaceAll(COMMENTS, " ");
  const names = [...code.matchAll(/\brequire\s*\(?\s*(["'])([\w./-]+)\1/g)].map((match) => match[2] ?? "");
  return [...new Set(names.map((name) => name.replaceAll("/", ".")).filter((name) => /^\w/.test(name)))];
}

function depth(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}

/** A folder of modules whose name begins nearly all of what resolves; not one of several libraries. */
function commonNamespace(resolved: readonly Answered[], roots: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  const folders = new Set<string>();
  const best = roots[0];
  for (const { name, root } of resolved) {
    const [word = "", ...more] = name.split(".");
    if (best !== undefined && root === best) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (more.length > 0) folders.add(word);
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined || !folders.has(first[0]) || isGeneric(first[0])) return undefined;
  return first[1] * 5 > resolved.length * 4 ? first[0] : undefined;
}

function isFeature(name: string, root: string | undefined, paths: readonly RepoPath[]): boolean {
  if (root === undefined) return false;
  const folder = `${root === "." ? "" : `${root}/`}${name.split(".")[0]}/`;
  return paths.some((path) => path.startsWith(folder));
}

/** From the tree: the folders of features, and what a feature's own files require of it. */
function layersOf(
  root: string,
  paths: readonly RepoPath[],
  requires: readonly SurveyedRequire[],
): readonly string[] {
  const start = root === "." ? "" : `${root}/`;
  const inside = (path: RepoPath) => (path.startsWith(start) ? path.slice(start.length).split("/") : []);
  const layers = new Set<string>();
  for (const path of paths) {
    const [, layer, ...rest] = inside(path);
    if (layer !== undefined && rest.length > 0) layers.add(layer);
  }
  for (const { path, name } of requires) {
    const [feature = ""] = inside(path);
    const words = name.split(".");
    const at = words.indexOf(feature);
    const layer = at < 0 ? undefined : words[at + 1];
    if (layer !== undefined) layers.add(layer);
  }
  return [...layers].filter((layer) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(layer)).sort();
}

/** The folder with the most subfolders that are divided into at least two of the known layers. */
function findFeatureRoot(paths: readonly RepoPath[]): string | undefined {
  const layersOf = new Map<string, Set<string>>();
  for (const path of paths) {
    const words = path.split("/");
    for (let at = 1; at < words.length - 1; at++) {
      const layer = words[at] ?? "";
      if (!LAYERS.includes(layer)) continue;
      const feature = words.slice(0, at).join("/");
      layersOf.set(feature, (layersOf.get(feature) ?? new Set()).add(layer));
    }
  }
  const roots = new Map<string, number>();
  for (const [feature, layers] of layersOf) {
    const root = feature.includes("/") ? feature.slice(0, feature.lastIndexOf("/")) : ".";
    if (layers.size >= 2) roots.set(root, (roots.get(root) ?? 0) + 1);
  }
  return [...roots].sort(([a, x], [b, y]) => y - x || depth(a) - depth(b) || (a < b ? -1 : 1))[0]?.[0];
}

/**
 * The folder with the most subfolders that are divided alike, whatever their parts are called, where files of them require those parts:
 * `map.core.tiles` in `map/ui/view.lua`. A folder that has the same layout because it tests the rest is not a feature.
 */
function rootOfLikeFolders(
  paths: readonly RepoPath[],
  requires: readonly SurveyedRequire[],
): string | undefined {
  const parts = partsByFolder(paths);
  const roots = new Map<string, number>();
  for (const [root, features] of parts) {
    const shared = [...features].filter(
      ([, own]) =>
        [...own].filter((part) => [...features.values()].filter((other) => other.has(part)).length > 1)
          .length > 1,
    );
    const used = shared.filter(([feature, own]) =>
      requires.some(({ path, name }) => isUnder(path, root, feature) && namesPart(name, feature, own)),
    );
    if (used.length > 1 && keepApart(root, new Map(used), requires)) roots.set(root, used.length);
  }
  return [...roots].sort(([a, x], [b, y]) => y - x || depth(a) - depth(b) || (a < b ? -1 : 1))[0]?.[0];
}

/** Whether nearly nothing in them requires a part of another. */
function keepApart(
  root: string,
  features: ReadonlyMap<string, ReadonlySet<string>>,
  requires: readonly SurveyedRequire[],
): boolean {
  const between = [...features].map(([feature, parts]) => {
    const named = requires.filter(({ name }) => namesPart(name, feature, parts));
    const own = named.filter(({ path }) => isUnder(path, root, feature)).length;
    const others = named.filter(({ path }) => [...features.keys()].some((each) => isUnder(path, root, each)));
    return { own, foreign: others.length - own };
  });
  const sum = (key: "own" | "foreign") => between.reduce((total, each) => total + each[key], 0);
  return sum("foreign") * 10 <= sum("own");
}

/** For each folder, its subfolders with the names of theirs. */
function partsByFolder(
  paths: readonly RepoPath[],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const path of paths) {
    const words = path.split("/");
    for (let at = 2; at < words.length; at++) {
      const [feature = "", part = ""] = words.slice(at - 2, at);
      const root = words.slice(0, at - 2).join("/") || ".";
      if (isTest(`${feature}/`) || isTest(`${root}/`)) continue;
      const features = found.get(root) ?? new Map<string, Set<string>>();
      found.set(root, features.set(feature, (features.get(feature) ?? new Set()).add(part)));
    }
  }
  return found;
}

function isUnder(path: RepoPath, root: string, feature: string): boolean {
  return path.startsWith(root === "." ? `${feature}/` : `${root}/${feature}/`);
}

function namesPart(name: string, feature: string, parts: ReadonlySet<string>): boolean {
  const words = name.split(".");
  const at = words.indexOf(feature);
  return at >= 0 && parts.has(words[at + 1] ?? "") && words.length > at + 2;
}
