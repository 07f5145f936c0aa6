// The difference of two texts as people and `git apply` read it.

const CONTEXT = 3;

/** Above this many pairs of lines what differs is shown as one whole: it would take too long to find what is common in it. */
const MOST_PAIRS = 4_000_000;

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
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const signs = [
    ...Array<" ">(start).fill(" "),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...Array<" ">(end).fill(" "),
  ];
  let before = 0;
  let after = 0;
  return signs.map((sign) => {
    const mark = { sign, line: (sign === "+" ? fresh[after] : old[before]) ?? "", old: before, fresh: after };
    if (sign !== "+") before++;
    if (sign !== "-") after++;
    return mark;
  });
}

/** The longest common sequence, walked from the front. */
function middle(old: readonly string[], fresh: readonly string[]): readonly Mark["sign"][] {
  const width = fresh.length + 1;
  if (old.length * fresh.length > MOST_PAIRS)
    return [...Array<"-">(old.length).fill("-"), ...Array<"+">(fresh.length).fill("+")];
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const signs: Mark["sign"][] = [];
  for (let row = 0, column = 0; row < old.length || column < fresh.length; ) {
    if (row < old.length && column < fresh.length && old[row] === fresh[column]) {
      signs.push(" ");
      row++;
      column++;
    } else if (row < old.length && (column === fresh.length || at(row + 1, column) >= at(row, column + 1))) {
      signs.push("-");
      row++;
    } else {
      signs.push("+");
      column++;
    }
  }
  return signs;
}

/** Changes with a few lines around them; those that are near each other are one hunk. */
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
