import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
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

/** A file that a person named on the command line, links and all. */
export function readNamedFile(path: string, limit: number): Buffer {
  return guarded("read", path, () => {
    const { size } = statSync(path);
    if (size > limit) throw new CannotLook(tooLarge(path, size, limit));
    return readFileSync(path);
  });
}

function tooLarge(path: string, size: number, limit: number) {
  return {
    kind: "too-large",
    message: `${path} has ${size} bytes; at most ${limit} are taken`,
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
