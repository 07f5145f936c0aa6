// Which added lines only moved their white space. Git's `-w` can't be asked for it in the same breath as the list of
// files: since 2.52 that option hides from `--raw` every file in which nothing but white space changed.

/** Beyond this many pairs of equal lines the search would take too long; lines are then paired in order. */
const MOST_PAIRS = 1_000_000;

/** White space as C's `isspace` sees it, taken out: two lines with the same ink are the same under `-w`. */
export function inkOf(line: string): string {
  return line.replace(/[\t-\r ]+/g, "");
}

/**
 * The indexes of `added` lines that pair up with `removed` ones of the same ink, in order, as many as can be (a longest
 * common subsequence).
 */
export function sameLines(removed: readonly string[], added: readonly string[]): ReadonlySet<number> {
  const same = new Set<number>();
  let start = 0;
  while (start < removed.length && start < added.length && removed[start] === added[start]) same.add(start++);
  let tail = 0;
  const longest = Math.min(removed.length, added.length) - start;
  while (tail < longest && removed[removed.length - 1 - tail] === added[added.length - 1 - tail]) {
    same.add(added.length - 1 - tail++);
  }
  const middle = longestCommon(
    removed.slice(start, removed.length - tail),
    added.slice(start, added.length - tail),
  );
  for (const index of middle) same.add(start + index);
  return same;
}

interface Link {
  readonly index: number;
  readonly before: Link | undefined;
}

/** Hunt and Szymanski: for each length the common subsequence that ends earliest in `added`. */
function longestCommon(removed: readonly string[], added: readonly string[]): number[] {
  const places = placesOf(added);
  const pairs = removed.reduce((sum, line) => sum + (places.get(line)?.length ?? 0), 0);
  if (pairs === 0) return [];
  if (pairs > MOST_PAIRS) return pairInOrder(removed, places);
  const ends: Link[] = [];
  for (const line of removed) {
    const at = places.get(line) ?? [];
    // From the back, so that one removed line never pairs twice.
    for (let n = at.length - 1; n >= 0; n--) {
      const index = at[n] ?? 0;
      const length = firstEndAtOrAfter(ends, index);
      ends[length] = { index, before: ends[length - 1] };
    }
  }
  const found: number[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) found.push(link.index);
  return found;
}

function placesOf(lines: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const known = places.get(line);
    if (known === undefined) places.set(line, [index]);
    else known.push(index);
  });
  return places;
}

function firstEndAtOrAfter(ends: readonly Link[], index: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pairInOrder(removed: readonly string[], places: ReadonlyMap<string, readonly number[]>): number[] {
  const found: number[] = [];
  const used = new Map<string, number>();
  let last = -1;
  for (const line of removed) {
    const at = places.get(line) ?? [];
    let n = used.get(line) ?? 0;
    while (n < at.length && (at[n] ?? 0) <= last) n++;
    used.set(line, n);
    const index = at[n];
    if (index === undefined) continue;
    found.push(index);
    last = index;
  }
  return found;
}
