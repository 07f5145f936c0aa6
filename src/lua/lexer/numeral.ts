// Numerals, as each version's llex.c reads them: everything that looks like one is taken first, and must then make sense.
import { isDigit, isHexDigit, isNamePart, nameEnd } from "./characters.ts";
import { DIALECTS, type LuaDialect } from "./dialect.ts";
import { hexFloat } from "./hex-float.ts";
import type { Lexer } from "./lexer.ts";
import { luajitNumber } from "./luajit-numeral.ts";
import { FLOAT, INTEGER } from "./token-kind.ts";

export function readNumeral(lexer: Lexer, from: number): void {
  const { text, dialect } = lexer;
  let at = from;
  let value = 0;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) {
    value = value * 10 + code - 48;
  }
  if (at - from <= 15 && at > from && !continuesNumeral(text.charCodeAt(at), dialect)) {
    lexer.token = dialect.hasIntegers ? INTEGER : FLOAT;
    lexer.number = value;
    lexer.end = at;
    return;
  }
  at = numeralEnd(text, from, dialect);
  lexer.end = at;
  const number = numberOf(text.slice(from, at), dialect);
  if (number === undefined) lexer.refuseToken("malformed number", at);
  lexer.token = dialect.hasIntegers && typeof number === "bigint" ? INTEGER : FLOAT;
  lexer.number = dialect.hasIntegers ? number : Number(number);
}

function continuesNumeral(code: number, { numerals }: LuaDialect): boolean {
  if (code === 46 || isHexDigit(code) || code === 120 || code === 88) return true;
  return numerals !== "5.2" && (isNamePart(code) || (numerals === "luajit" && code >= 128));
}

/** The offset after the numeral at `from`, sound or not. */
export function numeralEnd(text: string, from: number, dialect: LuaDialect = DIALECTS["5.3"]): number {
  switch (dialect.numerals) {
    case "5.1":
      return end51(text, from);
    case "luajit":
      return endJit(text, from, dialect);
    default: {
      const end = end52(text, from);
      return dialect.numerals === "5.4" && isNamePart(text.charCodeAt(end)) ? end + 1 : end;
    }
  }
}

/** Digits and points, an exponent with its sign, then whatever a name is made of. */
function end51(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 46) at++;
  if ((text.charCodeAt(at) | 32) === 101) at = afterSign(text, at + 1);
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
}

function end52(text: string, from: number): number {
  let at = text.charCodeAt(from) === 46 ? from + 1 : from;
  const isHex = startsHex(text, at);
  at += isHex ? 2 : 1;
  const exponent = isHex ? 112 : 101;
  for (;;) {
    if ((text.charCodeAt(at) | 32) === exponent) at = afterSign(text, at + 1);
    const code = text.charCodeAt(at);
    if (!isHexDigit(code) && code !== 46) return at;
    at++;
  }
}

/** What names are made of, points, and signs after an exponent. */
function endJit(text: string, from: number, dialect: LuaDialect): number {
  let at = text.charCodeAt(from) === 46 ? from + 1 : from;
  const exponent = startsHex(text, at) ? 112 : 101;
  for (;;) {
    const end = nameEnd(text, at, dialect);
    const code = text.charCodeAt(end);
    const isSign = (code === 43 || code === 45) && end > from && (text.charCodeAt(end - 1) | 32) === exponent;
    if (code !== 46 && !isSign) return end;
    at = end + 1;
  }
}

function startsHex(text: string, at: number): boolean {
  return text.charCodeAt(at) === 48 && (text.charCodeAt(at + 1) | 32) === 120;
}

function afterSign(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  return sign === 43 || sign === 45 ? at + 1 : at;
}

/** Undefined for what makes no sense. Whole numbers of 64 bits are bigints. */
function numberOf(raw: string, { numerals, hasIntegers }: LuaDialect): number | bigint | undefined {
  if (numerals === "luajit") return luajitNumber(raw);
  if (/^\d+$/.test(raw)) return decimal(raw);
  if (/^0[xX][\da-fA-F]+$/.test(raw))
    return hasIntegers ? BigInt.asIntN(64, BigInt(raw)) : Number(BigInt(raw));
  if (/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(raw)) return Number(raw);
  if (/^0[xX](?:[\da-fA-F]+\.?[\da-fA-F]*|\.[\da-fA-F]+)(?:[pP][+-]?\d+)?$/.test(raw)) return hexFloat(raw);
  return undefined;
}

/** An integer if 64 bits hold it, else a float. */
function decimal(raw: string): number | bigint {
  const value =
    raw.length <= 20 || /^0/.test(raw) ? BigInt(raw.replace(/^0+(?=\d)/, "").slice(0, 20)) : 1n << 64n;
  return value < 1n << 63n && raw.replace(/^0+/, "").length < 20 ? value : Number(raw);
}
