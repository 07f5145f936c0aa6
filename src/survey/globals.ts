import { isShared } from "../lua/facts/globals.ts";
import { isStandardSomewhere, standardNames } from "../lua/values/standard-names.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import { isTest } from "../modules/lua-files.ts";
import { globalFamilies } from "./global-families.ts";
import type { SurveyedFile } from "./tree.ts";

export interface GlobalsFound {
  /** How many files read each global that Lua does not have. */
  readonly readers: ReadonlyMap<string, number>;
  /** Those that no file sets, although enough files read them: the host gives them. */
  readonly given: readonly string[];
  /** Beginnings that many of those that no file sets share: `FCVAR_*`. */
  readonly families: readonly string[];
  /** Those that one file sets and another, which does not, reads: the repository's own. */
  readonly own: readonly string[];
  /** How many globals that functions set are used outside them in their file: state. Tests and examples don't count. */
  readonly shared: number;
  /** The globals that some file sets. */
  readonly set: ReadonlySet<string>;
  /** Those that only one file reads and nobody sets: a slip, or the API of an unknown host. */
  readonly lone: readonly string[];
  /** The same in tests and examples. */
  readonly loneInTests: readonly string[];
}

/** A global that two files read is not a slip of one. */
const ENOUGH = 2;

export function globalsIn(files: readonly SurveyedFile[], version: LuaVersion): GlobalsFound {
  const standard = standardNames(version);
  const readers = new Map<string, number>();
  const writers = new Map<string, Set<string>>();
  const takers = new Set<string>();
  const shared = new Set<string>();
  const tests = new Set<string>();
  const plain = new Set<string>();
  for (const { path, source } of files) {
    if (!source.syntax.ok) continue;
    const isLoose = isTest(path) || /(?:^|\/)(?:examples?|demos?|bench\w*)\//i.test(path);
    const read = new Set<string>();
    const asked = new Set<string>();
    for (const use of source.globals) {
      const { name, kind, isLost } = use;
      if (name === undefined || isLost || standard.has(name) || !/^[A-Za-z_]\w*$/.test(name)) continue;
      // `_G["Window"]` asks for what is made by a text: it is not a slip, and not a name of an unknown host.
      if (kind === "read" && use.via === "table") asked.add(name);
      if (kind === "read") read.add(name);
      else writers.set(name, (writers.get(name) ?? new Set()).add(path));
      if (kind === "write" && !isLoose && use.scope !== "" && isShared(use, source.globals))
        shared.add(`${path} ${name}`);
    }
    for (const name of read) {
      readers.set(name, (readers.get(name) ?? 0) + 1);
      if (isLoose) tests.add(name);
      if (!asked.has(name)) plain.add(name);
      // A file does not share what it sets for itself.
      if (writers.get(name)?.has(path) !== true) takers.add(name);
    }
  }
  const names = [...readers.keys()].sort();
  const isLone = (name: string) =>
    plain.has(name) && !writers.has(name) && readers.get(name) === 1 && !isStandardSomewhere(name);
  return {
    readers,
    families: globalFamilies(names, writers.keys()),
    given: names.filter((name) => !writers.has(name) && (readers.get(name) ?? 0) >= ENOUGH),
    own: names.filter((name) => writers.has(name) && takers.has(name) && (readers.get(name) ?? 0) >= ENOUGH),
    shared: shared.size,
    set: new Set(writers.keys()),
    lone: names.filter((name) => isLone(name) && !tests.has(name)),
    loneInTests: names.filter((name) => isLone(name) && tests.has(name)),
  };
}
