// The lines of one file's patch that found no partner in their own hunk. Where those of neighbouring hunks are the same except for white space
// and little stands between them, Git paired lines in a way that only holds while white space counts: a block that
// was indented again, whose last `end` was taken for its first. Only a diff that ignores white space counts that correctly.
import { withoutWhitespace } from "./without-whitespace.ts";

/** In bytes. A longer text is counted as it stands, not compared with white space ignored. */
export const MOST_KEPT = 8 << 20;

/** How many hunks in a row are looked at together; in a patch with more, those far apart only as a whole. */
const NEIGHBOURS = 12;

interface HunkLines {
  /** Unchanged lines between the hunk before and this one. */
  readonly distance: number;
  readonly added: string[];
  readonly removed: string[];
}

export class CrossHunkPairs {
  #kept = 0;
  readonly #hunks: HunkLines[] = [];

  beginHunk(distance: number): void {
    this.#hunks.push({ distance, added: [], removed: [] });
  }

  add(text: string): void {
    this.#keep(text, this.#hunks.at(-1)?.added);
  }

  remove(text: string): void {
    this.#keep(text, this.#hunks.at(-1)?.removed);
  }

  /** Whether pairing lines across hunks, at the price of what stands between them, may leave fewer added ones. */
  get hidesPairs(): boolean {
    const mayPair = this.#kept <= MOST_KEPT && this.#hunks.length > 1;
    // Most patches only add, or change lines in one place: nothing need be taken out of their lines.
    if (!mayPair || !this.#hunks.some(({ added }) => added.length > 0)) return false;
    if (!this.#hunks.some(({ removed }) => removed.length > 0)) return false;
    const all = this.#hunks.map(({ distance, added, removed }) => ({
      distance,
      added: bareLines(added),
      removed: bareLines(removed),
    }));
    return gains(all) || all.some((_, at) => gains(all.slice(at, at + NEIGHBOURS)));
  }

  #keep(text: string, lines: string[] | undefined): void {
    this.#kept += text.length;
    if (this.#kept <= MOST_KEPT) lines?.push(text);
  }
}

function bareLines(lines: readonly string[]): string[] {
  return lines.map(withoutWhitespace).filter((bare) => bare !== "");
}

/** Looks at the first hunk with the next, with the next two, and so on. */
function gains(hunks: readonly HunkLines[]): boolean {
  const open = new Map<string, number>();
  let pairs = 0;
  let between = 0;
  // Added lines count up and removed ones down: a line that meets the other sign makes a pair.
  const meet = (bare: string, sign: 1 | -1) => {
    const count = open.get(bare) ?? 0;
    if (count * sign < 0) pairs++;
    open.set(bare, count + sign);
  };
  for (const [index, { distance, added, removed }] of hunks.entries()) {
    for (const bare of added) meet(bare, 1);
    for (const bare of removed) meet(bare, -1);
    if (index === 0) continue;
    between += distance;
    if (pairs > 0 && pairs >= between) return true;
  }
  return false;
}
