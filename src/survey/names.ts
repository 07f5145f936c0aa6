// Which module names are the repository's own, and which come from elsewhere.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { candidates } from "../lua/facts/module-names.ts";
import { isStandardModule } from "../lua/values/standard-names.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import { matchesModule } from "../modules/module-pattern.ts";
import { type RootsOf, rootsFor } from "../modules/module-roots.ts";
import { asLoaded } from "../modules/own-name.ts";
import type { Host } from "./hosts.ts";
import type { SurveyedFile } from "./tree.ts";

export interface NamesFound {
  /** Modules that are required and are not here, in the form that `lua.externals` takes. */
  readonly externals: readonly string[];
  /** Modules that the file with that name requires itself: it wraps the host's, or configures it. */
  readonly fromHost: readonly string[];
  isRequired(path: RepoPath): boolean;
  readonly resolved: number;
  readonly required: number;
}

/** Everything that is required, as written. */
export function requiredBy(files: readonly SurveyedFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ source }) =>
      source.syntax.ok ? source.requires.flatMap((one) => (one.kind === "static" ? [one.name] : [])) : [],
    ),
  );
}

export function namesIn(
  files: readonly SurveyedFile[],
  paths: readonly RepoPath[],
  lua: RootsOf,
  version: LuaVersion,
  hosts: readonly Host[],
): NamesFound {
  // A host gives its modules, even where a file has the same name.
  const ofHosts = hosts.flatMap((host) => host.modules);
  const isBeside = !hosts.some(({ rootsAlone }) => rootsAlone);
  const there = new Set(paths);
  const required = new Set<RepoPath>();
  const lost = new Map<string, number>();
  const found = new Map<string, number>();
  const fromHost = new Set<string>();
  const named = { lua: { ...lua, scripts: [] } };
  const fileNamed = (name: ByteText, from: RepoPath) =>
    candidates(name, rootsFor(from, lua), isBeside ? from : undefined).find(
      (each) => there.has(each) && each !== from,
    );
  let all = 0;
  for (const { path, text, source } of files) {
    if (!source.syntax.ok) continue;
    for (const one of asLoaded({ lua: source, path, text }, named, (name) => fileNamed(name, path))
      .requires) {
      if (one.kind !== "static" || isStandardModule(one.name, version)) continue;
      if (matchesModule(one.name, ofHosts)) continue;
      all++;
      const target = fileNamed(one.name, path);
      if (target !== undefined) required.add(target);
      const name = one.name.replaceAll(/[/\\]/g, ".");
      if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name)) continue;
      if (target === undefined && candidates(one.name, rootsFor(path, lua)).includes(path))
        fromHost.add(name);
      const tally = target === undefined ? lost : found;
      tally.set(name, (tally.get(name) ?? 0) + 1);
    }
  }
  return {
    externals: externalsOf(
      [...lost.keys()],
      [...found.keys()],
      (lua.aliases ?? []).map(({ name }) => name),
    ),
    fromHost: [...fromHost].sort(),
    isRequired: (path) => required.has(path),
    resolved: [...found.values()].reduce((sum, each) => sum + each, 0),
    required: all,
  };
}

/**
 * A first word below which most names find nothing here is entirely somebody else's, and so is one that an alias takes a part of; below any
 * other, only the single names are.
 */
function externalsOf(
  lost: readonly string[],
  found: readonly string[],
  aliases: readonly string[],
): readonly string[] {
  const count = (names: readonly string[], first: string) =>
    names.filter((name) => firstOf(name) === first).length;
  const patterns = new Set<string>();
  for (const name of lost) {
    const first = firstOf(name);
    const isShared = aliases.some((alias) => alias.startsWith(`${first}.`));
    if (!isShared && count(found, first) > count(lost, first)) {
      patterns.add(name);
      continue;
    }
    patterns.add(first);
    patterns.add(`${first}.*`);
  }
  return [...patterns].sort();
}

function firstOf(name: string): string {
  return name.split(".")[0] ?? name;
}
