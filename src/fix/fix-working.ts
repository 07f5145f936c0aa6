import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { Repository } from "../git/open/repository.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { WorkingResult } from "../model/fix-report.ts";
import { withScratch } from "../system/scratch.ts";
import { readWorkingFile, replaceWorkingFile } from "../system/working-files.ts";
import type { Mending } from "./target.ts";

/** Writes the mended files to the working tree. Refuses, before it writes, a file that is staged in part or may not be written. */
export async function fixWorking(
  repo: Repository,
  top: string,
  targets: readonly Mending[],
  isDryRun: boolean,
): Promise<ReadonlyMap<RepoPath, WorkingResult>> {
  const partial = targets.filter(({ file }) => file.isStaged && file.working === "changed");
  if (partial.length > 0) throw partlyStaged(partial);
  const readOnly = targets.filter(({ file }) => {
    const read = readWorkingFile(top, file.path);
    return read.kind === "file" && read.isReadOnly;
  });
  if (readOnly.length > 0) throw notWritable(readOnly);
  if (!isDryRun && targets.length > 0) {
    const write = async (scratch: string) => {
      for (const { file, before, edit } of targets) {
        if (!replaceWorkingFile(top, file.path, before, edit.contents, scratch)) throw busy(file.path);
      }
    };
    await withScratch("fix", write, repo.gitDir);
  }
  return new Map(targets.map(({ file }) => [file.path, "mended"]));
}

function partlyStaged(targets: readonly Mending[]): CannotLook {
  return new CannotLook(
    failure(
      "partly-staged",
      `${named(targets)} staged in part, so nothing was changed`,
      "stage the rest of it, or mend just what is staged: arkitekt fix --staged",
    ),
  );
}

function notWritable(targets: readonly Mending[]): CannotLook {
  return new CannotLook(
    failure(
      "read-only",
      `${named(targets)} read-only, so nothing was changed`,
      "make it writable, and run it again",
    ),
  );
}

function busy(path: RepoPath): CannotLook {
  return new CannotLook(
    failure(
      "busy-file",
      `${showPath(path)} was changed by somebody else meanwhile, and is left as it is`,
      "run it again",
    ),
  );
}

function named(targets: readonly Mending[]): string {
  const [first, ...others] = targets.map(({ file }) => showPath(file.path));
  if (others.length === 0) return `${first} is`;
  return others.length === 1
    ? `${first} and ${others[0]} are`
    : `${first} and ${others.length} other files are`;
}
