import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "../open/repository.ts";

/** The bytes of the index that `GIT_INDEX_FILE` names; undefined where there is none, and nothing is staged. */
export function readIndex({ gitDir, git }: Pick<Repository, "gitDir" | "git">): Buffer | undefined {
  try {
    return readFileSync(git.env["GIT_INDEX_FILE"] || join(gitDir, "index"));
  } catch {
    // One that can't be read stops Git itself.
    return undefined;
  }
}
