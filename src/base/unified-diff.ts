// The difference of two texts as people and `git apply` read it.
import { commonLines } from "./common-lines.ts";

const CONTEXT = 3;

/** Empty when the texts are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const marks = marksOf(linesOf(before), linesOf(after));
  return `--- a/${path}\n+++ b/${path}\n${hunksOf(marks).map(hunkText).join("")}`;
}

/** A line of either text, or of both. */
interface Mark {
  readonly sign: " " | "-" | "+";
  readonly line: string;
  /** How many lines of each text come before it. */
  readonly old: number;
  readonly fresh: number;
}

/** Lines with their ends, so that a last line without one differs from one with it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marksOf(old: readonly string[], fresh: readonly string[]): readonly Mark[] {
  const marks: Mark[] = [];
  let row = 0;
  let column = 0;
  const put = (sign: Mark["sign"], line: string | undefined) => {
    marks.push({ sign, line: line ?? "", old: row, fresh: column });
    if (sign !== "+") row++;
    if (sign !== "-") column++;
  };
  const same = [...commonLines(old, fresh)].sort(([left], [right]) => left - right);
  for (const [freshAt, oldAt] of same) {
    while (row < oldAt) put("-", old[row]);
    while (column < freshAt) put("+", fresh[column]);
    put(" ", old[row]);
  }
  while (row < old.length) put("-", old[row]);
  while (column < fresh.length) put("+", fresh[column]);
  return marks;
}

/** Changes with a few lines around them; those near each other make one hunk. */
function hunksOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [index, { sign }] of marks.entries()) {
    if (sign === " ") continue;
    const last = hunks.at(-1);
    if (last !== undefined && index - CONTEXT <= last.to) last.to = index + CONTEXT + 1;
    else hunks.push({ from: Math.max(0, index - CONTEXT), to: index + CONTEXT + 1 });
  }
  return hunks.map(({ from, to }) => marks.slice(from, to));
}

function hunkText(marks: readonly Mark[]): string {
  const [first] = marks;
  const range = (start: number, sign: "-" | "+") => {
    const count = marks.filter((mark) => mark.sign !== sign).length;
    return `${count === 0 ? start : start + 1}${count === 1 ? "" : `,${count}`}`;
  };
  const head = `@@ -${range(first?.old ?? 0, "+")} +${range(first?.fresh ?? 0, "-")} @@\n`;
  return head + marks.map(({ sign, line }) => sign + ended(line)).join("");
}

function ended(line: string): string {
  return line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`;
}
