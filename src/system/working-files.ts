// Files of a working tree, by their repository paths: no symbolic link on the way is followed, and a file is there complete, as it
// was or as it will be, whenever the process ends.
import * as fs from "node:fs";
import { join } from "node:path";
import { encodePath, type RepoPath } from "../base/repo-path.ts";
import { createFile, hasCode } from "./files.ts";
import { temporaryName, writeTemporary } from "./temporary-file.ts";

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
 * Puts `after` in the place of `before`; false, and nothing done, if the file holds something else by now. The new file is
 * made in `scratch`, a folder of ours, so that one that is never finished does not lie in the working tree.
 */
export function replaceWorkingFile(
  top: string,
  path: RepoPath,
  before: Buffer,
  after: Buffer,
  scratch: string,
): boolean {
  const stat = regularFile(top, path);
  if (stat === undefined) return false;
  const place = placeOf(top, path);
  const name = temporaryName();
  const owner = { uid: stat.uid, gid: stat.gid };
  const beside = Buffer.concat([place.subarray(0, place.lastIndexOf("/") + 1), Buffer.from(name)]);
  for (const made of [Buffer.from(join(scratch, name)), beside]) {
    try {
      writeTemporary(made, after, { mode: stat.mode & 0o7777, owner });
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

/** Makes a file that was not there, with its folders; none of them may be a link. */
export function createWorkingFile(
  top: string,
  path: RepoPath,
  contents: string,
): "made" | "there" | "in the way" {
  if (isBlocked(top, path)) return "in the way";
  for (const folder of foldersOf(path)) fs.mkdirSync(placeOf(top, folder), { recursive: true });
  return createFile(placeOf(top, path).toString("utf8"), contents) ? "made" : "there";
}

/** Whether something on the way to a path is not a folder: a link, for example. */
export function isBlocked(top: string, path: RepoPath): boolean {
  return foldersOf(path).some((folder) => statOf(top, folder)?.isDirectory() === false);
}

function regularFile(top: string, path: RepoPath): fs.Stats | undefined {
  if (foldersOf(path).some((folder) => statOf(top, folder)?.isDirectory() !== true)) return undefined;
  const stat = statOf(top, path);
  return stat?.isFile() === true ? stat : undefined;
}

/** From the top down. */
function foldersOf(path: RepoPath): readonly RepoPath[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}

function statOf(top: string, path: RepoPath): fs.Stats | undefined {
  return fs.lstatSync(placeOf(top, path), { throwIfNoEntry: false });
}

function placeOf(top: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]);
}
