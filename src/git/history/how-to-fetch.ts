import { shellWord } from "../../base/shell-word.ts";
import type { Repository } from "../open/repository.ts";

/**
 * The `git fetch` that brings what a revision names, if a clone may lack it because of how it was made: shallow, or with a single branch.
 * Undefined where no fetch is known to help. The gate itself never fetches.
 */
export async function howToFetch(repo: Repository, name: string): Promise<string | undefined> {
  const listed = await repo.git.run(["remote"]);
  const remotes = listed.stdout.toString("utf8").split("\n").filter(Boolean);
  const unshallow = repo.isShallow ? "--unshallow " : "";
  const remote = remotes.find((each) => name.startsWith(`${each}/`));
  const [, branch] = /^([^~^:@]+)/.exec(name.slice((remote ?? "").length + 1)) ?? [];
  if (remote !== undefined && branch !== undefined) {
    const refs = `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
    return `git fetch ${unshallow}${shellWord(remote)} ${shellWord(refs)}`;
  }
  const [first = ""] = [...remotes.filter((each) => each === "origin"), ...remotes];
  return repo.isShallow ? `git fetch --unshallow ${shellWord(first)}`.trimEnd() : undefined;
}
