// Files as the rest of the program needs them: a file is complete or not there at all, whenever the process ends.
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Failure } from "../model/failure.ts";
import { systemFailure } from "./system-failure.ts";
import { addInPlace, moveInPlace, temporaryName, writeTemporary } from "./temporary-file.ts";

/** The contents of a file, or `undefined` if there is none. */
export function readFileIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, ["ENOENT", "ENOTDIR"])) return undefined;
    // Node leaves the path out where a folder is read as a file.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** The last bytes of a file, `most` of them; throws what the file system refuses. */
export function readEndOf(path: string, most: number): Buffer {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, most));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, size - bytes.length));
  } finally {
    closeSync(file);
  }
}

/**
 * Puts `contents` in the place of whatever `path` holds: a reader sees the old file or the new one, never a part. A
 * symlink stays, and what it points to is replaced.
 */
export function replaceFile(path: string, contents: string | Uint8Array, mode = 0o644): void {
  const target = realTarget(path);
  moveInPlace(writeBeside(target, contents, mode), target);
}

/**
 * The same for what may vanish in a power cut, or be damaged by one, because its reader proves it and can do without it. The
 * old file goes first: if a rename replaces another file, some file systems wait for the disk.
 */
export function replaceKept(path: string, contents: string | Uint8Array): void {
  const temporary = join(dirname(path), temporaryName());
  writeTemporary(temporary, contents, { lasts: false });
  removeFile(path);
  moveInPlace(temporary, path);
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // If anything else stands in the way, the rename reports it.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

/** Makes a file that was not there; `false`, and nothing changed, if it was. */
export function createFile(path: string, contents: string | Uint8Array, mode = 0o644): boolean {
  return addInPlace(writeBeside(path, contents, mode), path);
}

/**
 * Puts `after` in the place of `before` under a lock file, as Git does: the lock holds the new contents and becomes the
 * file. A missing file counts as an empty one.
 */
export function replaceUnderLock(
  path: string,
  before: Buffer,
  after: Buffer,
): "replaced" | "changed" | "locked" {
  const target = realTarget(path);
  const lock = `${target}.lock`;
  const mode = (modeOf(target) ?? 0o644) & 0o777;
  if (!addInPlace(writeBeside(target, after, mode), lock)) return "locked";
  if ((readFileIfThere(target) ?? Buffer.alloc(0)).equals(before)) {
    renameSync(lock, target);
    return "replaced";
  }
  rmSync(lock, { force: true });
  return "changed";
}

/** What the file system refused, as a failure; `undefined` for an error that is not an answer of the file system. */
export function fileFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const place = "dest" in error ? error.dest : "path" in error ? error.path : undefined;
  return systemFailure(
    String(error.code),
    VERBS[String(error.syscall)] ?? "write",
    String(place ?? "a file"),
  );
}

const VERBS: Readonly<Record<string, string>> = {
  mkdir: "make",
  mkdtemp: "make",
  scandir: "read",
  read: "read",
  unlink: "remove",
};

export function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

function writeBeside(path: string, contents: string | Uint8Array, mode: number): string {
  const temporary = join(dirname(path), temporaryName());
  writeTemporary(temporary, contents, { mode });
  return temporary;
}

function modeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mode;
}

function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (hasCode(error, ["ENOENT"])) return path;
    throw error;
  }
}
