// Numerals as llex.c reads them: everything that looks like one is taken first, and must then make sense.
import { isHexDigit } from "./characters.ts";
import type { Lexer } from "./lexer.ts";
import { FLOAT, INTEGER } from "./token-kind.ts";

export function readNumeral(lexer: Lexer, from: number): void {
  const { text } = lexer;
  let at = from;
  let value = 0;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) {
    value = value * 10 + code - 48;
  }
  if (at - from <= 15 && at > from && !continuesNumeral(text.charCodeAt(at))) {
    lexer.token = INTEGER;
    lexer.number = value;
    lexer.end = at;
    return;
  }
  at = numeralEnd(text, from);
  lexer.end = at;
  if (!judge(lexer, text.slice(from, at))) lexer.refuseToken("malformed number", at);
}

/** Behind the numeral at `from`, sound or not. */
export function numeralEnd(text: string, from: number): number {
  let at = text.charCodeAt(from) === 46 ? from + 1 : from;
  const isHex = text.charCodeAt(at) === 48 && (text.charCodeAt(at + 1) | 32) === 120;
  at += isHex ? 2 : 1;
  const exponent = isHex ? 112 : 101;
  for (;;) {
    if ((text.charCodeAt(at) | 32) === exponent) {
      at++;
      const sign = text.charCodeAt(at);
      if (sign === 43 || sign === 45) at++;
    }
    const code = text.charCodeAt(at);
    if (!isHexDigit(code) && code !== 46) return at;
    at++;
  }
}

function continuesNumeral(code: number): boolean {
  return code === 46 || isHexDigit(code) || code === 120 || code === 88;
}

function judge(lexer: Lexer, raw: string): boolean {
  if (/^\d+$/.test(raw)) return take(lexer, decimal(raw));
  if (/^0[xX][\da-fA-F]+$/.test(raw)) return take(lexer, BigInt.asIntN(64, BigInt(raw)));
  if (/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(raw)) return take(lexer, Number(raw));
  if (/^0[xX](?:[\da-fA-F]+\.?[\da-fA-F]*|\.[\da-fA-F]+)(?:[pP][+-]?\d+)?$/.test(raw)) {
    return take(lexer, hexFloat(raw));
  }
  return false;
}

function take(lexer: Lexer, value: number | bigint): true {
  lexer.token = typeof value === "bigint" ? INTEGER : FLOAT;
  lexer.number = value;
  return true;
}

/** An integer where 64 bits hold it, else a float. */
function decimal(raw: string): number | bigint {
  const value =
    raw.length <= 20 || /^0/.test(raw) ? BigInt(raw.replace(/^0+(?=\d)/, "").slice(0, 20)) : 1n << 64n;
  return value < 1n << 63n && raw.replace(/^0+/, "").length < 20 ? value : Number(raw);
}

function hexFloat(raw: string): number {
  const [mantissa = "", exponent = "0"] = raw.slice(2).split(/[pP]/);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const scale = Number(exponent) - 4 * fraction.length;
  let value = 0;
  for (const digit of digits) value = value * 16 + Number.parseInt(digit, 16);
  return value * 2 ** scale;
}
