// Folders and what lies in them, as install needs them.
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { hasCode } from "./files.ts";

/** The names in a folder, sorted; none if there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (hasCode(error, ["ENOENT", "ENOTDIR"])) return [];
    throw error;
  }
}

/** The files below a folder, relative to it, sorted; none if there is no such folder. */
export function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch (error) {
    if (hasCode(error, ["ENOENT", "ENOTDIR"])) return [];
    throw error;
  }
}

export function isFolder(path: string): boolean {
  return statIfThere(path)?.isDirectory() === true;
}

/** What is at a path itself: for a symbolic link, the link; `undefined` if there is nothing. */
export function kindAt(path: string): "file" | "folder" | "other" | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isFile()) return "file";
  return found.isDirectory() ? "folder" : "other";
}

export function isThere(path: string): boolean {
  try {
    // No error is made of one that is not: that takes longer than to look.
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (hasCode(error, ["ENOTDIR"])) return false;
    throw error;
  }
}

/** The permission bits of a file; `undefined` if there is none. */
export function modeOf(path: string): number | undefined {
  const found = statIfThere(path);
  return found === undefined ? undefined : found.mode & 0o777;
}

/** When a file was last written, in milliseconds since 1970; 0 if there is none. */
export function changedAt(path: string): number {
  return statIfThere(path)?.mtimeMs ?? 0;
}

/** Changed within the last ten seconds: it may be the temporary file of somebody who is still writing. */
export function isFresh(path: string): boolean {
  const found = statIfThere(path);
  return found !== undefined && Date.now() - found.mtimeMs < 10_000;
}

/** A file that this user can run; one in a folder that this user can't enter doesn't count. */
export function isRunnable(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** A symbolic link; none on a system that makes none for this user. */
export function makeLink(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch {}
}

/** Removes a folder that holds nothing; any other one stays. */
export function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if (!hasCode(error, ["ENOENT", "ENOTEMPTY", "EEXIST"])) throw error;
  }
}

/** Removes a file, or a folder with all it holds; a missing one is not an error. */
export function takeAway(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Where `program` lies on PATH, as it is named there: a symlink stays one. */
export function onPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === "win32" ? [`${program}.exe`, program] : [program];
  // A copy of Windows' environment no longer takes "Path" for "PATH".
  return (env["PATH"] ?? env["Path"] ?? "")
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((place) => isRunnable(place));
}

function statIfThere(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    if (hasCode(error, ["ENOENT", "ENOTDIR"])) return undefined;
    throw error;
  }
}
