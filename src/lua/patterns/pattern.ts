// Lua 5.3 patterns over byte text, exactly as `string.find`, `match` and `gsub` read them, but never without end: every
// comparison costs a step of a budget.
import type { ByteSet } from "../../base/byte-set.ts";
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { ok, type Result } from "../../base/result.ts";
import { type PatternFault, type PatternItem, patternItems } from "./pattern-items.ts";
import { literalPrefix } from "./pattern-literal.ts";

/** Steps that may still be taken; shared by every search that is given it. */
export interface StepBudget {
  left: number;
}

export interface LuaMatch extends ByteRange {
  /** Texts, or positions that count from 1 for `()`. Without any capture the list is empty. */
  readonly captures: readonly (string | number)[];
}

export type LuaSearch =
  | { readonly kind: "found"; readonly match: LuaMatch }
  | { readonly kind: "none" }
  /** The budget was spent before the answer was known. */
  | { readonly kind: "spent" };

export interface LuaPattern {
  readonly source: ByteText;
  readonly isAnchored: boolean;
  readonly items: readonly PatternItem[];
  /** The first match that starts at `from` or after it; for an anchored pattern, only at `from`. */
  find(text: ByteText, from: number, budget: StepBudget): LuaSearch;
  /** Every match, as `gsub` goes through a text: none overlaps another. `spent` if the budget was used up. */
  all(text: ByteText, budget: StepBudget): readonly LuaMatch[] | "spent";
}

export function compileLuaPattern(source: ByteText): Result<LuaPattern, PatternFault> {
  const read = patternItems(source);
  if (!read.ok) return read;
  const { isAnchored, items } = read.value;
  const prefix = isAnchored ? "" : literalPrefix(items);
  const find = (text: ByteText, from: number, budget: StepBudget) =>
    new Matcher(items, text, budget).find(from, isAnchored, prefix);
  const all = (text: ByteText, budget: StepBudget) => allMatches(find, isAnchored, text, budget);
  return ok({ source, isAnchored, items, find, all });
}

function allMatches(
  find: LuaPattern["find"],
  isAnchored: boolean,
  text: ByteText,
  budget: StepBudget,
): readonly LuaMatch[] | "spent" {
  const matches: LuaMatch[] = [];
  let from = 0;
  // Lua 5.3.6: an empty match right after the last one does not count.
  let lastEnd = -1;
  while (from <= text.length) {
    const found = find(text, from, budget);
    if (found.kind === "spent") return "spent";
    if (found.kind === "none") break;
    const { match } = found;
    if (match.end !== lastEnd) {
      matches.push(match);
      lastEnd = match.end;
      from = match.end;
    } else from = match.start + 1;
    if (isAnchored) break;
  }
  return matches;
}

class Spent extends Error {}

/** Length of a capture that is still open, and of one that holds a position, as in lstrlib.c. */
const OPEN = -1;
const POSITION = -2;

