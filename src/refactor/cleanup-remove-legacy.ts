// Old modules whose callers provably find all that they use elsewhere: importers first, then the deletion (playbook, "Common
// tasks" 3). Without a proof nothing is changed, and what was looked at is listed.
import { type ByteText, encodeText } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import { matchesAny } from "../base/glob.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { findingAt, missingAt } from "./finding-in.ts";
import { ModulePaths } from "./names/module-paths.ts";
import { rename } from "./names/renaming.ts";
import { newCycles } from "./new-cycles.ts";
import { notesOf } from "./notes-of.ts";
import { patchOf } from "./patch-of.ts";
import { NO_PATCH, type Refactored } from "./refactored.ts";
import type { CleanupRemoveLegacy } from "./refactoring.ts";
import { lackOf } from "./surfaces.ts";
import { isLuaFile, type Tree } from "./tree.ts";

export function cleanupRemoveLegacy(tree: Tree, task: CleanupRemoveLegacy): Refactored {
  const { meant, unused, stops } = task.from === undefined ? found(tree, task) : named(tree, task);
  const gone = new Set([...meant.keys(), ...unused]);
  if (stops.length > 0) return { patch: NO_PATCH, notes: "", reports: [], stops, rewritten: [] };
  const renamed = rename(tree, {
    moved: new Map(),
    meant: new Map([...meant, ...[...unused].map((path) => [path, GONE] as const)]),
    gone,
    renamed: () => undefined,
    covers: () => true,
    rewritesStrings: false,
  });
  const cycles = newCycles(tree, renamed.rewritten);
  const notes = notesOf({
    impacted: [...gone, ...renamed.rewritten.map(({ path }) => path)],
    deltas: `import path only, in ${count(renamed.rewritten.length, "file")}; ${count(gone.size, "file")} deleted`,
    undo: "git revert",
    reports: renamed.reports,
  });
  const patch = patchOf(tree, { rewritten: renamed.rewritten, deletions: [...gone] });
  return { patch, notes, ...renamed, stops: [...renamed.stops, ...cycles] };
}

interface Legacy {
  /** What replaces each. */
  readonly meant: ReadonlyMap<RepoPath, RepoPath>;
  /** Those that nobody requires from outside, and that nothing replaces. */
  readonly unused: ReadonlySet<RepoPath>;
  readonly stops: readonly Finding[];
}

/** There is no file: whoever still names what goes is told that nothing replaces it. */
const GONE = "\0gone";

/** `from` and `to`: modules, files or folders. */
function named(tree: Tree, { from = "", to = "" }: CleanupRemoveLegacy): Legacy {
  const paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
  const old = placeOf(from, tree, paths);
  const wanted = placeOf(to, tree, paths);
  if (wanted === undefined)
    return refused(missingAt(to, "there is no such module or folder", "correct the name, or make it first"));
  if (old === undefined) return { meant: new Map(), unused: new Set(), stops: [] };
  const meant = new Map<RepoPath, RepoPath>();
  const stops: Finding[] = [];
  for (const path of below(tree, old)) {
    const twin = old === path ? wanted : `${wanted}/${path.slice(old.length + 1)}`;
    const why = path === twin ? "it is the same file" : proofFor(tree, path, twin);
    if (why === undefined) meant.set(path, twin);
    else stops.push(candidate(path, why));
  }
  return { meant, unused: new Set(), stops };
}

/** A parallel tree of the feature: at the top of the repository, or of its root. */
function found(tree: Tree, { liveRoot = tree.project.root, featureRoot }: CleanupRemoveLegacy): Legacy {
  if (featureRoot === undefined)
    return refused(findingAt(undefined, "nothing says what is old", "write from and to, or a feature_root"));
  const inside = joined(liveRoot, featureRoot);
  const live = below(tree, inside).length > 0 ? inside : featureRoot;
  const name = live.slice(live.lastIndexOf("/") + 1);
  const parallel = [name, joined(tree.project.root, name)].filter(
    (folder) => folder !== live && !live.startsWith(`${folder}/`) && !folder.startsWith(`${live}/`),
  );
  const old = [...new Set(parallel)].flatMap((folder) =>
    below(tree, folder).map((path) => ({ folder, path })),
  );
  if (old.length === 0) return { meant: new Map(), unused: new Set(), stops: [] };
  const meant = new Map<RepoPath, RepoPath>();
  const unproved: (readonly [RepoPath, string])[] = [];
  const lively = below(tree, live);
  for (const { folder, path } of old) {
    const same = `${live}/${path.slice(folder.length + 1)}`;
    const last = path.slice(path.lastIndexOf("/"));
    const alike = lively.filter((each) => each.endsWith(last));
    const twin = tree.entries.has(same) ? same : alike.length === 1 ? alike[0] : undefined;
    const why =
      twin === undefined ? `nothing below ${showPath(live)} has its name` : proofFor(tree, path, twin);
    if (twin !== undefined && why === undefined) meant.set(path, twin);
    else unproved.push([path, why ?? ""]);
  }
  const all = new Set(old.map(({ path }) => path));
  const unused = new Set(unproved.map(([path]) => path).filter((path) => isUnused(tree, path, all)));
  const stops = unproved.flatMap(([path, why]) => (unused.has(path) ? [] : [candidate(path, why)]));
  return { meant, unused, stops };
}

function proofFor(tree: Tree, path: RepoPath, twin: RepoPath): string | undefined {
  if (!tree.entries.has(twin)) return `there is no ${showPath(twin)}`;
  if (tree.entries.get(path)?.id === tree.entries.get(twin)?.id) return undefined;
  return isLuaFile(tree, path) ? lackOf(tree, path, twin) : `${showPath(twin)} holds something else`;
}

/** Whether nobody outside these files names it, and the host does not run it. */
function isUnused(tree: Tree, path: RepoPath, all: ReadonlySet<RepoPath>): boolean {
  if (!isLuaFile(tree, path) || matchesAny(tree.project.lua.scripts, path)) return false;
  const { rewritten, stops, reports } = rename(tree, {
    moved: new Map(),
    meant: new Map([[path, GONE]]),
    gone: all,
    renamed: () => undefined,
    covers: () => true,
    rewritesStrings: false,
  });
  return rewritten.length === 0 && stops.length === 0 && reports.length === 0;
}

function candidate(path: RepoPath, why: string): Finding {
  return findingAt(
    path,
    `it may be old, and nothing proves that it can go: ${why}`,
    "prove it by hand, and delete it",
  );
}

function placeOf(name: string, tree: Tree, paths: ModulePaths): RepoPath | undefined {
  const plain = name.replace(/\/+$/, "");
  if (/[/\\]|\.lua$/.test(name))
    return tree.entries.has(plain) || below(tree, plain).length > 0 ? plain : undefined;
  if (!name.endsWith(".*")) return paths.lead(encodeText(dotted(name)) as ByteText, "\0/\0")?.path;
  const folder = name.slice(0, -2).replaceAll(".", "/");
  return tree.project.lua.moduleRoots
    .map((root) => joined(root, folder))
    .find((each) => below(tree, each).length > 0);
}

/** The file itself, or everything in the folder. */
function below(tree: Tree, place: RepoPath): readonly RepoPath[] {
  if (tree.entries.has(place)) return [place];
  return [...tree.entries.keys()].filter((path) => path.startsWith(`${place}/`));
}

function joined(folder: RepoPath, path: RepoPath): RepoPath {
  return folder === "" || folder === "." ? path : `${folder}/${path}`;
}

function refused(stop: Finding): Legacy {
  return { meant: new Map(), unused: new Set(), stops: [stop] };
}
