import { closeSync, existsSync, mkdirSync, openSync, readSync, realpathSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { CannotLook } from "../model/failure.ts";
import { systemFailure } from "./system-failure.ts";

/** The nearest folder at or above `from` that holds `name`; undefined when none does. */
export function folderAbove(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (at === parse(at).root) return undefined;
  }
}

/** Makes `path` where at most `levels` folders of it are missing; false when more are, which looks like a slip. */
export function makePlace(path: string, levels: number): boolean {
  let missing = 0;
  for (let at = path; !existsSync(at); at = dirname(at)) missing++;
  if (missing > levels) return false;
  if (missing > 0) guarded("make", path, () => mkdirSync(path, { recursive: true }));
  return true;
}

/** The same text for every name of one folder; undefined when it is not there. */
export function realPlace(path: string): string | undefined {
  return existsSync(path) ? guarded("look at", path, () => realpathSync.native(path)) : undefined;
}

/** A file that a person named on the command line, links and all; also what a shell passes as `<(…)`. */
export function readNamedFile(path: string, limit: number): Buffer {
  return guarded("read", path, () => {
    const handle = openSync(path, "r");
    try {
      return readAtMost(handle, path, limit);
    } finally {
      closeSync(handle);
    }
  });
}

function readAtMost(handle: number, path: string, limit: number): Buffer {
  const pieces: Buffer[] = [];
  for (let size = 0; ; ) {
    const piece = Buffer.alloc(64 * 1024);
    const count = readSync(handle, piece);
    if (count === 0) return Buffer.concat(pieces);
    size += count;
    if (size > limit) throw new CannotLook(tooLarge(path, limit));
    pieces.push(piece.subarray(0, count));
  }
}

function tooLarge(path: string, limit: number) {
  return {
    kind: "too-large",
    message: `${path} has more than ${limit} bytes, which is the most that is taken`,
    next: "hand over a smaller file, or a link to it",
    where: path,
  };
}

function guarded<T>(doing: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") {
      throw new CannotLook(systemFailure(error.code, doing, path));
    }
    throw error;
  }
}
