// Numerals as LuaJIT's lj_strscan.c takes them: hexadecimal and binary, with the suffixes `LL`, `ULL` and `i`.
import { hexFloat } from "./hex-float.ts";

/** STRSCAN_MAXEXP: how large an exponent may be written, and how far a point may lie inside digits. */
const MOST_EXPONENT = 1 << 20;

/** Undefined for what makes no sense. */
export function luajitNumber(raw: string): number | undefined {
  const binary = /^0[bB]([01]*)(.*)$/s.exec(raw);
  if (binary !== null) return binaryNumber(binary[1] ?? "", binary[2] ?? "");
  const hex = /^0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?(?:[pP]([+-]?\d+))?(.*)$/s.exec(raw);
  if (hex !== null) return hexNumber(raw, hex);
  const [, whole = "", fraction, exponent, suffix = ""] =
    /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?(.*)$/s.exec(raw) ?? [];
  if (whole + (fraction ?? "") === "" || isTooLarge(exponent, fraction)) return undefined;
  const isFloat = fraction !== undefined || exponent !== undefined;
  if (!isSuffix(suffix, isFloat)) return undefined;
  if (/l/i.test(suffix) && !fits64(whole)) return undefined;
  return Number(raw.slice(0, raw.length - suffix.length));
}

/** More than 20 digits, or more than 64 bits, are not a whole number. */
function fits64(digits: string): boolean {
  const number = digits.replace(/^0+/, "");
  return number.length <= 20 && BigInt(`0${number}`) < 1n << 64n;
}

function binaryNumber(digits: string, suffix: string): number | undefined {
  const sound = digits !== "" && digits.replace(/^0+/, "").length <= 64 && isSuffix(suffix, false);
  return sound ? Number(BigInt(`0b${digits}`)) : undefined;
}

function hexNumber(
  raw: string,
  [, whole = "", fraction, exponent, suffix = ""]: RegExpExecArray,
): number | undefined {
  const digits = whole + (fraction ?? "");
  const isFloat = fraction !== undefined || exponent !== undefined;
  if (digits === "" || isTooLarge(exponent, fraction) || !isSuffix(suffix, isFloat)) return undefined;
  if (/l/i.test(suffix) && digits.replace(/^0+/, "").length > 16) return undefined;
  return hexFloat(raw.slice(0, raw.length - suffix.length));
}

function isTooLarge(exponent: string | undefined, fraction: string | undefined): boolean {
  if (fraction !== undefined && fraction.length >= MOST_EXPONENT) return true;
  if (exponent === undefined) return false;
  const digits = exponent.replace(/^[+-]/, "");
  // The first digit is taken unchecked.
  return digits.length > 1 && Number(digits) >= MOST_EXPONENT;
}

function isSuffix(suffix: string, isFloat: boolean): boolean {
  return isFloat ? /^i?$/i.test(suffix) : /^(?:i|u?ll|llu)?$/i.test(suffix);
}
