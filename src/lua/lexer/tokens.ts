// The tokens of any text, sound Lua or not: what cannot be a token is a symbol of one byte, a string or comment that never
// ends reaches to the end (one in quotes to the end of its line). If luac accepts a text, these are its tokens.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { isDigit, isNamePart, isNameStart, isSpace } from "./characters.ts";
import { longBracketLevel, skipLongBracket } from "./long-bracket.ts";
import { numeralEnd } from "./numeral.ts";
import { KEYWORDS } from "./token-kind.ts";
import { codeStart, commentEnd } from "./trivia.ts";

export type TokenKind = "name" | "keyword" | "string" | "number" | "symbol" | "comment" | "shebang" | "eof";

export interface Token {
  readonly kind: TokenKind;
  readonly range: ByteRange;
}

/** In order, with `eof` at the end. A first line that starts with `#` is the shebang; a byte order mark is not a token. */
export function tokens(text: ByteText): readonly Token[] {
  const found: Token[] = [];
  eachToken(text, (kind, start, end) => found.push({ kind, range: { start, end } }));
  return found;
}

/** The same without a list, for texts of any size. */
export function eachToken(
  text: ByteText,
  visit: (kind: TokenKind, start: number, end: number) => void,
): void {
  const start = codeStart(text);
  const first = text.indexOf("#");
  if (first >= 0 && first < start)
    visit("shebang", first, start - (text.charCodeAt(start - 1) === 10 ? 1 : 0));
  scan(text, start, visit);
  visit("eof", text.length, text.length);
}

/** The code of a range: its tokens joined by one space, without comments. The range starts where a token starts, or is the whole text. */
export function normalise(text: ByteText, range: ByteRange): string {
  const piece = text.slice(range.start, range.end);
  const code: string[] = [];
  scan(piece, range.start === 0 ? codeStart(piece) : 0, (kind, start, end) => {
    if (kind !== "comment") code.push(piece.slice(start, end));
  });
  return code.join(" ");
}

function scan(
  text: string,
  from: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
): void {
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const kind = kindAt(text, at, code);
    const end = endOf(kind, text, at, code);
    const isKeyword = kind === "name" && end - at <= 8 && KEYWORDS.has(text.slice(at, end));
    visit(isKeyword ? "keyword" : kind, at, end);
    at = end;
  }
}

function kindAt(text: string, at: number, code: number): "name" | "string" | "number" | "symbol" | "comment" {
  if (isNameStart(code)) return "name";
  if (isDigit(code)) return "number";
  switch (code) {
    case 34:
    case 39:
      return "string";
    case 45:
      return text.charCodeAt(at + 1) === 45 ? "comment" : "symbol";
    case 46:
      return isDigit(text.charCodeAt(at + 1)) ? "number" : "symbol";
    case 91:
      return longBracketLevel(text, at) >= 0 ? "string" : "symbol";
    default:
      return "symbol";
  }
}

function endOf(kind: TokenKind, text: string, at: number, code: number): number {
  switch (kind) {
    case "name":
      return nameEnd(text, at);
    case "number":
      return numeralEnd(text, at);
    case "comment":
      return commentEnd(text, at) ?? text.length;
    case "string":
      if (code !== 91) return quotedEnd(text, at, code);
      return skipLongBracket(text, at, longBracketLevel(text, at)) ?? text.length;
    default:
      return at + symbolLength(text, at);
  }
}

function nameEnd(text: string, from: number): number {
  let at = from + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
}

const LONG_SYMBOLS: ReadonlySet<string> = new Set(["==", "~=", "<=", ">=", "<<", ">>", "//", "::", ".."]);

function symbolLength(text: string, at: number): number {
  if (!LONG_SYMBOLS.has(text.slice(at, at + 2))) return 1;
  return text.startsWith("...", at) ? 3 : 2;
}

/** The offset after the string in quotes at `from`; before its line end if it is not closed there. */
function quotedEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 10 || code === 13) return at;
    at = code === 92 ? escapeEnd(text, at) : at + 1;
  }
  return text.length;
}

/** The offset after a backslash and what belongs to it: a character, a line end, or after `z` all white space. */
function escapeEnd(text: string, at: number): number {
  const code = text.charCodeAt(at + 1);
  if (code === 122) {
    let end = at + 2;
    while (isSpace(text.charCodeAt(end))) end++;
    return end;
  }
  const after = text.charCodeAt(at + 2);
  const isPair = (code === 10 && after === 13) || (code === 13 && after === 10);
  return Math.min(text.length, at + (isPair ? 3 : 2));
}
