// Files that Git is told not to look at in the working tree: `git update-index --assume-unchanged` and `--skip-worktree`, which a sparse
// checkout sets too. `git status` says nothing of what the user has there.
import { copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import { withScratch } from "../../system/scratch.ts";
import { type ChangedFile, changedFiles } from "../changes/working-state.ts";
import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";
import { dateAs, indexFile } from "./index-writer.ts";

export interface Overlooked {
  /** Left out of the working tree. */
  readonly skipped: ReadonlySet<RepoPath>;
  /** Taken to be as the index has them. */
  readonly assumed: ReadonlySet<RepoPath>;
}

/** Those of `paths` that the index marks so. */
export async function overlooked(repo: Repository, paths: readonly RepoPath[]): Promise<Overlooked> {
  const { stdout } = await repo.git.run(["ls-files", "-v", "-z", "--full-name"]);
  const tags = new Map<string, string>();
  for (const line of nulList(stdout.toString("latin1")))
    if (!line.startsWith("H ")) tags.set(line.slice(2), line.slice(0, 1));
  const tagged = (has: (tag: string) => boolean) =>
    new Set(paths.filter((path) => has(tags.get(encodePath(path).toString("latin1")) ?? "H")));
  return {
    skipped: tagged((tag) => tag.toUpperCase() === "S"),
    assumed: tagged((tag) => tag !== tag.toUpperCase()),
  };
}

/** How the working tree differs from the index, as Git would say if `paths` were not marked. */
export async function changedFilesLookingAt(
  repo: Repository,
  paths: readonly RepoPath[],
): Promise<readonly ChangedFile[]> {
  if (paths.length === 0) return await changedFiles(repo);
  return await withScratch(
    "index",
    async (scratch) => {
      const copy = join(scratch, "index");
      const index = indexFile(repo);
      copyFileSync(index, copy);
      dateAs(statSync(index), copy);
      const git = repo.git.at(repo.git.cwd, { GIT_INDEX_FILE: copy });
      const input = Buffer.concat(paths.flatMap((path) => [encodePath(path), Buffer.of(0)]));
      for (const option of ["--no-skip-worktree", "--no-assume-unchanged"])
        await git.run(["update-index", option, "-z", "--stdin"], { input });
      return await changedFiles({ ...repo, git });
    },
    repo.gitDir,
  );
}
