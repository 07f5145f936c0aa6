import type { RepoPath } from "../../base/repo-path.ts";
import type { MappedRequire, RequireMap } from "../../model/require-map.ts";

export interface Totals {
  readonly files: number;
  readonly requires: number;
  readonly lazy: number;
  readonly dynamic: number;
  readonly outside: number;
  readonly unresolved: number;
  readonly cycles: number;
  /** Files that are not Lua. */
  readonly faults: number;
}

export function totalsOf(map: RequireMap): Totals {
  const requires = map.files.flatMap((file) => file.requires);
  const count = (kind: MappedRequire["target"]["kind"]) =>
    requires.filter(({ target }) => target.kind === kind).length;
  return {
    files: map.files.length,
    requires: requires.length,
    lazy: requires.filter(({ isLazy }) => isLazy).length,
    dynamic: count("dynamic"),
    outside: count("outside"),
    unresolved: unresolvedOf(map).length,
    cycles: map.cycles.length,
    faults: map.files.filter(({ fault }) => fault !== undefined).length,
  };
}

export interface Unresolved {
  readonly path: RepoPath;
  readonly require: MappedRequire;
  readonly nearest: string | undefined;
}

/** For the files that the repository's people answer for. */
export function unresolvedOf({ files }: RequireMap): Unresolved[] {
  return files.flatMap(({ path, role, requires }) =>
    requires.flatMap((require) =>
      role === "own" && require.target.kind === "unresolved"
        ? [{ path, require, nearest: require.target.nearest }]
        : [],
    ),
  );
}
