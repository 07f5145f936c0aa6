import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { type LuaVersion, versionIn } from "../model/lua-version.ts";
import type { Project } from "../model/project.ts";
import { hasNoEnding, programIn, startsItself } from "./programs.ts";
import type { SourceFile } from "./source-file.ts";
import { actsForItself } from "./unlisted-scripts.ts";

/** Whether the policy calls this file Lua, or its first line does. The ending counts in any letter case. */
export function isLua(path: RepoPath, project: Project): boolean {
  if (project.lua.programs?.has(path)) return true;
  const lowered = path.endsWith(".lua") ? path : path.replace(/\.lua$/i, ".lua");
  return matchesAny(project.lua.files, lowered);
}

/** The same for a file that the change may not touch. */
export function isLuaText({ path, text }: Pick<SourceFile, "path" | "text">, project: Project): boolean {
  return isLua(path, project) || (hasNoEnding(path) && programIn(text) !== undefined);
}

/** What the host runs by itself and nobody requires, for `require` finds the ending `.lua` alone. */
export function isScript(
  path: RepoPath,
  { lua }: { readonly lua: Pick<Project["lua"], "scripts"> },
): boolean {
  return !/\.lua$/i.test(path) || matchesAny(lua.scripts, path);
}

/**
 * The same for a file whose own first lines say that it is started: a shebang, or the header of a REAPER action; or whose code does,
 * where the policy allows that.
 */
export function isStarted(
  { path, text, lua }: Pick<SourceFile, "path" | "text" | "lua">,
  project: Project,
): boolean {
  if (isScript(path, project) || startsItself(text)) return true;
  return project.lua.unlistedScripts === true && actsForItself(lua);
}

/** The Lua that is written where the file lies; a program may name its own. */
export function versionOf(path: RepoPath, project: Project, text = ""): LuaVersion {
  const own = hasNoEnding(path) ? programIn(text)?.version : undefined;
  return own ?? versionIn(path, project.lua.versions);
}

/** Lua that the repository's people answer for: neither vendored nor generated. */
export function isOwnLua(path: RepoPath, project: Project): boolean {
  return isLua(path, project) && isOwn(path, project);
}

/** Neither vendored nor generated, Lua or not. Every rule asks it of every file. */
export function isOwn(path: RepoPath, project: Project): boolean {
  const known = own.get(project.lua) ?? new Map<RepoPath, boolean>();
  own.set(project.lua, known);
  let found = known.get(path);
  if (found === undefined) {
    found = !isVendored(path, project) && !isGenerated(path, project);
    known.set(path, found);
  }
  return found;
}

const own = new WeakMap<Project["lua"], Map<RepoPath, boolean>>();

export function isVendored(path: RepoPath, project: Project): boolean {
  return matchesAny(project.lua.vendored, path);
}

export function isGenerated(path: RepoPath, project: Project): boolean {
  return matchesAny(project.lua.generated, path);
}

/** By the names of tests and where they lie, whatever runs them: `a_spec.lua`, `test_a.lua`, `tests/a.lua`. */
export function isTest(path: RepoPath): boolean {
  return /(?:^|[/_.-])(?:spec|specs|test|tests)(?:[/_.-]|$)/i.test(path);
}
