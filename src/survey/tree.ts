import type { ByteText } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { LuaSource } from "../lua/source.ts";

/** What a survey looks at: a working tree and its history, read beforehand. */
export interface SurveyedTree {
  /** The Lua that was read, by path. */
  readonly lua: readonly LuaText[];
  /** Every Lua file, even those beyond what is read. */
  readonly luaPaths: readonly RepoPath[];
  /** All that Git tracks or could track. */
  readonly paths?: readonly RepoPath[];
  /** Settings of linters, editors and package managers: path and text. */
  readonly settings: ReadonlyMap<RepoPath, string>;
  /** Titles of the last commits. */
  readonly titles: readonly string[];
  /** Branches, local and remote, without the name of the remote. */
  readonly branches: readonly string[];
}

export interface LuaText {
  readonly path: RepoPath;
  readonly text: ByteText;
}

export interface SurveyedFile extends LuaText {
  readonly source: LuaSource;
}

/** What was inferred: a key of the policy, its value, and what that was read from. */
export interface SurveyFact {
  readonly key: string;
  readonly says: string;
  readonly from: string;
}

export function folderOf(path: RepoPath): RepoPath {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}

export function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path as a glob that matches it: what would mean something else there becomes a sign for any one character. */
export function asGlob(path: RepoPath): string {
  return path.replaceAll(/[*?[\]{}()!+@|\\]/g, "?");
}

/** Words for a part of any program: no library has such a name. */
const GENERIC = new Set(
  "class classes code common config core data engine helpers include lib libs lua main mod module modules packages plugin plugins scripts shared source src test tests tools ui util utils vendor".split(
    " ",
  ),
);

export function isGeneric(name: string): boolean {
  return GENERIC.has(name.toLowerCase());
}

/** In order, each once. */
export function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
