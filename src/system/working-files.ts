// Files of a working tree, by their repository paths: no symbolic link on the way is followed, and a file is there whole, as it
// was or as it is to be, whenever the process ends.
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { encodePath, type RepoPath } from "../base/repo-path.ts";
import { hasCode } from "./files.ts";

export type WorkingFile =
  | { readonly kind: "file"; readonly bytes: Buffer; readonly isReadOnly: boolean }
  /** Nothing, a folder, a link, or something behind a link. */
  | { readonly kind: "no-file" };

export function readWorkingFile(top: string, path: RepoPath): WorkingFile {
  const stat = regularFile(top, path);
  if (stat === undefined) return { kind: "no-file" };
  return { kind: "file", bytes: fs.readFileSync(placeOf(top, path)), isReadOnly: (stat.mode & 0o222) === 0 };
}

/**
 * Puts `after` in the place of `before`; false, and nothing done, when the file holds something else by now. The new file is
 * made in `workshop`, a folder of ours, so that one that is never finished does not lie in the working tree.
 */
export function replaceWorkingFile(
  top: string,
  path: RepoPath,
  before: Buffer,
  after: Buffer,
  workshop: string,
): boolean {
  const stat = regularFile(top, path);
  if (stat === undefined) return false;
  const place = placeOf(top, path);
  const name = `.arkitekt-${randomBytes(8).toString("hex")}.tmp`;
  const beside = Buffer.concat([place.subarray(0, place.lastIndexOf("/") + 1), Buffer.from(name)]);
  for (const made of [Buffer.from(join(workshop, name)), beside]) {
    try {
      writeLike(made, after, stat);
      const now = readWorkingFile(top, path);
      if (now.kind !== "file" || !now.bytes.equals(before)) return false;
      fs.renameSync(made, place);
      return true;
    } catch (error) {
      // The working tree may lie on another file system than the Git folder.
      if (!hasCode(error, ["EXDEV"]) || made === beside) throw error;
    } finally {
      fs.rmSync(made, { force: true });
    }
  }
  return false;
}

/** A folder below `parent` for unfinished files, gone at the end; what killed processes left there goes too. */
export async function withWorkshop<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  sweep(parent);
  const folder = join(parent, `${WORKSHOP}${process.pid}-${randomBytes(4).toString("hex")}`);
  fs.mkdirSync(folder);
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const WORKSHOP = "arkitekt-fix-";

/** A file of our own in a workshop below `parent`, for a program that wants one. */
export function withScratchFile<T>(
  parent: string,
  contents: Buffer,
  work: (file: string) => Promise<T>,
): Promise<T> {
  return withWorkshop(parent, async (folder) => {
    const file = join(folder, "scratch");
    if (contents.length > 0) fs.writeFileSync(file, contents);
    return await work(file);
  });
}

function sweep(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    const pid = /^arkitekt-fix-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      fs.rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // A program that the killed process had started may still be at work in it: it goes the next time.
      if (!hasCode(error, ["ENOTEMPTY", "EBUSY", "EPERM", "EACCES"])) throw error;
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, ["ESRCH"]);
  }
}

/** With the permissions and, where we may give it away, the owner of the file it is to replace. */
function writeLike(made: Buffer, bytes: Buffer, { mode, uid, gid }: fs.Stats): void {
  const file = fs.openSync(made, "wx", 0o600);
  try {
    fs.writeFileSync(file, bytes);
    try {
      fs.fchownSync(file, uid, gid);
    } catch (error) {
      if (!hasCode(error, ["EPERM", "ENOSYS", "EINVAL"])) throw error;
    }
    fs.fchmodSync(file, mode & 0o7777);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

function regularFile(top: string, path: RepoPath): fs.Stats | undefined {
  const segments = path.split("/");
  for (let depth = 1; depth < segments.length; depth++) {
    const folder = fs.lstatSync(placeOf(top, segments.slice(0, depth).join("/")), { throwIfNoEntry: false });
    if (folder?.isDirectory() !== true) return undefined;
  }
  const stat = fs.lstatSync(placeOf(top, path), { throwIfNoEntry: false });
  return stat?.isFile() === true ? stat : undefined;
}

function placeOf(top: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]);
}
