// Raw records of a diff as file changes, with what the patch could not tell filled in.

import { showPath } from "../../base/repo-path.ts";
import type { Entry, FileChange, LineChange } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { linesKey, type RawChange, type RawDiff } from "../diff/diff-reader.ts";
import { ownLines } from "../diff/own-lines.ts";
import { isLuaName } from "../diff/text-or-binary.ts";
import { isBinary, wholeText } from "../diff/whole-text.ts";
import { entryOf } from "../objects/entry.ts";
import type { Objects } from "../objects/objects.ts";
import { linesNewToAll } from "./merge-lines.ts";

/** By `linesKey` of two versions. */
export type Lines = RawDiff["lines"];

const NOTHING: LineChange = { kind: "text", added: [], addedLoc: 0 };

/** The lines of the same diff, asked for once more in another way. Both are rare. */
export interface Again {
  /**
   * With every file taken for text: for a file that an attribute (`-diff`) makes binary to Git although it holds text, which
   * has to count like any other. For a merge it holds the pairs of each parent's version and the new one.
   */
  asText(): Promise<Lines>;
  /**
   * With white space ignored (`-w`): for a file in which that pairs lines far from each other. It is not available from the
   * same call as the list of files: since Git 2.52 it hides from `--raw` each file in which only white space changed.
   */
  withoutSpace(): Promise<Lines>;
}

export async function fileChanges(objects: Objects, diff: RawDiff, again: Again): Promise<FileChange[]> {
  let text: Promise<Lines> | undefined;
  let space: Promise<Lines> | undefined;
  const once: Again = {
    asText() {
      text ??= again.asText();
      return text;
    },
    withoutSpace() {
      space ??= again.withoutSpace();
      return space;
    },
  };
  return await Promise.all(diff.changes.map((change) => fileChange(objects, diff, change, once)));
}

async function fileChange(
  objects: Objects,
  diff: RawDiff,
  change: RawChange,
  again: Again,
): Promise<FileChange> {
  if (change.status.startsWith("U")) throw new CannotLook(unmerged(change));
  const { path, from } = change;
  const versions = change.modes.map((mode, at) => entryOf(mode, change.ids[at] ?? ""));
  const after = versions.pop();
  const [before, ...alsoBefore] = versions.filter((entry) => entry !== undefined);
  if (after === undefined) return deleted(change, before);
  const lines = await linesOf(objects, diff, change, before, after, again);
  if (before === undefined) return { kind: "added", path, after, lines };
  if (from !== undefined) return { kind: "renamed", from, path, before, after, lines };
  if (alsoBefore.length > 0) return { kind: "modified", path, before, alsoBefore, after, lines };
  return { kind: "modified", path, before, after, lines };
}

function deleted({ path }: RawChange, before: Entry | undefined): FileChange {
  if (before === undefined)
    throw new Error(`git names a change of ${showPath(path)} from nothing to nothing`);
  return { kind: "deleted", path, before };
}

async function linesOf(
  objects: Objects,
  diff: RawDiff,
  change: RawChange,
  before: Entry | undefined,
  after: Entry,
  again: Again,
): Promise<LineChange> {
  if (after.kind === "submodule") return NOTHING;
  const key = keyOf(change);
  const isNew = before === undefined || change.status === "T";
  const lua = isLuaName(change.path);
  const versions = change.modes.slice(0, -1).flatMap((mode, at) => entryOf(mode, change.ids[at] ?? "") ?? []);
  const olds = versions.flatMap(({ id, kind }) => (kind === "submodule" ? [] : [id]));
  if (!isNew && diff.oddEnds.has(key)) return await ownLines(objects, olds, after.id);
  if (diff.doubtful.has(key)) return (await again.withoutSpace()).get(key) ?? NOTHING;
  const lines = diff.lines.get(key) ?? NOTHING;
  if (lines.kind === "text") return lines;
  if (isNew) return await wholeText(objects, after.id, { isText: lua });
  if (lua) return await ownLines(objects, olds, after.id);
  for (const { id, kind } of [after, ...versions]) {
    if (kind !== "submodule" && (await isBinary(objects, id))) return lines;
  }
  const pairs = await again.asText();
  const byParent = versions.map(({ id }) => pairs.get(linesKey([id, after.id])));
  return await linesNewToAll(objects, after, byParent);
}

/** A file that became a link, or the other way round, is in the patch twice: once as deleted, once as added. */
function keyOf({ status, ids }: RawChange): string {
  if (status !== "T") return linesKey(ids);
  const [before = "", after = ""] = ids;
  return linesKey(["0".repeat(before.length), after]);
}

function unmerged({ path }: RawChange) {
  return failure(
    "unmerged-index",
    `${showPath(path)} has conflicts that are not resolved`,
    "resolve them, then: git add <file>",
    showPath(path),
  );
}
