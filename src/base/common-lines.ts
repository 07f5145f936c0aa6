// What two lists of lines have in common, in order.

/** Beyond this many pairs of equal lines the search would take too long; the most frequent lines are then left out. */
const MOST_PAIRS = 4_000_000;

/**
 * Pairs equal lines, in order, as many as possible (a longest common subsequence): from indexes of `added` to
 * indexes of `removed`.
 */
export function commonLines(
  removed: readonly string[],
  added: readonly string[],
): ReadonlyMap<number, number> {
  const same = new Map<number, number>();
  let start = 0;
  while (start < removed.length && start < added.length && removed[start] === added[start])
    same.set(start, start++);
  let tail = 0;
  const longest = Math.min(removed.length, added.length) - start;
  while (tail < longest && removed[removed.length - 1 - tail] === added[added.length - 1 - tail]) {
    same.set(added.length - 1 - tail, removed.length - 1 - tail);
    tail++;
  }
  let link = longestCommon(
    removed.slice(start, removed.length - tail),
    added.slice(start, added.length - tail),
  );
  for (; link !== undefined; link = link.before) same.set(start + link.added, start + link.removed);
  return same;
}

interface Link {
  readonly added: number;
  readonly removed: number;
  readonly before: Link | undefined;
}

/** Hunt and Szymanski: for each length the common subsequence that ends earliest in `added`. */
function longestCommon(removed: readonly string[], added: readonly string[]): Link | undefined {
  const places = affordable(placesOf(removed), placesOf(added));
  const ends: Link[] = [];
  for (const [index, line] of removed.entries()) {
    const at = places.get(line) ?? [];
    // From the back, so that one removed line never pairs twice.
    for (let n = at.length - 1; n >= 0; n--) {
      const place = at[n] ?? 0;
      const length = firstEndAtOrAfter(ends, place);
      ends[length] = { added: place, removed: index, before: ends[length - 1] };
    }
  }
  return ends.at(-1);
}

/** Where the lines that both sides have are in `added`, the rarest first, as long as there is time for their pairs. */
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

function firstEndAtOrAfter(ends: readonly Link[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.added ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
