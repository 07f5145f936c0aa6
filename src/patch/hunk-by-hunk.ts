/**
 * A file's part of a diff as a diff for each of its hunks: some of them may be applied already. It stays whole where it does more
 * than change lines, and where they are more than anybody applies by halves.
 */
export function hunkByHunk(section: string): readonly string[] {
  const [head = "", ...hunks] = section.split(/^(?=@@ )/m);
  const isMore = /^(?:rename|copy|old mode|new file|deleted file) /m.test(head);
  const isWhole = isMore || hunks.length === 0 || hunks.length > MOST;
  return isWhole ? [section] : hunks.map((hunk) => head + hunk);
}

/** Git is asked about each. */
const MOST = 100;
