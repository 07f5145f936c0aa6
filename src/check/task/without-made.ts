// What recorded tasks made costs no budget, unless somebody else has touched it since.
import type { FileChange } from "../../model/change.ts";

/** `made` is what each commit that a task reproduces has changed. */
export function withoutMade(
  files: readonly FileChange[],
  made: readonly (readonly FileChange[])[],
): readonly FileChange[] {
  if (made.length === 0) return files;
  const lines = new Map<string, number>();
  for (const file of made.flat()) lines.set(file.path, (lines.get(file.path) ?? 0) + addedLoc(file));
  return files.filter((file) => addedLoc(file) > (lines.get(file.path) ?? -1));
}

function addedLoc(file: FileChange): number {
  return file.kind !== "deleted" && file.lines.kind === "text" ? file.lines.addedLoc : 0;
}
