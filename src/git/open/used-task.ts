// The task that was chosen for a working tree: one line in its Git folder.
import { join } from "node:path";
import { replaceFile } from "../../system/files.ts";
import { takeAway } from "../../system/folders.ts";
import { readIfThere } from "./head.ts";
import type { Repository } from "./repository.ts";

export const USED_TASK = "arkitekt-task";

export function usedTask({ gitDir }: Repository): string | undefined {
  const code = readIfThere(join(gitDir, USED_TASK))?.trim();
  return code === "" ? undefined : code;
}

/** Undefined: no task any more. */
export function useTask({ gitDir }: Repository, code: string | undefined): void {
  const file = join(gitDir, USED_TASK);
  if (code === undefined) takeAway(file);
  else replaceFile(file, `${code}\n`);
}
