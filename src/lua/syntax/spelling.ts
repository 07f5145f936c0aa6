// Which bytes of a string literal stand for which byte of its value, so that a part of the value can be rewritten while
// every other byte of the literal stays: its quotes, its escapes, the line end that a long string may begin with.

import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { NAMED_ESCAPES } from "../lexer/quoted.ts";
import type { TextLiteral } from "./literals.ts";

/** For each byte of the value the bytes that spell it; undefined if that is not certain. */
export function spellingOf(literal: TextLiteral, text: ByteText): readonly ByteRange[] | undefined {
  const { content, value, quote, isPlain } = literal;
  if (isPlain) return letters(content.start, content.end);
  return quote === "[[" ? longSpelling(content, value, text) : quotedSpelling(content, value, text);
}

function letters(start: number, end: number): readonly ByteRange[] {
  return Array.from({ length: end - start }, (_, at) => ({ start: start + at, end: start + at + 1 }));
}

/** Lua skips a line end right after the brackets. */
function longSpelling({ start, end }: ByteRange, value: ByteText, text: ByteText) {
  const skipped = /^(?:\r\n|\n\r|\n|\r)/.exec(text.slice(start, end))?.[0].length ?? 0;
  return text.slice(start + skipped, end) === value ? letters(start + skipped, end) : undefined;
}

function quotedSpelling({ start, end }: ByteRange, value: ByteText, text: ByteText) {
  const spelling: ByteRange[] = [];
  let seen = "";
  for (let at = start; at < end; ) {
    const { bytes, length } = pieceAt(text, at, end);
    // A character of several bytes is one escape: a part of it can't be edited.
    for (let index = 0; index < bytes.length; index++) spelling.push({ start: at, end: at + length });
    seen += bytes;
    at += length;
  }
  return seen === value ? spelling : undefined;
}

function pieceAt(
  text: ByteText,
  at: number,
  end: number,
): { readonly bytes: string; readonly length: number } {
  if (text[at] !== "\\") return { bytes: text.charAt(at), length: 1 };
  const rest = text.slice(at + 1, Math.min(end, at + 16));
  const decimal = /^\d{1,3}/.exec(rest)?.[0];
  if (decimal !== undefined)
    return { bytes: String.fromCharCode(Number(decimal)), length: 1 + decimal.length };
  const hex = /^x([\da-fA-F]{2})/.exec(rest)?.[1];
  if (hex !== undefined) return { bytes: String.fromCharCode(Number.parseInt(hex, 16)), length: 4 };
  const unicode = /^u\{([\da-fA-F]{1,6})\}/.exec(rest);
  if (unicode !== null) {
    const code = Number.parseInt(unicode[1] ?? "", 16);
    const bytes = code > 0x10ffff ? "\0" : Buffer.from(String.fromCodePoint(code), "utf8").toString("latin1");
    return { bytes, length: 1 + unicode[0].length };
  }
  if (rest.startsWith("z")) {
    const space = /^[ \t\v\f\r\n]*/.exec(text.slice(at + 2, end))?.[0].length ?? 0;
    return { bytes: "", length: 2 + space };
  }
  const letter = rest.charAt(0);
  return { bytes: NAMED_ESCAPES[letter] ?? letter, length: 2 };
}
