// Cycles of modules that load each other. A require inside a function is not part of one: it runs when all are loaded.
import type { RepoPath } from "../base/repo-path.ts";
import type { MappedFile, Module } from "../model/require-map.ts";

/**
 * For each file that is in a cycle but in none shown yet, the shortest one through it, in the order of the paths. So every
 * file in a cycle is in one that is shown, and a tangle of modules does not print each of its countless ways around.
 */
export function cyclesOf(files: readonly MappedFile[]): readonly (readonly Module[])[] {
  const edges = new Map(files.map((file) => [file.path, loadedBy(file)]));
  const group = groupsOf(edges);
  const names = new Map(files.map(({ path, name }) => [path, name]));
  const shown = new Set<RepoPath>();
  const cycles: Module[][] = [];
  for (const { path } of files) {
    if (shown.has(path)) continue;
    const way = shortestWayBack(path, edges, (other) => group.get(other) === group.get(path));
    if (way === undefined) continue;
    for (const step of way) shown.add(step);
    cycles.push(way.map((step) => ({ path: step, name: names.get(step) ?? step })));
  }
  return cycles;
}

type Edges = ReadonlyMap<RepoPath, readonly RepoPath[]>;

function loadedBy({ requires }: MappedFile): RepoPath[] {
  const targets = requires.flatMap(({ target, isLazy }) =>
    target.kind === "file" && !isLazy ? [target.path] : [],
  );
  return [...new Set(targets)].sort();
}

function shortestWayBack(
  start: RepoPath,
  edges: Edges,
  isNear: (path: RepoPath) => boolean,
): readonly RepoPath[] | undefined {
  const cameFrom = new Map<RepoPath, RepoPath | undefined>([[start, undefined]]);
  for (const path of cameFrom.keys()) {
    for (const target of edges.get(path) ?? []) {
      if (target === start) return [...trail(path, cameFrom), start];
      if (isNear(target) && !cameFrom.has(target)) cameFrom.set(target, path);
    }
  }
  return undefined;
}

function trail(end: RepoPath, cameFrom: ReadonlyMap<RepoPath, RepoPath | undefined>): RepoPath[] {
  const way: RepoPath[] = [];
  for (let at: RepoPath | undefined = end; at !== undefined; at = cameFrom.get(at)) way.push(at);
  return way.reverse();
}

interface Visit {
  readonly path: RepoPath;
  readonly targets: readonly RepoPath[];
  next: number;
}

/** Which group of files that reach each other a file is in (Tarjan), without recursion: a chain may be long. */
function groupsOf(edges: Edges): ReadonlyMap<RepoPath, number> {
  const order = new Map<RepoPath, number>();
  const lowest = new Map<RepoPath, number>();
  const group = new Map<RepoPath, number>();
  const open: RepoPath[] = [];
  const lower = (path: RepoPath, to: number) => lowest.set(path, Math.min(lowest.get(path) ?? to, to));
  for (const root of edges.keys()) {
    const visits: Visit[] = [];
    const enter = (path: RepoPath) => {
      lowest.set(path, order.size);
      order.set(path, order.size);
      open.push(path);
      visits.push({ path, targets: edges.get(path) ?? [], next: 0 });
    };
    if (!order.has(root)) enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.next++];
      if (target !== undefined) {
        const seen = order.get(target);
        if (seen === undefined) enter(target);
        else if (!group.has(target)) lower(visit.path, seen);
        continue;
      }
      visits.pop();
      const low = lowest.get(visit.path) ?? 0;
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.path, low);
      if (low !== order.get(visit.path)) continue;
      for (let path = open.pop(); path !== undefined; path = path === visit.path ? undefined : open.pop())
        group.set(path, low);
    }
  }
  return group;
}
