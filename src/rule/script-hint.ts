import { type RepoPath, showPath } from "../base/repo-path.ts";

/** How a file is declared as one that the host starts: what is written in the policy, to be pasted as it stands. */
export function scriptHint(path: RepoPath): string {
  // What would mean something else in a glob stands for any one character.
  const glob = showPath(path).replaceAll(/[*?[\]{}()!+@|\\"]/g, "?");
  return `if the host starts it, add it to the policy, in a commit of its own: "lua": { "scripts": ["${glob}"] } (arkitekt explain lua.scripts)`;
}
