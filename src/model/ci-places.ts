import type { RepoPath } from "../base/repo-path.ts";

/** Where `arkitekt ci` writes: what judges the agents' branches on a server. */
export const WORKFLOW: RepoPath = ".github/workflows/arkitekt.yml";

/** The program, if the repository brings it itself; nothing else lies in its folder. */
export const VENDORED_PROGRAM: RepoPath = ".arkitekt/ci/arkitekt.cjs";

export const VENDORED_FILES = ".arkitekt/ci/**";

export const CI_FILES: readonly string[] = [WORKFLOW, VENDORED_FILES];
