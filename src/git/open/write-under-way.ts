import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import { namesIn } from "../../system/folders.ts";
import { readIfThere } from "./head.ts";

/** Refuses to look at files and an index that a patch is being written to, or was being written to when its process was killed. */
export async function refuseWriteUnderWay(gitDir: string): Promise<void> {
  const found = await underWayIn(gitDir, undefined);
  if (found !== undefined) throw new CannotLook(found);
}

/** The same for every working tree of a repository: whoever removes the program removes what finishes a write. */
export async function writesUnderWay(commonDir: string): Promise<readonly Failure[]> {
  const folder = join(commonDir, "worktrees");
  const linked = namesIn(folder).map((name) => join(folder, name));
  const found = await Promise.all([
    underWayIn(commonDir, dirname(commonDir)),
    ...linked.map((gitDir) => underWayIn(gitDir, placeOf(gitDir))),
  ]);
  return found.flatMap((one) => one ?? []);
}

async function underWayIn(gitDir: string, place: string | undefined): Promise<Failure | undefined> {
  if (!existsSync(join(gitDir, "arkitekt-patch/under-way"))) return undefined;
  const { writeUnderWay } = await import("../write/journal.ts");
  const state = writeUnderWay(gitDir);
  if (state === undefined) return undefined;
  if (state === "under way")
    return failure(
      "patch-under-way",
      "a patch is being written here",
      "wait until it is done, then run it again",
      place,
    );
  return failure(
    "patch-cut-short",
    "a patch was being written here when its process was killed, and some of its files may be written",
    place === undefined ? "arkitekt patch finish" : `cd ${place} && arkitekt patch finish`,
    place,
  );
}

/** The working tree that a Git folder belongs to. */
function placeOf(gitDir: string): string {
  return dirname(readIfThere(join(gitDir, "gitdir"))?.trim() ?? gitDir);
}
