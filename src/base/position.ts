import type { ByteText } from "./byte-text.ts";

/** Line and column count from 1. A column counts characters where the line is UTF-8: its continuation bytes don't count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Byte offsets, end exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Turns byte offsets of one text into positions. Lines end as Lua ends them: LF, CR, CRLF or LFCR. */
export class LineIndex {
  readonly #text: ByteText;
  readonly #starts: readonly number[];
  #continued: readonly number[] | undefined;
  #last: { readonly number: number; readonly text: string } | undefined;
  #lineFeeds: readonly number[] | "as many" | undefined;

  constructor(text: ByteText) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  at(offset: number): Position {
    const line = this.#lineOf(offset);
    const start = this.#starts[line] ?? 0;
    const length = Math.max(0, offset - start);
    // A line of a million bytes is not counted again for each of the things that stand on it.
    const continued =
      length <= STRIDE
        ? continuationBytes(this.#text, start, offset)
        : this.#continuedBefore(offset) - this.#continuedBefore(start);
    return { line: line + 1, column: 1 + length - continued };
  }

  /** How many continuation bytes stand before `offset`. */
  #continuedBefore(offset: number): number {
    this.#continued ??= continuationCounts(this.#text);
    const stride = Math.floor(Math.min(offset, this.#text.length) / STRIDE);
    return (this.#continued[stride] ?? 0) + continuationBytes(this.#text, stride * STRIDE, offset);
  }

  span({ start, end }: ByteRange): Span {
    return { start: this.at(start), end: this.at(end) };
  }

  /** The number that Git gives to the line where this one begins: Git ends a line at LF alone. */
  gitLine(number: number): number {
    this.#lineFeeds ??= /\r(?!\n)/.test(this.#text) ? lineFeedsBefore(this.#text, this.#starts) : "as many";
    return this.#lineFeeds === "as many" ? number : (this.#lineFeeds[number - 1] ?? number - 1) + 1;
  }

  /** Where a line (counted from 1) begins; the end of the text beyond the last. */
  start(number: number): number {
    return this.#starts[number - 1] ?? this.#text.length;
  }

  /** The text of a line (counted from 1) without its line end; empty beyond the last. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return "";
    // All that stands on one line shares the text of that line.
    if (this.#last?.number !== number) {
      const whole = this.#text.slice(start, this.#starts[number] ?? this.#text.length);
      this.#last = { number, text: whole.replace(/[\r\n]+$/, "") };
    }
    return this.#last.text;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** How many LF stand before each line. */
function lineFeedsBefore(text: string, starts: readonly number[]): number[] {
  let count = 0;
  let at = 0;
  return starts.map((start) => {
    for (; at < start; at++) if (text.charCodeAt(at) === 10) count++;
    return count;
  });
}

/** In bytes. */
const STRIDE = 512;

function continuationBytes(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) & 0xc0) === 0x80) count++;
  return count;
}

/** Those before each stride of the text. */
function continuationCounts(text: string): number[] {
  const counts = [0];
  for (let at = 0; at + STRIDE <= text.length; at += STRIDE)
    counts.push((counts.at(-1) ?? 0) + continuationBytes(text, at, at + STRIDE));
  return counts;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const lineEnd = /\r\n|\n\r|\n|\r/g;
  // Unlike `exec`, `test` makes nothing for each line.
  while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
  return starts;
}
