// What a tree of Lua says about itself: where its module names start, what its library is called, how it is cut into
// features. Pure: paths and texts in, a layout out.
import type { RepoPath } from "../base/repo-path.ts";

export interface LuaText {
  readonly path: RepoPath;
  /** The source; "" for a file that was not read. */
  readonly text: string;
}

export interface Layout {
  /** The folder that holds all Lua, "." for the repository. */
  readonly root: string;
  /** Best first; "." for the repository. */
  readonly moduleRoots: readonly string[];
  /** The first word of most module names that are found below a module root and are required from elsewhere. */
  readonly namespace: string | undefined;
  /** The folder that holds the features. */
  readonly featureRoot: string | undefined;
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
  const answers = rootsThatAnswer(files, requires);
  const roots = chooseRoots(answers);
  const resolved = answers.filter(({ roots: own }) => own.some((root) => roots.includes(root)));
  const featureRoot = findFeatureRoot(files.map(({ path }) => path));
  const folders = files.map(({ path }) => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "."));
  const top = commonFolder([...folders, ...roots]);
  return {
    root: spellable(top),
    moduleRoots: [...new Set((roots.length > 0 ? roots : [top]).map(spellable))],
    namespace: commonNamespace(resolved, roots),
    featureRoot: featureRoot === undefined ? undefined : spellable(featureRoot),
    counts: { files: files.length, requires: requires.length, resolved: resolved.length },
  };
}

/** The nearest folder that a policy can name: `*`, `?` and `\\` mean something else there. */
function spellable(folder: string): string {
  const words = folder.split("/");
  const odd = words.findIndex((word) => /[*?\\]/.test(word));
  return odd === -1 ? folder : words.slice(0, odd).join("/") || ".";
}

interface Require {
  readonly path: RepoPath;
  readonly name: string;
}

interface AnsweredRequire extends Require {
  /** Every folder below which the name finds a file. */
  readonly roots: readonly string[];
}

function requiredNames(text: string): readonly string[] {
  const names = [...text.matchAll(/\brequire\s*\(?\s*(["'])([\w./-]+)\1/g)].map((match) => match[2] ?? "");
  return [...new Set(names.map((name) => name.replaceAll("/", ".")).filter((name) => /^\w/.test(name)))];
}

function rootsThatAnswer(
  files: readonly LuaText[],
  requires: readonly Require[],
): readonly AnsweredRequire[] {
  const folders = new Map<string, string[]>();
  for (const { path } of files) {
    const module = path.replace(/(?:(?:^|\/)init)?\.lua$/i, "");
    const words = module.split("/");
    for (let at = 0; at < words.length; at++) {
      const name = words.slice(at).join(".");
      folders.set(name, [...(folders.get(name) ?? []), words.slice(0, at).join("/") || "."]);
    }
  }
  return requires.map((one) => ({ ...one, roots: folders.get(one.name) ?? [] }));
}

/**
 * The fewest folders that answer the most: each time the one that answers most of what is left, until it would answer
 * less than a twentieth. Of equals the shallower, then the first by name. None when hardly a module is found at all:
 * the tree is made of pieces for a module path that lies elsewhere.
 */
function chooseRoots(answers: readonly AnsweredRequire[]): readonly string[] {
  const chosen: string[] = [];
  const answerable = answers.filter(({ roots }) => roots.length > 0);
  if (answerable.length * 10 < answers.length) return [];
  let left = answerable;
  while (left.length > 0) {
    const votes = new Map<string, number>();
    for (const { roots } of left) for (const root of roots) votes.set(root, (votes.get(root) ?? 0) + 1);
    const [best] = [...votes].sort(
      ([a, ayes], [b, bees]) => bees - ayes || depth(a) - depth(b) || (a < b ? -1 : 1),
    );
    if (best === undefined || best[1] * 20 < answerable.length) break;
    chosen.push(best[0]);
    left = left.filter(({ roots }) => !roots.includes(best[0]));
  }
  return chosen;
}

function depth(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}

/** A folder of modules whose name begins nearly all of what resolves; one of several libraries is not it. */
function commonNamespace(resolved: readonly AnsweredRequire[], roots: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  const folders = new Set<string>();
  const best = roots[0];
  for (const { name, roots: own } of resolved) {
    const [word = "", ...more] = name.split(".");
    if (best !== undefined && own.includes(best)) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (more.length > 0) folders.add(word);
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined || !folders.has(first[0])) return undefined;
  return first[1] * 5 > resolved.length * 4 ? first[0] : undefined;
}

function commonFolder(folders: readonly string[]): string {
  const [first, ...rest] = folders.map((folder) => (folder === "." ? [] : folder.split("/")));
  if (first === undefined) return ".";
  let length = first.length;
  for (const words of rest) {
    while (!first.slice(0, length).every((word, at) => words[at] === word)) length--;
  }
  return first.slice(0, length).join("/") || ".";
}

/** The folder with most subfolders that are cut into at least two of the known layers. */
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
