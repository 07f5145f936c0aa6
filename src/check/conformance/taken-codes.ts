// Phases of other manifests, and tasks with the name of one: they share one branch, and one task counts on it.
import type { RepoPath } from "../../base/repo-path.ts";
import { CannotLook } from "../../model/failure.ts";
import type { Manifest } from "../../model/pipeline.ts";
import { phaseCode, taskFile } from "../../task/task-file.ts";
import type { TaskFiles } from "../task-files.ts";

export interface Taken {
  readonly path: RepoPath;
  /** The digest of a phase's payload: two that ask for the same are one. */
  readonly digest: string | undefined;
}

/** By their codes in lower case. A manifest that can't be read has none. */
export type TakenCodes = ReadonlyMap<string, Taken>;

export async function takenCodes(files: TaskFiles, own: RepoPath): Promise<TakenCodes> {
  const taken = new Map<string, Taken>();
  for (const path of await files.manifests()) {
    if (path === own) continue;
    for (const [code, phase] of await codesIn(files, path)) taken.set(code, phase);
  }
  for (const code of await files.codes())
    if (code.toLowerCase().startsWith(phaseCode("")))
      taken.set(code.toLowerCase(), { path: taskFile(code), digest: undefined });
  return taken;
}

async function codesIn(files: TaskFiles, path: RepoPath): Promise<readonly (readonly [string, Taken])[]> {
  try {
    const read = await files.manifest(path);
    return read === undefined ? [] : codesOf(read.manifest, path);
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-task") return [];
    throw error;
  }
}

/** The codes of its phases. */
export function codesOf(
  { phases }: Manifest,
  path: RepoPath | undefined,
): readonly (readonly [string, Taken])[] {
  if (path === undefined) return [];
  return phases.map(({ task, digest }) => [task.code.toLowerCase(), { path, digest }] as const);
}
