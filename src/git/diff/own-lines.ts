// The lines that a change adds to a text which Git can't tell: Git takes a text with a NUL for binary, and ends a line at LF
// alone, while to Lua a NUL is a character like any other and a CR ends a line too.

import { commonLines } from "../../base/common-lines.ts";
import type { LineChange, LineRange, ObjectId } from "../../model/change.ts";
import type { Objects } from "../objects/objects.ts";
import { addRange } from "./hunk.ts";
import { withoutWhitespace } from "./without-whitespace.ts";

/** The lines are counted as Lua counts them; none that stands in one of `before` is new, whatever its white space. */
export async function ownLines(
  objects: Objects,
  before: readonly ObjectId[],
  after: ObjectId,
): Promise<LineChange> {
  const [text, ...others] = await Promise.all([after, ...before].map((id) => linesOf(objects, id)));
  const lines = text ?? [];
  const bareLines = lines.map(withoutWhitespace);
  const there = others.map((other) => commonLines(other.map(withoutWhitespace), bareLines));
  const added: LineRange[] = [];
  let addedLoc = 0;
  bareLines.forEach((bare, index) => {
    if (there.some((same) => same.has(index))) return;
    addRange(added, { start: index + 1, end: index + 2 });
    if (bare !== "") addedLoc++;
  });
  return { kind: "text", added, addedLoc, endsAtCr: true };
}

async function linesOf(objects: Objects, id: ObjectId): Promise<readonly string[]> {
  const { bytes } = await objects.get(id);
  const lines = (bytes ?? Buffer.alloc(0)).toString("latin1").split(/\r\n|\n\r|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
