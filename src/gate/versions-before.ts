import type { FileChange, FileVersion } from "../model/change.ts";

/** What a file was before; a merge has several. */
export function versionsBefore(change: FileChange): FileVersion[] {
  if (change.kind === "added" || change.kind === "copied") return [];
  const path = change.kind === "renamed" ? change.from : change.path;
  const others = change.kind === "modified" ? (change.alsoBefore ?? []) : [];
  return [change.before, ...others].map((entry) => ({ path, entry, side: "before", change }));
}

/** What a file is compared with first: nothing for what was not there, and for what stands before the change itself. */
export function versionBefore({ change, side }: FileVersion): FileVersion | undefined {
  return change === undefined || side === "before" ? undefined : versionsBefore(change)[0];
}
