import type { RepoPath } from "../base/repo-path.ts";

/** Files of tools that build, whatever the tree is: they run where the tool does, with globals of its own. */
const BUILD = /(?:^|\/)(?:premake\d?|xmake)\.lua$/;

export const BUILD_GLOBS = ["**/premake.lua", "**/premake[45].lua", "**/xmake.lua"];

export function isBuildFile(path: RepoPath): boolean {
  return BUILD.test(path);
}