class Matcher {
  readonly #items: readonly PatternItem[];
  readonly #text: string;
  readonly #budget: StepBudget;
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];

  constructor(items: readonly PatternItem[], text: string, budget: StepBudget) {
    this.#items = items;
    this.#text = text;
    this.#budget = budget;
  }

  find(from: number, isAnchored: boolean, prefix: string): LuaSearch {
    try {
      for (let start = from; start <= this.#text.length; start++) {
        if (prefix !== "") {
          start = this.#text.indexOf(prefix, start);
          if (start < 0) break;
        }
        this.#starts.length = 0;
        this.#lengths.length = 0;
        const end = this.#match(start, 0);
        if (end >= 0) return { kind: "found", match: { start, end, captures: this.#captured() } };
        if (isAnchored) break;
      }
      return { kind: "none" };
    } catch (error) {
      if (error instanceof Spent) return { kind: "spent" };
      throw error;
    }
  }

  /** The end of a match of the items from `index` on at byte `at`, or -1. Recursion is as deep as the pattern is long. */
  #match(at: number, index: number): number {
    let here = at;
    for (let next = index; ; next++) {
      this.#step(1);
      const item = this.#items[next];
      if (item === undefined) return here;
      switch (item.kind) {
        case "set":
          if (item.repeat !== "one") return this.#repeated(here, item, next);
          if (!this.#isIn(here, item.set)) return -1;
          here++;
          break;
        case "open":
          return this.#open(here, item.isPosition, next);
        case "close":
          return this.#close(here, item.capture, next);
        case "back":
          here = this.#back(here, item.capture);
          break;
        case "balance":
          here = this.#balance(here, item.open, item.close);
          break;
        case "frontier":
          if (!this.#isFrontier(here, item.set)) return -1;
          break;
        case "end":
          if (here !== this.#text.length) return -1;
      }
      if (here < 0) return -1;
    }
  }

  #repeated(at: number, item: PatternItem & { kind: "set" }, index: number): number {
    const { set, repeat } = item;
    if (repeat === "lazy") return this.#fewest(at, set, index);
    if (repeat === "plus") return this.#isIn(at, set) ? this.#most(at + 1, set, index, Infinity) : -1;
    return this.#most(at, set, index, repeat === "optional" ? 1 : Infinity);
  }

  #most(at: number, set: ByteSet, index: number, limit: number): number {
    let count = 0;
    while (count < limit && this.#isIn(at + count, set)) count++;
    this.#step(count);
    for (; count >= 0; count--) {
      const end = this.#match(at + count, index + 1);
      if (end >= 0) return end;
    }
    return -1;
  }

  #fewest(at: number, set: ByteSet, index: number): number {
    for (let here = at; ; here++) {
      const end = this.#match(here, index + 1);
      if (end >= 0) return end;
      if (!this.#isIn(here, set)) return -1;
    }
  }

  #open(at: number, isPosition: boolean, index: number): number {
    this.#starts.push(at);
    this.#lengths.push(isPosition ? POSITION : OPEN);
    const end = this.#match(at, index + 1);
    if (end < 0) {
      this.#starts.pop();
      this.#lengths.pop();
    }
    return end;
  }

  #close(at: number, capture: number, index: number): number {
    this.#lengths[capture] = at - (this.#starts[capture] ?? at);
    const end = this.#match(at, index + 1);
    if (end < 0) this.#lengths[capture] = OPEN;
    return end;
  }

  #back(at: number, capture: number): number {
    const length = this.#lengths[capture] ?? OPEN;
    const start = this.#starts[capture] ?? 0;
    if (length < 0) return -1;
    this.#step(length);
    return this.#text.startsWith(this.#text.slice(start, start + length), at) ? at + length : -1;
  }

  #balance(at: number, open: number, close: number): number {
    if (this.#text.charCodeAt(at) !== open) return -1;
    let depth = 1;
    for (let here = at + 1; here < this.#text.length; here++) {
      this.#step(1);
      const byte = this.#text.charCodeAt(here);
      if (byte === close) {
        if (--depth === 0) return here + 1;
      } else if (byte === open) depth++;
    }
    return -1;
  }

  #isFrontier(at: number, set: ByteSet): boolean {
    const before = at === 0 ? 0 : this.#text.charCodeAt(at - 1);
    const after = at === this.#text.length ? 0 : this.#text.charCodeAt(at);
    return set[before] === 0 && set[after] === 1;
  }

  #isIn(at: number, set: ByteSet): boolean {
    return at < this.#text.length && set[this.#text.charCodeAt(at)] === 1;
  }

  #step(count: number): void {
    this.#budget.left -= count;
    if (this.#budget.left < 0) throw new Spent();
  }

  #captured(): (string | number)[] {
    return this.#starts.map((start, index) => {
      const length = this.#lengths[index] ?? OPEN;
      return length === POSITION ? start + 1 : this.#text.slice(start, start + length);
    });
  }
}
