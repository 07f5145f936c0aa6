import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Repository } from "../open/repository.ts";
import { askUserGit } from "../process/user-git.ts";

/** Which of `paths` the user's Git leaves out of the repository. What is tracked is not among them. */
export function ignoredPaths({ git, top }: Repository, paths: readonly RepoPath[]): ReadonlySet<RepoPath> {
  if (top === undefined || paths.length === 0) return new Set();
  // This command of Git knows no literal paths; from standard input they are literal anyway.
  const { GIT_LITERAL_PATHSPECS: _, ...env } = git.env;
  const input = Buffer.concat(paths.flatMap((path) => [encodePath(path), Buffer.of(0)]));
  const { stdout } = askUserGit(top, env, ["check-ignore", "--stdin", "-z"], { input });
  const ignored = new Set<RepoPath>();
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(0, at);
    if (end < 0) break;
    ignored.add(decodePath(stdout.subarray(at, end)));
    at = end + 1;
  }
  return ignored;
}
