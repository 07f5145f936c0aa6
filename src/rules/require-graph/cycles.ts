// Cycles of modules that load each other, made by a require that the change adds. A require inside a function is not part
// of one: it runs when all are loaded.

import { type ByteText, readable } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { StaticRequire } from "../../lua/facts/requires.ts";
import type { FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { components } from "../../modules/components.ts";
import type { LookupSides, ModuleLookup } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import { type Changed, stoodThere, wasUnread } from "./changed.ts";
import { quickRequires } from "./quick-requires.ts";

export function* newCycles(
  changed: readonly Changed[],
  files: readonly FileChange[],
  { before, after }: LookupSides,
): Iterable<Finding> {
  const rough = new ModuleGraph(after, quickRequires);
  const graph = new ModuleGraph(after, (file) => atLoad(file, after).map(({ name }) => name));
  let entered: ReadonlySet<RepoPath | undefined> | undefined;
  // Only files of the change itself can lead into a file that was not there before.
  const isEntered = (path: RepoPath) => {
    entered ??= new Set(
      changed.flatMap(({ file }) => atLoad(file, after).map(({ name }) => after.resolve(name, file.path))),
    );
    return entered.has(path);
  };
  const former = formerPaths(files);
  const edges = changed
    .flatMap(({ file, old }) =>
      [...newEdges(file, old, former, before, after)].map((edge) => ({ file, ...edge })),
    )
    .filter(({ file }) => file.change?.kind !== "added" || isEntered(file.path))
    .filter(({ file, target }) => wayBack(target, file.path, rough) !== undefined);
  const component = components(
    edges.map(({ file }) => file.path),
    (path) => graph.targets(path),
  );
  const seen = new Set<string>();
  for (const { file, require, target } of edges) {
    if (component.get(target) !== component.get(file.path)) continue;
    const way = wayBack(target, file.path, graph);
    if (way === undefined) continue;
    const cycle = [...new Set(way)].sort().join("\0");
    if (seen.has(cycle)) continue;
    seen.add(cycle);
    const names = [file.path, ...way].map((path) => readable(after.nameOf(path)));
    yield {
      place: placeIn(file, require.nameRange),
      message: `requires ${readable(require.name)}, which leads back here`,
      details: [names.join(" → ")],
      hint: "require one of them inside the function that needs it, or move what both need into a third module",
      anchor: { scope: "", code: `require ${dotted(require.name)}` },
    };
  }
}

interface Edge {
  readonly require: StaticRequire;
  readonly target: RepoPath;
}

/** Requires at load that the file did not have. One that follows a module to its new name is not new. */
function* newEdges(
  file: SourceFile,
  old: SourceFile | undefined,
  former: ReadonlyMap<RepoPath, RepoPath>,
  before: ModuleLookup,
  after: ModuleLookup,
): Iterable<Edge> {
  // In a function, what runs at load may differ from before.
  const maybe = atLoad(file, after).filter(
    (require) => require.scope !== "" || !stoodThere(require, { file, old }),
  );
  if (maybe.length === 0) return;
  const oldRequires = old === undefined ? [] : atLoad(old, before);
  const oldNames = new Set(oldRequires.map(({ name }) => dotted(name)));
  const fresh = maybe.filter(
    (require) => !oldNames.has(dotted(require.name)) && !wasUnread(require, { file, old }),
  );
  if (fresh.length === 0) return;
  const oldTargets = old === undefined ? [] : oldRequires.map(({ name }) => before.resolve(name, old.path));
  for (const require of fresh) {
    const target = after.resolve(require.name, file.path);
    if (target === undefined || target === "unknown") continue;
    if (!oldTargets.includes(former.get(target) ?? target)) yield { require, target };
  }
}

/** What each module requires, worked out once. */
class ModuleGraph {
  readonly #after: ModuleLookup;
  readonly #namesIn: (file: SourceFile, lookup: ModuleLookup) => readonly ByteText[];
  readonly #targets = new Map<RepoPath, readonly RepoPath[]>();

  constructor(after: ModuleLookup, namesIn: (file: SourceFile, lookup: ModuleLookup) => readonly ByteText[]) {
    this.#after = after;
    this.#namesIn = namesIn;
  }

  targets(path: RepoPath): readonly RepoPath[] {
    const known = this.#targets.get(path);
    if (known !== undefined) return known;
    const file = this.#after.file(path);
    const resolved = (file === undefined ? [] : this.#namesIn(file, this.#after)).map((name) =>
      this.#after.resolve(name, path),
    );
    const targets = resolved.flatMap((target) =>
      target === undefined || target === "unknown" ? [] : [target],
    );
    this.#targets.set(path, targets);
    return targets;
  }
}

/** The shortest way from one module to another along requires at load, both ends included; undefined if there is none. */
function wayBack(from: RepoPath, to: RepoPath, graph: ModuleGraph): readonly RepoPath[] | undefined {
  if (from === to) return [to];
  const cameFrom = new Map<RepoPath, RepoPath | undefined>([[from, undefined]]);
  for (const path of cameFrom.keys()) {
    for (const target of graph.targets(path)) {
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, path);
      if (target === to) return trail(to, cameFrom);
    }
  }
  return undefined;
}

function trail(end: RepoPath, cameFrom: ReadonlyMap<RepoPath, RepoPath | undefined>): readonly RepoPath[] {
  const way: RepoPath[] = [];
  for (let at: RepoPath | undefined = end; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

function atLoad(file: SourceFile, lookup: ModuleLookup): StaticRequire[] {
  return lookup
    .read(file)
    .requires.flatMap((require) => (require.kind === "static" && !require.isLazy ? [require] : []));
}

/** Where what the change moves was before. */
function formerPaths(files: readonly FileChange[]): ReadonlyMap<RepoPath, RepoPath> {
  return new Map(files.flatMap((file) => (file.kind === "renamed" ? [[file.path, file.from]] : [])));
}
