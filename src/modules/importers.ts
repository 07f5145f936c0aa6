// The files that may require some modules, under whatever name.
import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { namesOf } from "../lua/facts/module-names.ts";
import type { Project } from "../model/project.ts";
import type { Facts, Need } from "./facts.ts";
import { isLuaText } from "./lua-files.ts";
import { rootsFor } from "./module-roots.ts";
import type { SourceFile } from "./source-file.ts";

/** One search for all ways to write the names of `modules`. */
export function importerSearch(modules: readonly RepoPath[], project: Project): Need[] {
  const words = spellings(modules, project);
  return words.length === 0 ? [] : [luaSearch(words, project)];
}

/** A search of what is called Lua, as it is after the change. */
export function luaSearch(words: readonly string[], project: Project): Need {
  const globs = project.lua.files.map(anyCase);
  return { kind: "search", side: "after", words, globs, withPrograms: true };
}

/** The ending counts in any letter case, as `isLua` has it. */
function anyCase(glob: string): string {
  return glob.replace(/\.lua$/, ".[lL][uU][aA]");
}

/** The files that are judged. */
export interface JudgedFiles {
  readonly project: Project;
  /** Undefined where nothing is being judged. */
  optionsFor(path: RepoPath): unknown;
}

/** What that search found, and `changed`. Untouched files too: they are the ones that get forgotten. In path order. */
export function importers(
  modules: readonly RepoPath[],
  changed: readonly SourceFile[],
  { project, optionsFor }: JudgedFiles,
  facts: Facts,
): readonly SourceFile[] {
  const hits = [...changed, ...facts.found("after", spellings(modules, project))];
  const byPath = new Map(hits.map((file) => [file.path, file]));
  return [...byPath.values()]
    .filter((file) => isLuaText(file, project) && optionsFor(file.path) !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every name that leads to a path from somewhere: a file is also looked for beside the one that requires it. */
export function everyName(path: RepoPath, { lua }: Pick<Project, "lua">): readonly ByteText[] {
  const segments = path.split("/");
  const folders = segments.map((_, index) => segments.slice(0, index).join("/"));
  return namesOf(path, [...folders, ...(lua.aliases ?? [])]);
}

/** The names that lead to a path from everywhere, or from all of its own package. */
export function rootedNames(path: RepoPath, { lua }: Project): readonly ByteText[] {
  return namesOf(path, rootsFor(path, lua));
}

export function folderOf(path: RepoPath): RepoPath {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** As string literals hold them, in bytes, so that `state` is not found in every file that has one. */
function spellings(modules: readonly RepoPath[], project: Project): string[] {
  const names = new Set(modules.flatMap((path) => everyName(path, project)));
  const separated = [...names].flatMap((name) =>
    [".", "/", "\\\\", "\\"].map((by) => name.replaceAll(".", by)),
  );
  // After what it works out from its own name a file writes `".x"`.
  const behind = [...names].flatMap((name) => [`.${name}`, `/${name.replaceAll(".", "/")}`]);
  return [
    ...[...new Set(separated)].sort().flatMap((name) => [quoted(name, '"'), quoted(name, "'"), `[${name}]`]),
    ...behind.sort().flatMap((name) => [quoted(name, '"'), quoted(name, "'")]),
  ];
}

/** With the one escape that is always needed. */
function quoted(name: string, quote: string): string {
  return quote + name.replaceAll(quote, `\\${quote}`) + quote;
}
