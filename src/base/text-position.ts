import type { Position } from "./position.ts";

/**
 * Positions in a text of UTF-16 units: lines end with LF, CR or CRLF, columns count characters. It goes on from the last place it
 * was asked for, so that many places in order cost one walk.
 */
export class TextPositions {
  readonly #text: string;
  #place = { at: 0, line: 1, column: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Position {
    if (offset < this.#place.at) this.#place = { at: 0, line: 1, column: 1 };
    const place = this.#place;
    const end = Math.min(offset, this.#text.length);
    for (; place.at < end; place.at++) {
      const code = this.#text.charCodeAt(place.at);
      const isLineEnd = code === 10 || (code === 13 && this.#text.charCodeAt(place.at + 1) !== 10);
      if (isLineEnd) {
        place.line++;
        place.column = 1;
      } else if ((code & 0xfc00) !== 0xdc00) place.column++;
    }
    return { line: place.line, column: place.column };
  }
}
