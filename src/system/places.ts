import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
} from "node:fs";
import { dirname, join, parse } from "node:path";
import { CannotLook, type Failure } from "../model/failure.ts";
import { systemFailure } from "./system-failure.ts";

/** The nearest folder at or above `from` that holds `name`; undefined if none does. */
export function folderAbove(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (at === parse(at).root) return undefined;
  }
}

/** Makes `path` if at most `levels` folders of it are missing; false if more are, which looks like a slip. */
export function makePlace(path: string, levels: number): boolean {
  let missing = 0;
  for (let at = path; !existsSync(at); at = dirname(at)) missing++;
  if (missing > levels) return false;
  if (missing > 0) guarded("make", path, () => mkdirSync(path, { recursive: true }));
  return true;
}

/** The same text for every name of one folder; undefined if it is not there. */
export function realPlace(path: string): string | undefined {
  return existsSync(path) ? guarded("look at", path, () => realpathSync.native(path)) : undefined;
}

/**
 * A file that a person named on the command line, links and all; also what a shell passes as `<(…)`. It never waits for long:
 * a pipe that nobody writes to, and a device that never ends, are reported as what they are.
 */
export function readNamedFile(path: string, limit: number): Buffer {
  return guarded("read", path, () => {
    const { O_RDONLY, O_NONBLOCK = 0 } = constants;
    const handle = openSync(path, O_RDONLY | O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      if (stat.isFile() && stat.size > limit) throw new CannotLook(tooLarge(path, limit));
      return stat.isFile() || stat.isDirectory()
        ? readAtMost(handle, path, limit)
        : readAsItComes(handle, path, limit, stat.isFIFO());
    } finally {
      closeSync(handle);
    }
  });
}

function readAtMost(handle: number, path: string, limit: number): Buffer {
  const taken = new Taken(path, limit);
  for (;;) {
    const piece = Buffer.alloc(PIECE);
    const count = readSync(handle, piece);
    if (count === 0) return taken.all();
    taken.add(piece.subarray(0, count));
  }
}

/** A pipe has nothing to read while its writer pauses, and seems ended before it has a writer; a device that seems ended is. */
function readAsItComes(handle: number, path: string, limit: number, isPipe: boolean): Buffer {
  const taken = new Taken(path, limit);
  for (let waited = 0; ; ) {
    const piece = Buffer.alloc(PIECE);
    const count = readIfReady(handle, piece);
    if (count > 0) taken.add(piece.subarray(0, count));
    else if (count === 0 && (taken.size > 0 || !isPipe)) return taken.all();
    else if (waited >= PATIENCE) throw new CannotLook(nothingComes(path));
    else {
      Atomics.wait(BELL, 0, 0, PAUSE);
      waited += PAUSE;
    }
  }
}

/** -1 while nothing is there yet. */
function readIfReady(handle: number, piece: Buffer): number {
  try {
    return readSync(handle, piece);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return -1;
    throw error;
  }
}

const PIECE = 64 * 1024;
/** In milliseconds: how long a pipe may be silent, and how often it is looked at. */
const PATIENCE = 10_000;
const PAUSE = 20;
const BELL = new Int32Array(new SharedArrayBuffer(4));

class Taken {
  size = 0;
  readonly #pieces: Buffer[] = [];
  readonly #path: string;
  readonly #limit: number;

  constructor(path: string, limit: number) {
    this.#path = path;
    this.#limit = limit;
  }

  add(piece: Buffer): void {
    this.size += piece.length;
    if (this.size > this.#limit) throw new CannotLook(tooLarge(this.#path, this.#limit));
    this.#pieces.push(piece);
  }

  all(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

function nothingComes(path: string): Failure {
  return {
    kind: "silent-pipe",
    message: `nothing came out of ${path} in ${PATIENCE / 1000} seconds`,
    next: "name a file, or a pipe that somebody writes to",
    where: path,
  };
}

function tooLarge(path: string, limit: number): Failure {
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
