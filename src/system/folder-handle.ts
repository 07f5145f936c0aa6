// How an open folder is held. Linux reaches names through /proc/self/fd, which is what `openat` does. Elsewhere a path must be
// free of links when it is opened.
import * as fs from "node:fs";
import { resolve } from "node:path";
import { CannotLook } from "../model/failure.ts";
import { attempt } from "./system-call.ts";
import { notAFolder, systemFailure } from "./system-failure.ts";

export interface FolderHandle {
  /** Names in the folder are reached as `<base>/<name>`. */
  readonly base: string;
  sync(): void;
  close(): void;
}

/** Opens the folder at `at`, which messages call `path`; a link in its last place is followed only if `isFollowed`. */
export function openFolder(path: string, at: string, isFollowed: boolean): FolderHandle {
  if (!hasHandles()) return { base: checkedPath(path, at), sync() {}, close() {} };
  const follow = isFollowed ? 0 : fs.constants.O_NOFOLLOW;
  const flags = fs.constants.O_RDONLY | fs.constants.O_DIRECTORY | follow;
  const handle = attempt("open", path, () => fs.openSync(at, flags));
  if (handle === undefined) throw new CannotLook(systemFailure("ENOENT", "open", path));
  return {
    base: `/proc/self/fd/${handle}`,
    sync: () => syncFolder(handle),
    close: () => fs.closeSync(handle),
  };
}

/** The real place of a folder that a person named; undefined if there is none. */
export function realFolder(path: string): string | undefined {
  return attempt("open", path, () => {
    const real = fs.realpathSync.native(path);
    return fs.statSync(real).isDirectory() ? real : undefined;
  });
}

let handles: boolean | undefined;

function hasHandles(): boolean {
  handles ??= process.platform === "linux" && fs.existsSync("/proc/self/fd");
  return handles;
}

/** Some file systems cannot sync a folder; nothing can be done about it. */
function syncFolder(handle: number): void {
  try {
    fs.fsyncSync(handle);
  } catch {}
}

/** Without handles: the path must be free of links, which the caller's `lstat` alone cannot promise. */
function checkedPath(path: string, at: string): string {
  const real = attempt("open", path, () => fs.realpathSync.native(at));
  if (real === undefined) throw new CannotLook(systemFailure("ENOENT", "open", path));
  if (real !== resolve(at)) throw new CannotLook(notAFolder(path, "link"));
  return real;
}
