// The second half of a write: once the journal is there it is either finished or rolled back, by the process that began it or by a
// later one. Files come first, then the index, then the branch.
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { hasCode, readFileIfThere, replaceFile, replaceUnderLock } from "../../system/files.ts";
import { makeScratch, removeScratch, sweepScratch } from "../../system/scratch.ts";
import type { Repository } from "../open/repository.ts";
import { askUserGit } from "../process/user-git.ts";
import {
  type BranchMove,
  busy,
  digestAt,
  digestOf,
  dirnameOf,
  isLinkAt,
  type Journal,
  pathOf,
  placeOf,
  ROOM,
  readJournal,
  UNDER_WAY,
  type WriteStep,
  writeUnderWay,
} from "./journal.ts";
import { pruneRecords } from "./patch-record.ts";

/** Finishes a write that was cut short, or takes it back if it can't be finished; undefined if there is none. */
export async function finishWrite(repo: Repository): Promise<"finished" | "rolled back" | undefined> {
  const state = writeUnderWay(repo.gitDir);
  const place = join(repo.gitDir, ROOM);
  if (state === "under way") throw busy();
  if (state === undefined) {
    if (fs.existsSync(place)) sweepScratch(place);
    return undefined;
  }
  try {
    await finish(repo, place);
    return "finished";
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "write-rolled-back") return "rolled back";
    throw error;
  }
}

/** From here on it is either finished or rolled back, by this process or a later one. */
export async function finish(repo: Repository, place: string): Promise<void> {
  const folder = join(place, UNDER_WAY);
  const journal = readJournal(folder);
  const why =
    (await branchMoved(repo, journal)) ?? writeFiles(journal, folder) ?? writeIndex(journal, folder);
  if (why !== undefined) {
    rollBack(journal, folder);
    throw new CannotLook(failure("write-rolled-back", `${why}, so nothing was written`, "run it again"));
  }
  if (journal.branch !== null) await moveBranch(repo, journal.branch);
  const record = join(folder, "record");
  if (fs.existsSync(record)) fs.renameSync(record, join(place, "records", journal.record));
  forget(place);
  pruneRecords(join(place, "records"));
  // What the index remembers about the files that were written: only for speed.
  askUserGit(journal.top, repo.git.env, ["update-index", "-q", "--refresh"]);
}

/** Under Git's own lock of the index. Says why it can't be done. */
function writeFiles(journal: Journal, folder: string): string | undefined {
  if (fs.existsSync(join(folder, FILES_WRITTEN))) return undefined;
  const why = changedMeanwhile(journal) ?? takeIndexLock(journal, folder);
  if (why !== undefined) return why;
  for (const [at, step] of journal.steps.entries()) {
    if (!putInPlace(journal, step, at, folder))
      return `${showPath(pathOf(step))} was changed by somebody else meanwhile`;
  }
  replaceFile(join(folder, FILES_WRITTEN), "");
  return undefined;
}

const FILES_WRITTEN = "files-written";

function writeIndex(journal: Journal, folder: string): string | undefined {
  if (!isOurLock(journal)) {
    // It is written already, and may have changed since; or somebody has removed our lock.
    if (digestOf(readFileIfThere(journal.index)) !== journal.indexBefore) return undefined;
    const why = takeIndexLock(journal, folder);
    if (why !== undefined) return why;
  }
  fs.renameSync(`${journal.index}.lock`, journal.index);
  return undefined;
}

/** Git's own lock, made from the new index, so that no Git changes the index meanwhile. Says why it can't be taken. */
function takeIndexLock(journal: Journal, folder: string): string | undefined {
  const { index, indexBefore } = journal;
  // The lock becomes the index: a file of its own, so that the one in the folder stays as it is.
  const made = join(folder, "index.lock");
  try {
    fs.rmSync(made, { force: true });
    fs.copyFileSync(join(folder, "index"), made);
    fs.linkSync(made, `${index}.lock`);
  } catch (error) {
    if (!hasCode(error, ["EEXIST"])) throw error;
    // A lock of ours, from before we were cut short, holds the same.
    if (!isOurLock(journal)) return "another Git process is changing the index";
  }
  const now = digestOf(readFileIfThere(index));
  return now === indexBefore ? undefined : "the index was changed by somebody else meanwhile";
}

function isOurLock({ index, indexAfter }: Journal): boolean {
  const lock = readFileIfThere(`${index}.lock`);
  return lock !== undefined && digestOf(lock) === indexAfter;
}

function changedMeanwhile({ steps, top }: Journal): string | undefined {
  const other = steps.find((step) => {
    const now = digestAt(placeOf(top, pathOf(step)));
    return now !== step.before && now !== step.after;
  });
  return other === undefined
    ? undefined
    : `${showPath(pathOf(other))} was changed by somebody else meanwhile`;
}

async function branchMoved(repo: Repository, { branch }: Journal): Promise<string | undefined> {
  if (branch === null) return undefined;
  const now = await repo.git.run(["rev-parse", "--verify", "--quiet", branch.ref], { okCodes: [0, 1, 128] });
  const id = now.stdout.toString("latin1").trim();
  return id === branch.old || id === branch.new
    ? undefined
    : `${branch.ref} was moved by somebody else meanwhile`;
}

