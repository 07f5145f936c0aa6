import { type RepoPath, showPath } from "../base/repo-path.ts";

/** How a file is declared as one that the host starts: what to write in the policy, ready to be pasted. */
export function scriptHint(path: RepoPath): string {
  // What would mean something else in a glob becomes a sign for any one character.
  const glob = showPath(path).replaceAll(/[*?[\]{}()!+@|\\"]/g, "?");
  return `if the host starts it, add it to the policy, in a commit of its own: "lua": { "scripts": ["${glob}"] } (arkitekt explain lua.scripts)`;
}
