// The comments of a text, also of one that does not parse: what a suppression, a shim or a pattern in comments is read from.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

/** From `--` to the end of the line, or to the end of the closing bracket. The first line is no code when it starts with `#`. */
export function commentRanges(text: ByteText): readonly ByteRange[] {
  const found: ByteRange[] = [];
  let at = skipFirstLine(text);
  const opener = /--(?:\[(=*)\[)?|["']|\[(=*)\[/g;
  for (;;) {
    opener.lastIndex = at;
    const match = opener.exec(text);
    if (match === null) return found;
    const start = match.index;
    const inside = opener.lastIndex;
    const [mark, commentLevel, stringLevel] = match;
    const level = commentLevel ?? stringLevel;
    if (level !== undefined) at = endOfLong(text, inside, level);
    else if (mark === "--") at = nextOf(text, inside, /[\r\n]/g);
    else at = endOfQuoted(text, inside, mark);
    if (mark.startsWith("--")) found.push({ start, end: at });
  }
}

function skipFirstLine(text: string): number {
  const start = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  return text[start] === "#" ? nextOf(text, start, /[\r\n]/g) : start;
}

function endOfLong(text: string, inside: number, level: string): number {
  const close = `]${level}]`;
  const at = text.indexOf(close, inside);
  return at === -1 ? text.length : at + close.length;
}

/** An unfinished string ends with its line. */
function endOfQuoted(text: string, inside: number, quote: string): number {
  const stop = quote === '"' ? /["\\\r\n]/g : /['\\\r\n]/g;
  let at = inside;
  for (;;) {
    at = nextOf(text, at, stop);
    if (text[at] !== "\\") return Math.min(at + (text[at] === quote ? 1 : 0), text.length);
    at = endOfEscape(text, at);
  }
}

function endOfEscape(text: string, backslash: number): number {
  const sequence = /z[ \t\n\v\f\r]*|\r\n|\n\r|[\s\S]|$/y;
  sequence.lastIndex = backslash + 1;
  sequence.exec(text);
  return Math.max(sequence.lastIndex, backslash + 1);
}

function nextOf(text: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
