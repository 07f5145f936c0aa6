// Phases of other manifests, and tasks that are called like one: the branch of each is one, and so is the task that counts on it.
import type { RepoPath } from "../../base/repo-path.ts";
import { CannotLook } from "../../model/failure.ts";
import { phaseCode, taskFile } from "../../task/task-file.ts";
import type { TaskFiles } from "../task-files.ts";

/** The file of each, by its code in small letters. One that can't be read has none. */
export async function takenCodes(files: TaskFiles, own: RepoPath): Promise<ReadonlyMap<string, RepoPath>> {
  const taken = new Map<string, RepoPath>();
  for (const path of await files.manifests()) {
    if (path === own) continue;
    for (const code of await codesIn(files, path)) taken.set(code.toLowerCase(), path);
  }
  for (const code of await files.codes())
    if (code.toLowerCase().startsWith(phaseCode(""))) taken.set(code.toLowerCase(), taskFile(code));
  return taken;
}

async function codesIn(files: TaskFiles, path: RepoPath): Promise<readonly string[]> {
  try {
    const read = await files.manifest(path);
    return (read?.manifest.phases ?? []).map(({ task }) => task.code);
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-task") return [];
    throw error;
  }
}
