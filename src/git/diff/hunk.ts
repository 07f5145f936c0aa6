// Counts the added lines of one hunk while its lines come in, in pieces of any size.

import { commonLines } from "../../base/common-lines.ts";
import type { LineRange } from "../../model/change.ts";
import { type CrossHunkPairs, MOST_KEPT } from "./cross-hunk-pairs.ts";
import { withoutWhitespace } from "./without-whitespace.ts";

export interface CountedLines {
  readonly added: readonly LineRange[];
  readonly addedLoc: number;
}

/** One line of a hunk, from its sign to its end. */
interface Line {
  readonly isAdded: boolean;
  text: string | undefined;
  loc: number;
  hasInk: boolean;
}

export class Hunk {
  readonly #start: number;
  readonly #crossHunk: CrossHunkPairs | undefined;
  #isKeeping: boolean;
  #kept = 0;
  #line: Line | undefined;
  readonly #removed: string[] = [];
  readonly #added: { readonly text: string; readonly loc: number }[] = [];
  #addedLines = 0;
  #endsInCr = false;
  /** A CR stands in the middle of a line: it ends one for Lua. */
  hasLoneCr = false;
  #addedLoc = 0;

  /**
   * `start` is the number of the first added line. With `crossHunk`, lines in which only white space changed do not count,
   * and it receives all others; without it, nothing is kept and every line counts as it stands.
   */
  constructor(start: number, crossHunk: CrossHunkPairs | undefined) {
    this.#start = start;
    this.#crossHunk = crossHunk;
    this.#isKeeping = crossHunk !== undefined;
  }

  beginLine(isAdded: boolean): void {
    this.#line = { isAdded, text: this.#isKeeping ? "" : undefined, loc: 0, hasInk: false };
    this.#endsInCr = false;
    if (isAdded) this.#addedLines++;
  }

  /** A piece of the current line, without the line end. */
  push(bytes: Buffer): void {
    const line = this.#line;
    if (line === undefined) return;
    this.#lookForCr(bytes);
    if (line.isAdded) countInk(line, bytes);
    if (!this.#isKeeping) return;
    this.#kept += bytes.length;
    if (this.#kept > MOST_KEPT) this.#isKeeping = false;
    else line.text = (line.text ?? "") + bytes.toString("latin1");
  }

  #lookForCr(bytes: Buffer): void {
    if (this.hasLoneCr || bytes.length === 0) return;
    const at = bytes.indexOf(13);
    this.hasLoneCr = this.#endsInCr || (at >= 0 && at < bytes.length - 1);
    this.#endsInCr = bytes[bytes.length - 1] === 13;
  }

  endLine(): void {
    const line = this.#line;
    if (line === undefined) return;
    if (line.hasInk) line.loc++;
    this.#addedLoc += line.loc;
    if (!this.#isKeeping) return;
    const text = line.text ?? "";
    if (line.isAdded) this.#added.push({ text, loc: line.loc });
    else this.#removed.push(text);
  }

  #inCommon(): ReadonlyMap<number, number> {
    return commonLines(
      this.#removed.map(withoutWhitespace),
      this.#added.map(({ text }) => withoutWhitespace(text)),
    );
  }

  end(): CountedLines {
    if (!this.#isKeeping)
      return {
        added: this.#addedLines === 0 ? [] : [{ start: this.#start, end: this.#start + this.#addedLines }],
        addedLoc: this.#addedLoc,
      };
    const isOneSided = this.#removed.length === 0 || this.#added.length === 0;
    const same = isOneSided ? NOTHING : this.#inCommon();
    const added: LineRange[] = [];
    let addedLoc = 0;
    this.#added.forEach(({ text, loc }, index) => {
      if (same.has(index)) return;
      const number = this.#start + index;
      addRange(added, { start: number, end: number + 1 });
      addedLoc += loc;
      this.#crossHunk?.add(text);
    });
    const paired = new Set(same.values());
    this.#removed.forEach((text, index) => {
      if (!paired.has(index)) this.#crossHunk?.remove(text);
    });
    return { added, addedLoc };
  }
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Adds a range to ranges in ascending order. */
export function addRange(ranges: LineRange[], range: LineRange): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.end === range.start)
    ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}

/** A lone CR ends a line for Lua, not for Git: what stands between two of them counts as a line of its own. */
function countInk(line: Line, bytes: Buffer): void {
  const hasCr = bytes.includes(13);
  for (let at = 0; at < bytes.length; at++) {
    if (line.hasInk && !hasCr) return;
    const byte = bytes[at] ?? 0;
    if (byte === 13) {
      if (line.hasInk) line.loc++;
      line.hasInk = false;
    } else if (byte !== 32 && (byte < 9 || byte > 12)) line.hasInk = true;
  }
}
