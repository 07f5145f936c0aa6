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

  constructor(text: ByteText) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  at(offset: number): Position {
    const line = this.#lineOf(offset);
    let column = 1;
    for (let at = this.#starts[line] ?? 0; at < offset; at++) {
      if ((this.#text.charCodeAt(at) & 0xc0) !== 0x80) column++;
    }
    return { line: line + 1, column };
  }

  span({ start, end }: ByteRange): Span {
    return { start: this.at(start), end: this.at(end) };
  }

  /** The text of a line (counted from 1) without its line end; empty beyond the last. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return "";
    return this.#text.slice(start, this.#starts[number] ?? this.#text.length).replace(/[\r\n]+$/, "");
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

function lineStarts(text: string): number[] {
  const starts = [0];
  const lineEnd = /\r\n|\n\r|\n|\r/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}
