/**
 * A file's part of a diff as a diff for each of its hunks, each to be applied when those before it are there: some of them may be applied
 * already. It stays whole where it does more than change lines, and where they are more than anybody applies by halves.
 */
export function hunkByHunk(section: string): readonly string[] {
  const [head = "", ...hunks] = section.split(/^(?=@@ )/m);
  const isMore = /^(?:rename|copy|old mode|new file|deleted file) /m.test(head);
  const isWhole = isMore || hunks.length === 0 || hunks.length > MOST;
  return isWhole ? [section] : hunks.map((hunk) => head + hunk.replace(HEADER, whenOthersAreThere));
}

/** Git is asked about each. */
const MOST = 100;

const HEADER = /^@@ -\d+(,\d+)? \+(\d+)(,\d+)? @@/;

/** The old side then begins on the line where the new one does. A side without lines names the line before it. */
function whenOthersAreThere(_: string, before = "", start: string, after = ""): string {
  const shift = before === ",0" ? -1 : after === ",0" ? 1 : 0;
  return `@@ -${Number(start) + shift}${before} +${start}${after} @@`;
}
