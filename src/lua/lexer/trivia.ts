// What stands between tokens.
import { DIALECTS, type LuaDialect } from "./dialect.ts";
import { longBracketLevel, skipLongBracket } from "./long-bracket.ts";

/** The offset after a byte order mark and a first line that starts with `#`, both of which the compilers skip (that of 5.1 skips no mark). */
export function codeStart(text: string, dialect: LuaDialect = DIALECTS["5.3"]): number {
  const start = dialect.skipsMark && text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  if (text.charCodeAt(start) !== 35) return start;
  const end = dialect.endsShebang;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && end === "any")) return at + 1;
  }
  return text.length;
}

/** The offset after the comment at `at`, without its line end; undefined for a long comment that has no end. */
export function commentEnd(text: string, at: number): number | undefined {
  const level = text.charCodeAt(at + 2) === 91 ? longBracketLevel(text, at + 2) : -1;
  return level >= 0 ? skipLongBracket(text, at + 2, level) : restOfLine(text, at);
}

/** The end of the line, without its line end. */
export function restOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
    at++;
  }
  return at;
}

/** The offset after the line end at `at`, which is one of `\n`, `\r`, `\r\n`, `\n\r`. */
export function afterLineEnd(text: string, at: number): number {
  const after = text.charCodeAt(at + 1);
  return (after === 10 || after === 13) && after !== text.charCodeAt(at) ? at + 2 : at + 1;
}

/** How many line ends there are. */
export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    count++;
    at = afterLineEnd(text, at) - 1;
  }
  return count;
}
