// Change sets as short lines, to be compared whole: `M a.lua +2 [1-3]` for two added lines that hold text, in lines 1 to 2.

import { type StagedDiffOptions, stagedChangeSet } from "../../../src/git/changes/staged.ts";
import { openRepository, type Repository } from "../../../src/git/open/repository.ts";
import type { ChangeSet, Entry, FileChange, LineChange } from "../../../src/model/change.ts";

export async function withRepository<T>(
  place: { readonly dir: string; readonly env: NodeJS.ProcessEnv },
  use: (repo: Repository) => Promise<T>,
): Promise<T> {
  const opened = await openRepository(place.dir, place.env);
  if (!opened.ok) throw new Error(`${opened.error.kind}: ${opened.error.message}`);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}

export async function staged(
  repo: { readonly dir: string; readonly env: NodeJS.ProcessEnv },
  options: StagedDiffOptions = {},
): Promise<string[]> {
  return await withRepository(repo, async (opened) => describe(await stagedChangeSet(opened, options)));
}

export function describe(change: Pick<ChangeSet, "files">): string[] {
  return change.files.map(describeFile);
}

function describeFile(file: FileChange): string {
  if (file.kind === "deleted") return `D ${file.path}${kindOf(file.before)}`;
  const lines = describeLines(file.lines);
  if (file.kind === "added") return `A ${file.path}${kindOf(file.after)}${lines}`;
  const kinds =
    file.before.kind === file.after.kind ? kindOf(file.after) : ` ${file.before.kind} to ${file.after.kind}`;
  if (file.kind === "modified") return `M ${file.path}${kinds}${lines}`;
  return `${file.kind === "renamed" ? "R" : "C"} ${file.from} -> ${file.path}${kinds}${lines}`;
}

function kindOf({ kind }: Entry): string {
  return kind === "file" ? "" : ` ${kind}`;
}

function describeLines(lines: LineChange): string {
  if (lines.kind === "binary") return " binary";
  const ranges = lines.added.map(({ start, end }) => `${start}-${end}`).join(" ");
  return ` +${lines.addedLoc}${ranges === "" ? "" : ` [${ranges}]`}`;
}
