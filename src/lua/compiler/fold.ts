// Constant folding, as lcode.c does it: what is folded needs no register and no constant of its own.

import * as T from "../lexer/token-kind.ts";
import { FLOAT, hasJumps, INTEGER, type Operand } from "./operand.ts";

type Numeral = number | bigint;

export function isNumeral(operand: Operand): boolean {
  return (operand.kind === INTEGER || operand.kind === FLOAT) && !hasJumps(operand);
}

/** Folds `one operator other` into `one` where that is safe. */
export function fold(operator: number, one: Operand, other: Operand): boolean {
  if (!isNumeral(one) || !isNumeral(other)) return false;
  const result = compute(operator, numeralOf(one), numeralOf(other));
  if (result === undefined) return false;
  if (typeof result === "number" && (Number.isNaN(result) || result === 0)) return false;
  one.kind = typeof result === "bigint" ? INTEGER : FLOAT;
  one.value = result;
  return true;
}

/** Folds `-operand` or `~operand`. */
export function foldUnary(operator: number, operand: Operand): boolean {
  if (!isNumeral(operand)) return false;
  const value = numeralOf(operand);
  if (operator === T.MINUS) {
    if (value === 0) return false;
    operand.value = typeof value === "bigint" ? BigInt.asIntN(64, -value) : -value;
    return !Number.isNaN(operand.value);
  }
  const whole = toInteger(value);
  if (whole === undefined) return false;
  operand.kind = INTEGER;
  operand.value = BigInt.asIntN(64, ~whole);
  return true;
}

/** Where all numbers are floats; undefined for a division by zero. */
export function foldFloats(operator: number, one: number, other: number): number | undefined {
  if ((operator === T.SLASH || operator === T.PERCENT) && other === 0) return undefined;
  return floatResult(operator, one, other);
}

/** Integers as bigint, floats as number. */
function numeralOf(operand: Operand): Numeral {
  return operand.kind === INTEGER ? BigInt(operand.value) : Number(operand.value);
}

function compute(operator: number, one: Numeral, other: Numeral): Numeral | undefined {
  if (BITWISE.has(operator)) return computeBits(operator, toInteger(one), toInteger(other));
  const divides = operator === T.SLASH || operator === T.FLOOR_SLASH || operator === T.PERCENT;
  if (divides && Number(other) === 0) return undefined;
  const isWhole = typeof one === "bigint" && typeof other === "bigint";
  if (isWhole && operator !== T.SLASH && operator !== T.CARET) return computeIntegers(operator, one, other);
  return floatResult(operator, Number(one), Number(other));
}

const BITWISE: ReadonlySet<number> = new Set([T.AMPERSAND, T.BAR, T.TILDE, T.SHIFT_LEFT, T.SHIFT_RIGHT]);

function computeBits(
  operator: number,
  one: bigint | undefined,
  other: bigint | undefined,
): bigint | undefined {
  if (one === undefined || other === undefined) return undefined;
  switch (operator) {
    case T.AMPERSAND:
      return one & other;
    case T.BAR:
      return one | other;
    case T.TILDE:
      return one ^ other;
    default:
      return shift(one, operator === T.SHIFT_LEFT ? other : -other);
  }
}

/** To the left, or to the right for a negative count; no sign is kept. */
function shift(value: bigint, count: bigint): bigint {
  if (count >= 64n || count <= -64n) return 0n;
  const bits = BigInt.asUintN(64, value);
  return BigInt.asIntN(64, count >= 0n ? bits << count : bits >> -count);
}

function computeIntegers(operator: number, one: bigint, other: bigint): bigint {
  switch (operator) {
    case T.PLUS:
      return BigInt.asIntN(64, one + other);
    case T.MINUS:
      return BigInt.asIntN(64, one - other);
    case T.STAR:
      return BigInt.asIntN(64, one * other);
    case T.FLOOR_SLASH:
      return BigInt.asIntN(64, (one - floorRemainder(one, other)) / other);
    default:
      return floorRemainder(one, other);
  }
}

function floorRemainder(one: bigint, other: bigint): bigint {
  const rest = one % other;
  return rest !== 0n && rest < 0n !== other < 0n ? rest + other : rest;
}

export function floatResult(operator: number, one: number, other: number): number {
  switch (operator) {
    case T.PLUS:
      return one + other;
    case T.MINUS:
      return one - other;
    case T.STAR:
      return one * other;
    case T.SLASH:
      return one / other;
    case T.CARET:
      return power(one, other);
    case T.FLOOR_SLASH:
      return Math.floor(one / other);
    default: {
      const rest = one % other;
      return rest * other < 0 ? rest + other : rest;
    }
  }
}

/** C's pow, which knows 1 to the power of anything. */
function power(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY)) return 1;
  return base ** exponent;
}

/** A float that is a whole number of 64 bits is as good as an integer. */
function toInteger(value: Numeral): bigint | undefined {
  if (typeof value === "bigint") return value;
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63 ? BigInt(value) : undefined;
}
