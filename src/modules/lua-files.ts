import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { type LuaVersion, versionIn } from "../model/lua-version.ts";
import type { Project } from "../model/project.ts";

/** Whether the policy calls this file Lua. The ending counts in any letter case. */
export function isLua(path: RepoPath, project: Project): boolean {
  const lowered = path.replace(/\.lua$/i, ".lua");
  return matchesAny(project.lua.files, lowered);
}

/** The Lua that is written where the file lies. */
export function versionOf(path: RepoPath, project: Project): LuaVersion {
  return versionIn(path, project.lua.versions);
}

/** Lua that the repository's people answer for: neither vendored nor generated. */
export function isOwnLua(path: RepoPath, project: Project): boolean {
  return isLua(path, project) && !isVendored(path, project) && !isGenerated(path, project);
}

export function isVendored(path: RepoPath, project: Project): boolean {
  return matchesAny(project.lua.vendored, path);
}

export function isGenerated(path: RepoPath, project: Project): boolean {
  return matchesAny(project.lua.generated, path);
}
