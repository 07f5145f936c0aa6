// A merge's own lines are only those that no parent has.
import type { Entry, LineChange, LineRange } from "../../model/change.ts";
import { wholeText } from "../diff/whole-text.ts";
import type { Objects } from "../objects/objects.ts";

/** `byParent` is what the version adds to each parent's; undefined for a parent that has no such file. */
export async function linesNewToAll(
  objects: Objects,
  after: Entry,
  byParent: readonly (LineChange | undefined)[],
): Promise<LineChange> {
  let common: readonly LineRange[] | undefined;
  for (const lines of byParent) {
    if (lines === undefined) continue;
    if (lines.kind === "binary") return lines;
    common = common === undefined ? lines.added : intersection(common, lines.added);
  }
  if (common === undefined || common.length === 0 || after.kind === "submodule")
    return { kind: "text", added: [], addedLoc: 0 };
  return await wholeText(objects, after.id, { within: common });
}

/** Ranges that lie in both; both are in ascending order. */
export function intersection(left: readonly LineRange[], right: readonly LineRange[]): LineRange[] {
  const both: LineRange[] = [];
  let other = 0;
  for (const { start, end } of left) {
    while ((right[other]?.end ?? Number.POSITIVE_INFINITY) <= start) other++;
    for (let at = other; at < right.length; at++) {
      const range = right[at];
      if (range === undefined || range.start >= end) break;
      both.push({ start: Math.max(start, range.start), end: Math.min(end, range.end) });
    }
  }
  return both;
}
