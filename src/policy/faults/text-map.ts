import type { Position } from "../../base/position.ts";
import type { Pointer } from "./fault.ts";

/** Where in a text the keys and values of a policy stand. */
export interface TextMap {
  /** Where the key stands that `pointer` ends in, or the item of a list; undefined when the text does not hold it. */
  key(pointer: Pointer): Position | undefined;
  /** Where the value stands. */
  value(pointer: Pointer): Position | undefined;
}

/** What keeps a text from being read. */
export interface BrokenText {
  readonly at: Position;
  readonly message: string;
  readonly hint?: string;
}

/** Lines and columns count from 1, columns in characters. */
export function positionIn(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  const lineEnd = /\r\n|\n|\r/g;
  for (
    let match = lineEnd.exec(text);
    match !== null && lineEnd.lastIndex <= offset;
    match = lineEnd.exec(text)
  ) {
    line++;
    start = lineEnd.lastIndex;
  }
  return { line, column: [...text.slice(start, offset)].length + 1 };
}
