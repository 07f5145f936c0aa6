import { existsSync } from "node:fs";
import { join } from "node:path";
import { CannotLook, failure } from "../../model/failure.ts";

/** Refuses to look at files and an index that a patch is being written to, or that one was when its process was killed. */
export async function refuseWriteUnderWay(gitDir: string): Promise<void> {
  if (!existsSync(join(gitDir, "arkitekt-patch/under-way"))) return;
  const { writeUnderWay } = await import("../write/journal.ts");
  const state = writeUnderWay(gitDir);
  if (state === undefined) return;
  throw new CannotLook(
    state === "under way"
      ? failure(
          "patch-under-way",
          "a patch is being written here",
          "wait until it is done, then run it again",
        )
      : failure(
          "patch-cut-short",
          "a patch was being written here when its process was killed, and some of its files may be written",
          "arkitekt patch finish",
        ),
  );
}
