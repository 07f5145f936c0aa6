import type { RepoPath } from "../../base/repo-path.ts";

/** The old findings of a tree that are tolerated: how many of each rule in each file. `.` stands for the change as a whole. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<RepoPath, number>>;

/** One tracked file, which may only shrink. */
export const BASELINE_FILE: RepoPath = ".arkitekt-baseline.json";

export const NO_FILE: RepoPath = ".";

export interface BaselineEntry {
  readonly rule: string;
  readonly path: RepoPath;
  readonly count: number;
}

/** In order: by rule, then by path. */
export function entriesOf(baseline: Baseline): readonly BaselineEntry[] {
  return [...baseline]
    .flatMap(([rule, files]) => [...files].map(([path, count]) => ({ rule, path, count })))
    .sort((a, b) => compare(a.rule, b.rule) || compare(a.path, b.path));
}

export function baselineOf(entries: readonly BaselineEntry[]): Baseline {
  const rules = new Map<string, Map<RepoPath, number>>();
  for (const { rule, path, count } of entries) {
    if (count <= 0) continue;
    const files = rules.get(rule) ?? new Map<RepoPath, number>();
    rules.set(rule, files.set(path, (files.get(path) ?? 0) + count));
  }
  return rules;
}

export function countIn(baseline: Baseline, rule: string, path: RepoPath): number {
  return baseline.get(rule)?.get(path) ?? 0;
}

/** The lower of two counts in each place: a baseline that has shrunk to what is still found. */
export function lesserOf(one: Baseline, other: Baseline): Baseline {
  return baselineOf(
    entriesOf(one).map(({ rule, path, count }) => ({
      rule,
      path,
      count: Math.min(count, countIn(other, rule, path)),
    })),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
