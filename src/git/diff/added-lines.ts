// The lines that a text has and none of its older versions has, wherever Git's own diff is not asked or can't tell.

import { commonLines } from "../../base/common-lines.ts";
import type { LineChange, LineRange } from "../../model/change.ts";
import { addRange } from "./hunk.ts";
import { withoutWhitespace } from "./without-whitespace.ts";

/** Byte texts. To Lua a CR ends a line too (`endsAtCr`), to Git only LF does; white space makes no line new. */
export function addedLines(before: readonly string[], after: string, endsAtCr: boolean): LineChange {
  const bareLines = linesOf(after, endsAtCr).map(withoutWhitespace);
  const there = before.map((text) => commonLines(linesOf(text, endsAtCr).map(withoutWhitespace), bareLines));
  const added: LineRange[] = [];
  let addedLoc = 0;
  bareLines.forEach((bare, index) => {
    if (there.some((same) => same.has(index))) return;
    addRange(added, { start: index + 1, end: index + 2 });
    if (bare !== "") addedLoc++;
  });
  return { kind: "text", added, addedLoc, ...(endsAtCr ? { endsAtCr } : {}) };
}

function linesOf(text: string, endsAtCr: boolean): readonly string[] {
  const lines = text.split(endsAtCr ? /\r\n|\n\r|\n|\r/ : "\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
