import type { RepoPath } from "../base/repo-path.ts";
import { lookAt } from "../check/lua-files.ts";
import type { Repository } from "../git/open/repository.ts";

/** Every path of the index; of `HEAD` where there is none. */
export async function pathsHere(repo: Repository): Promise<readonly RepoPath[]> {
  const { entries } = await lookAt(repo, repo.isBare ? "HEAD" : undefined);
  return [...entries.keys()];
}
