// Strings in quotes, their escapes resolved as llex.c does.

import { isDigit, isHexDigit } from "./characters.ts";
import type { Lexer } from "./lexer.ts";
import { STRING } from "./token-kind.ts";

export function readQuoted(lexer: Lexer, from: number, quote: number): void {
  const { text } = lexer;
  let value = "";
  let piece = from + 1;
  let at = piece;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    if (code === 92) {
      value += text.slice(piece, at);
      const resolved = readEscape(lexer, at);
      value += resolved.value;
      at = resolved.end;
      piece = at;
    } else if (code === 10 || code === 13) lexer.refuseToken("unfinished string", at);
    else if (at >= text.length) lexer.refuseToken("unfinished string", at, lexer.dialect.words.end);
    else at++;
  }
  lexer.name = value === "" ? text.slice(piece, at) : value + text.slice(piece, at);
  lexer.token = STRING;
  lexer.end = at + 1;
}

interface Escape {
  readonly value: string;
  readonly end: number;
}

/** What a letter after a backslash stands for. */
export const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

/** `at` is the backslash. */
function readEscape(lexer: Lexer, at: number): Escape {
  const { text } = lexer;
  const letter = text.charAt(at + 1);
  const named = NAMED_ESCAPES[letter];
  if (named !== undefined) return { value: named, end: at + 2 };
  if (letter === "\n" || letter === "\r") {
    return { value: "\n", end: lexer.lineEnd(at + 1) };
  }
  if (letter === "") return { value: "", end: at + 1 };
  const { hasHex, mostUnicode, keepsUnknown } = lexer.dialect.escapes;
  if (hasHex && letter === "x") return hexEscape(lexer, at);
  if (hasHex && letter === "z") return { value: "", end: skipSpace(lexer, at + 2) };
  if (mostUnicode > 0 && letter === "u") return unicodeEscape(lexer, at);
  if (keepsUnknown && !isDigit(letter.charCodeAt(0))) return { value: letter, end: at + 2 };
  return decimalEscape(lexer, at);
}

function hexEscape(lexer: Lexer, at: number): Escape {
  for (const digit of [at + 2, at + 3]) {
    if (!isHexDigit(lexer.text.charCodeAt(digit)))
      refuseEscape(lexer, "hexadecimal digit expected", digit + 1);
  }
  const value = String.fromCharCode(Number.parseInt(lexer.text.slice(at + 2, at + 4), 16));
  return { value, end: at + 4 };
}

function decimalEscape(lexer: Lexer, at: number): Escape {
  const digits = /^\d{1,3}/.exec(lexer.text.slice(at + 1, at + 4))?.[0];
  if (digits === undefined) refuseEscape(lexer, "invalid escape sequence", at + 2);
  const end = at + 1 + digits.length;
  if (Number(digits) > 255) refuseEscape(lexer, lexer.dialect.words.largeEscape, end + 1);
  return { value: String.fromCharCode(Number(digits)), end };
}

function refuseEscape(lexer: Lexer, message: string, at: number): never {
  lexer.refuseToken(lexer.dialect.words.anyEscape ?? message, at);
}

function skipSpace(lexer: Lexer, from: number): number {
  let at = from;
  for (;;) {
    const code = lexer.text.charCodeAt(at);
    if (code === 10 || code === 13) at = lexer.lineEnd(at);
    else if (code === 32 || code === 9 || code === 11 || code === 12) at++;
    else return at;
  }
}

function unicodeEscape(lexer: Lexer, from: number): Escape {
  const { text } = lexer;
  const { mostUnicode, hasSurrogates } = lexer.dialect.escapes;
  if (text.charAt(from + 2) !== "{") refuseEscape(lexer, "missing '{'", from + 3);
  let at = from + 3;
  if (!isHexDigit(text.charCodeAt(at))) refuseEscape(lexer, "hexadecimal digit expected", at + 1);
  let code = 0;
  for (; isHexDigit(text.charCodeAt(at)); at++) {
    code = code * 16 + Number.parseInt(text.charAt(at), 16);
    if (code > mostUnicode) refuseEscape(lexer, "UTF-8 value too large", at + 1);
  }
  if (!hasSurrogates && code >= 0xd800 && code < 0xe000)
    refuseEscape(lexer, "invalid escape sequence", at + 1);
  if (text.charAt(at) !== "}") refuseEscape(lexer, "missing '}'", at + 1);
  return { value: utf8(code), end: at + 1 };
}

/** Surrogates too, as Lua writes them; up to six bytes for what 5.4 takes. */
function utf8(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  const bytes: number[] = [];
  let left = code;
  let room = 0x3f;
  do {
    bytes.unshift(0x80 | (left & 0x3f));
    left = Math.floor(left / 64);
    room >>= 1;
  } while (left > room);
  bytes.unshift(((~room << 1) & 0xff) | left);
  return String.fromCharCode(...bytes);
}
