import { readable } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { standardNames } from "../lua/values/standard-names.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { SurveyedFile } from "./tree.ts";

/** A call that this many modules make while they are loaded is the way things are done here. */
const ENOUGH = 2;

/** What acts on the world is never a habit: files, processes, the loading of code that is not there. */
const ACTS =
  /^(?:io|os|debug|package|love\.filesystem|love\.event|vim\.cmd|vim\.notify|print|dofile|loadfile)\b|[.:](?:write\w*|remove|rename|execute|exec|exit|system|spawn|popen|mkdir|delete|open|close|save|send|post|print|kill)$/i;

/** The calls that modules make at load, by the names that `no-require-effects` knows them by: `Class`, `log.new`. */
export function loadCalls(
  files: readonly SurveyedFile[],
  isScript: (path: RepoPath) => boolean,
  enough = ENOUGH,
): readonly string[] {
  const callers = new Map<string, Set<RepoPath>>();
  for (const { path, source } of files) {
    if (!source.syntax.ok || isScript(path)) continue;
    for (const { kind, isHarmless, text } of source.effects) {
      const name = readable(text).replaceAll(/\s+/g, "");
      if (kind !== "call" || isHarmless || ACTS.test(name) || !/^[A-Za-z_]\w*(?:[.:]\w+)*$/.test(name))
        continue;
      callers.set(name, (callers.get(name) ?? new Set()).add(path));
    }
  }
  return [...callers]
    .filter(([, paths]) => paths.size >= enough)
    .map(([name]) => name.replaceAll(":", "."))
    .sort();
}

/** Tables of the host, or of the repository itself, that modules fill at load: `process.*`. Those of Lua belong to everybody. */
export function filledGlobals(
  files: readonly SurveyedFile[],
  isScript: (path: RepoPath) => boolean,
  version: LuaVersion,
): readonly string[] {
  const standard = standardNames(version);
  const found = new Set<string>();
  for (const { path, source } of files) {
    if (!source.syntax.ok || isScript(path)) continue;
    for (const { kind, callee } of source.effects) {
      const [first = "", second] = kind === "write" && callee.kind === "global" ? callee.path : [];
      if (second !== undefined && !standard.has(first) && /^[A-Za-z_]\w*$/.test(first))
        found.add(`${first}.*`);
    }
  }
  return [...found].sort();
}
