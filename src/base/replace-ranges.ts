import type { ByteText } from "./byte-text.ts";
import type { ByteRange } from "./position.ts";

/** A text with other bytes in the place of some ranges, which don't overlap; every byte outside them stays as it is. */
export function replaceRanges(
  text: ByteText,
  edits: readonly { readonly range: ByteRange; readonly text: ByteText }[],
): ByteText {
  const pieces: string[] = [];
  let at = 0;
  for (const { range, text: piece } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    pieces.push(text.slice(at, range.start), piece);
    at = range.end;
  }
  return [...pieces, text.slice(at)].join("") as ByteText;
}
