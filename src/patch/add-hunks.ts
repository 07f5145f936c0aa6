import type { LineHunk, PatchEdit } from "../model/patch.ts";

/** A file's hunks make one edit, wherever in a patch they stand. */
export function addHunks(edits: PatchEdit[], path: string, hunks: readonly LineHunk[]): void {
  const at = edits.findIndex((edit) => edit.path === path && edit.kind === "lines");
  const known = edits[at];
  if (known?.kind === "lines") edits[at] = { ...known, hunks: [...known.hunks, ...hunks] };
  else edits.push({ kind: "lines", path, hunks });
}
