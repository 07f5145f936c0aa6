// Which lines of a file a change adds.
import type { LineRange } from "../model/change.ts";
import type { SourceFile } from "./source-file.ts";

/** `line` is counted as Lua counts. What Git calls binary is added as a whole: nobody has separated the old from the new in it. */
export function isAddedLine(line: number, file: Pick<SourceFile, "change" | "lines">): boolean {
  return isAddedBetween(line, line, file);
}

/** Whether the change adds one of these lines, both ends included. */
export function isAddedBetween(
  first: number,
  last: number,
  { change, lines: index }: Pick<SourceFile, "change" | "lines">,
): boolean {
  if (change === undefined || change.kind === "deleted") return false;
  const { lines } = change;
  if (lines.kind === "binary") return true;
  const [from, to] = lines.endsAtCr ? [first, last] : [index.gitLine(first), index.gitLine(last)];
  const range = firstThatEndsBehind(from, lines.added);
  return range !== undefined && range.start <= to;
}

/** The ranges are in ascending order. */
function firstThatEndsBehind(line: number, ranges: readonly LineRange[]): LineRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return ranges[low];
}
