import { standardNames } from "../lua/values/standard-names.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { SurveyedFile } from "./tree.ts";

export interface GlobalsFound {
  /** How many files read each global that Lua does not have. */
  readonly readers: ReadonlyMap<string, number>;
  /** Those that no file sets, though enough files read them: the host gives them. */
  readonly given: readonly string[];
  /** Those that one file sets and another, which does not, reads: the repository's own. */
  readonly own: readonly string[];
}

/** A global that two files read is not a slip of one. */
const ENOUGH = 2;

export function globalsIn(files: readonly SurveyedFile[], version: LuaVersion): GlobalsFound {
  const standard = standardNames(version);
  const readers = new Map<string, number>();
  const writers = new Map<string, Set<string>>();
  const takers = new Set<string>();
  for (const { path, source } of files) {
    if (!source.syntax.ok) continue;
    const read = new Set<string>();
    for (const { name, kind, isLost } of source.globals) {
      if (name === undefined || isLost || standard.has(name) || !/^[A-Za-z_]\w*$/.test(name)) continue;
      if (kind === "read") read.add(name);
      else writers.set(name, (writers.get(name) ?? new Set()).add(path));
    }
    for (const name of read) {
      readers.set(name, (readers.get(name) ?? 0) + 1);
      // What a file sets for itself it shares with nobody.
      if (writers.get(name)?.has(path) !== true) takers.add(name);
    }
  }
  const names = [...readers.keys()].sort();
  return {
    readers,
    given: names.filter((name) => !writers.has(name) && (readers.get(name) ?? 0) >= ENOUGH),
    own: names.filter((name) => writers.has(name) && takers.has(name) && (readers.get(name) ?? 0) >= ENOUGH),
  };
}