async function moveBranch(repo: Repository, { ref, old, new: id }: BranchMove): Promise<void> {
  const now = await repo.git.run(["rev-parse", "--verify", "--quiet", ref], { okCodes: [0, 1, 128] });
  if (now.stdout.toString("latin1").trim() === id) return;
  await repo.git.run(["update-ref", "-m", "arkitekt patch apply", ref, id, old]);
}

/** False if the file holds neither what it held nor what it must hold; then it is left as it is. */
function putInPlace({ top }: Journal, step: WriteStep, at: number, folder: string): boolean {
  const place = placeOf(top, pathOf(step));
  const kept = join(folder, "kept", String(at));
  fs.mkdirSync(join(folder, "kept"), { recursive: true });
  const now = digestAt(place);
  if (now === step.after) return true;
  if (now !== step.before) return false;
  if (step.before !== "" && !fs.existsSync(kept) && !isLinkAt(kept)) keep(place, kept);
  if (step.before === "" && !makesRoom(place)) return false;
  if (step.after === "") {
    fs.rmSync(place, { force: true });
    removeEmptyFolders(top, pathOf(step));
    return true;
  }
  fs.mkdirSync(dirnameOf(place), { recursive: true });
  moveOrCopy(join(folder, "files", String(at)), place, Buffer.from(`.arkitekt-${process.pid}-${at}.tmp`));
  // Somebody may have written to the old file in that instant: it is kept, and recognised here.
  return step.before === "" || digestAt(Buffer.from(kept)) === step.before || restore(kept, place);
}

/** The folder whose last file has just gone may be left over. */
function makesRoom(place: Buffer): boolean {
  try {
    fs.rmdirSync(place);
    return true;
  } catch (error) {
    if (hasCode(error, ["ENOENT", "ENOTDIR"])) return true;
    if (hasCode(error, ["ENOTEMPTY", "EEXIST"])) return false;
    throw error;
  }
}

function restore(kept: string, place: Buffer): false {
  fs.renameSync(kept, place);
  return false;
}

function keep(place: Buffer, kept: string): void {
  try {
    fs.linkSync(place, kept);
  } catch (error) {
    if (!hasCode(error, ["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP"])) throw error;
    if (fs.lstatSync(place).isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(place, "buffer"), kept);
    else fs.copyFileSync(place, kept);
  }
}

/** In one step; from another file system by way of a file beside the place. */
function moveOrCopy(from: string, place: Buffer, beside: Buffer): void {
  try {
    fs.renameSync(from, place);
  } catch (error) {
    if (!hasCode(error, ["EXDEV"])) throw error;
    const temporary = Buffer.concat([dirnameOf(place), Buffer.from("/"), beside]);
    fs.rmSync(temporary, { force: true });
    if (fs.lstatSync(from).isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(from, "buffer"), temporary);
    else fs.copyFileSync(from, temporary);
    fs.renameSync(temporary, place);
  }
}

/** Undoes what was written; what somebody else has changed since stays as it is. */
function rollBack(journal: Journal, folder: string): void {
  const { top, index, indexAfter, steps } = journal;
  const indexNow = readFileIfThere(index) ?? Buffer.alloc(0);
  for (const [at, step] of steps.entries()) {
    const place = placeOf(top, pathOf(step));
    const kept = join(folder, "kept", String(at));
    if (digestAt(place) !== step.after || step.before === step.after) continue;
    if (step.before === "") {
      fs.rmSync(place, { force: true });
      removeEmptyFolders(top, pathOf(step));
    } else if (fs.existsSync(kept) || isLinkAt(kept)) {
      fs.mkdirSync(dirnameOf(place), { recursive: true });
      moveOrCopy(kept, place, Buffer.from(`.arkitekt-${process.pid}-${at}.tmp`));
    }
  }
  if (isOurLock(journal)) fs.rmSync(`${index}.lock`, { force: true });
  if (digestOf(indexNow) === indexAfter)
    replaceUnderLock(index, indexNow, fs.readFileSync(join(folder, "index.before")));
  forget(dirname(folder));
}

/** Renamed first: half of a folder that is being removed must not be taken for a write under way. */
function forget(place: string): void {
  const gone = makeScratch("patch", place);
  fs.renameSync(join(place, UNDER_WAY), join(gone, "done"));
  removeScratch(gone);
}

/** As Git does when the last file of a folder goes. */
function removeEmptyFolders(top: string, path: RepoPath): void {
  const segments = path.split("/");
  for (let depth = segments.length - 1; depth > 0; depth--) {
    try {
      fs.rmdirSync(placeOf(top, segments.slice(0, depth).join("/")));
    } catch (error) {
      if (hasCode(error, ["ENOTEMPTY", "EEXIST", "ENOENT", "EBUSY", "EPERM", "EACCES"])) return;
      throw error;
    }
  }
}
