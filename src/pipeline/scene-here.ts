import type { RepoPath } from "../base/repo-path.ts";
import type { ManifestScene } from "../check/conformance/manifest-faults.ts";
import { takenCodes } from "../check/conformance/taken-codes.ts";
import { lookAt } from "../check/lua-files.ts";
import type { TasksHere } from "../check/task/tasks-here.ts";

/** What the manifest at `path` is held against: every path of the index, or of `HEAD` if there is no index, and the other manifests. */
export async function sceneHere(
  { repo, policy, files }: TasksHere,
  path: RepoPath,
  code: string | undefined,
): Promise<ManifestScene> {
  const { entries } = await lookAt(repo, repo.isBare ? "HEAD" : undefined);
  return { policy, paths: [...entries.keys()], code, taken: await takenCodes(files, path) };
}
