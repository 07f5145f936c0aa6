import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FileChange } from "../../model/change.ts";
import { CannotLook } from "../../model/failure.ts";
import { namesIn } from "../../system/folders.ts";

/**
 * Refuses what a hand-off command that was killed has left half done, if it is staged: the next `spec` command finishes it. If nothing was left, only one folder is
 * looked at.
 */
export async function refuseHalfMade(
  top: string,
  requests: string,
  files: readonly FileChange[],
): Promise<void> {
  const all = join(top, requests, ".arkitekt");
  const isLeft = (id: string) => JOURNALS.some((name) => existsSync(join(all, id, name)));
  if (files.length === 0 || !namesIn(all).some(isLeft)) return;
  const { halfMadeAmong } = await import("./half-made-among.ts");
  const found = halfMadeAmong(top, requests, files, JOURNALS);
  if (found !== undefined) throw new CannotLook(found);
}

const JOURNALS = ["change.journal", "apply.journal"];
