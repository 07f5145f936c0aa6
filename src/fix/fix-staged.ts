import type { RepoPath } from "../base/repo-path.ts";
import type { Repository } from "../git/open/repository.ts";
import {
  assertUnchanged,
  indexFile,
  indexOfPartialCommit,
  type Restaged,
  restage,
} from "../git/write/index-writer.ts";
import { checkedOut, mergeFile } from "../git/write/merge-file.ts";
import { withQuarantine } from "../git/write/quarantine.ts";
import type { ObjectId } from "../model/change.ts";
import type { WorkingResult } from "../model/fix-report.ts";
import { withScratch } from "../system/scratch.ts";
import { readWorkingFile, replaceWorkingFile } from "../system/working-files.ts";
import type { Mending } from "./target.ts";

/**
 * Puts the mended texts into the index, and into the working tree where it holds what is staged, or where the same edit fits what
 * it holds instead. The new contents are made in a quarantine, and become the repository's when every result is known. The
 * working tree comes next: after a run that was ended in between, the next one finds the edit there and does the rest.
 */
export async function fixStaged(
  repo: Repository,
  top: string,
  targets: readonly Mending[],
  isDryRun: boolean,
): Promise<ReadonlyMap<RepoPath, WorkingResult>> {
  if (targets.length === 0) return new Map();
  return await withQuarantine(repo, async (quarantine) => {
    const ids = await quarantine.writeBlobs(targets.map(({ edit }) => edit.contents));
    const results = new Map<RepoPath, WorkingResult>();
    const entries: Restaged[] = [];
    const writes: Write[] = [];
    for (const [at, target] of targets.entries()) {
      const { path, staged } = target.file;
      const id = ids[at];
      if (staged === undefined || id === undefined) throw new Error(`${path} is not staged`);
      entries.push({ path, old: staged, id });
      const plan = await planFor(quarantine.repo, top, target, id);
      results.set(path, plan.result);
      if (plan.write !== undefined) writes.push(plan.write);
    }
    if (isDryRun) return results;
    const index = indexFile(repo);
    await assertUnchanged(repo, index, entries);
    await quarantine.migrate();
    const write = async (scratch: string) => {
      for (const { path, before, after } of writes) {
        if (!replaceWorkingFile(top, path, before, after, scratch)) results.set(path, "differs");
      }
    };
    await withScratch("fix", write, repo.gitDir);
    await restage(repo, index, entries);
    const also = indexOfPartialCommit(repo, index);
    if (also !== undefined) await restage(repo, also, entries);
    return results;
  });
}

interface Write {
  readonly path: RepoPath;
  readonly before: Buffer;
  readonly after: Buffer;
}

interface StagedFixPlan {
  readonly result: WorkingResult;
  readonly write?: Write;
}

async function planFor(
  repo: Repository,
  top: string,
  { file, before, edit }: Mending,
  id: ObjectId,
): Promise<StagedFixPlan> {
  const read = readWorkingFile(top, file.path);
  if (read.kind !== "file") return { result: "not-there" };
  const wanted = await workingText(repo, file, read.bytes, before, edit.contents, id);
  if (wanted === undefined) return { result: "differs" };
  if (wanted.equals(read.bytes)) return { result: "mended" };
  if (read.isReadOnly) return { result: "read-only" };
  return { result: "mended", write: { path: file.path, before: read.bytes, after: wanted } };
}

/** Undefined where the edit does not fit. */
async function workingText(
  repo: Repository,
  { path, staged }: Mending["file"],
  working: Buffer,
  before: Buffer,
  after: Buffer,
  id: ObjectId,
): Promise<Buffer | undefined> {
  if (working.equals(before)) return after;
  const written = staged === undefined ? undefined : checkedOut(repo, staged.id, path);
  if (written?.equals(working) === true) return checkedOut(repo, id, path);
  return await mergeFile(repo, working, before, after);
}
