import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readEndOf } from "../../system/files.ts";
import type { Repository } from "../open/repository.ts";

type Place = Pick<Repository, "gitDir" | "git">;

/** The bytes of the index that `GIT_INDEX_FILE` names; undefined where there is none, and nothing is staged. */
export function readIndex(repo: Place): Buffer | undefined {
  try {
    return readFileSync(placeOf(repo));
  } catch {
    // One that can't be read stops Git itself.
    return undefined;
  }
}

/** In bytes; 0 where there is none. */
export function sizeOfIndex(repo: Place): number {
  return statSync(placeOf(repo), { throwIfNoEntry: false })?.size ?? 0;
}

/** The last bytes; undefined where there are not as many. */
export function endOfIndex(repo: Place, length: number): Buffer | undefined {
  try {
    const bytes = readEndOf(placeOf(repo), length);
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function placeOf({ gitDir, git }: Place): string {
  return git.env["GIT_INDEX_FILE"] || join(gitDir, "index");
}
