import type { RepoPath } from "../base/repo-path.ts";
import type { Repository } from "../git/open/repository.ts";
import { withoutRepository } from "../git/process/user-git.ts";
import { makeScratchRepository } from "../git/write/scratch-repository.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Fixers } from "../model/transform.ts";
import { findLintStaged, type LintStaged, runLintStaged } from "../system/lint-staged.ts";
import { withScratch } from "../system/scratch.ts";
import { readWorkingFile } from "../system/working-files.ts";

/**
 * Runs the policy's fixers through lint-staged on some contents, by paths that are text, in a repository of their own: what lint-staged does to the index and to
 * what is not staged can't lose anything there. Gives the contents afterwards; what a fixer deletes is as it was.
 */
export async function runFixers(
  repo: Repository,
  top: string,
  fixers: Fixers,
  contents: ReadonlyMap<RepoPath, Buffer>,
  program: string,
): Promise<ReadonlyMap<RepoPath, Buffer>> {
  if (contents.size === 0) return contents;
  const lintStaged = beside(program);
  return await withScratch("fixers", async (folder) => {
    await makeScratchRepository(repo, top, folder, contents);
    const { code, said } = await runLintStaged(lintStaged, folder, fixers, withoutRepository(repo.git.env));
    if (code !== 0) throw failed(said.replaceAll(`${folder}/`, ""));
    return new Map(
      [...contents].map(([path, bytes]) => {
        const read = readWorkingFile(folder, path);
        return [path, read.kind === "file" ? read.bytes : bytes];
      }),
    );
  });
}

function beside(program: string): LintStaged {
  const found = findLintStaged(program);
  if (found === undefined) {
    throw new CannotLook(
      failure(
        "no-lint-staged",
        "the policy has fixers, and lint-staged, which runs them, does not lie beside this copy of the program",
        "run it from the package: npx arkitekt fix",
      ),
    );
  }
  if (found.version.startsWith("16.")) return found;
  throw new CannotLook(
    failure(
      "no-lint-staged",
      `the policy has fixers, and the lint-staged that lies beside this program is ${found.version}; 16 is needed`,
      "run it from the package: npx arkitekt fix",
    ),
  );
}

function failed(said: string): CannotLook {
  const text = said.trim();
  return new CannotLook(
    failure(
      "fixer-failed",
      `a fixer failed, so nothing was changed${text === "" ? "" : `:\n${text}`}`,
      "mend what it complains about, or the policy's fixers, and run it again",
    ),
  );
}
