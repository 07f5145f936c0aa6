/**
 * The candidate that `word` was probably meant to be: the fewest letters added, left out, changed or swapped with their
 * neighbour, letter case aside; else one that begins with it; undefined when none is near. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word === "") return undefined;
  const wanted = word.toLowerCase().slice(0, LONGEST);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const candidate of candidates) {
    const distance = slips(wanted, candidate.toLowerCase().slice(0, LONGEST), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ?? candidates.find((candidate) => isBeginning(wanted, candidate.toLowerCase()));
}

function isBeginning(word: string, candidate: string): boolean {
  return word.length > 1 && candidate.startsWith(word);
}

const LONGEST = 100;

/** Damerau–Levenshtein distance (optimal string alignment); some number not below `limit` when it is that or more. */
function slips(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let older: number[] = [];
  let old = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = (old[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[to.length] ?? limit;
}
