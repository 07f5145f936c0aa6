// Which added lines only moved their white space. Git's `-w` can't be asked for it in the same breath as the list of
// files: since 2.52 that option hides from `--raw` every file in which nothing but white space changed.

/** Beyond this many pairs of equal lines the search would take too long; the most frequent lines are then left out. */
const MOST_PAIRS = 4_000_000;

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
  const places = affordable(placesOf(removed), placesOf(added));
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

/** Where the lines of both sides are in `added`, the rarest first, as long as there is time for their pairs. */
function affordable(
  removed: ReadonlyMap<string, readonly number[]>,
  added: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, readonly number[]> {
  const pairs = (line: string) => (removed.get(line)?.length ?? 0) * (added.get(line)?.length ?? 0);
  const common = [...added.keys()].filter((line) => removed.has(line)).sort((a, b) => pairs(a) - pairs(b));
  const places = new Map<string, readonly number[]>();
  let total = 0;
  for (const line of common) {
    total += pairs(line);
    if (total > MOST_PAIRS) break;
    places.set(line, added.get(line) ?? []);
  }
  return places;
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
