// Registers, constants and jumps, counted as lcode.c makes them.

import type { Parser } from "../syntax/parser.ts";
import * as K from "./operand.ts";
import { type Jumps, joined, type Operand } from "./operand.ts";

const MOST_REGISTERS = 255;
/** MAXARG_sBx: how far a jump goes. */
const FARTHEST_JUMP = 131071;
/** MAXARG_Bx: constants beyond it take two instructions to load. */
const MOST_SHORT_CONSTANTS = 262143;
/** MAXINDEXRK: constants up to it can be operands of an instruction. */
const LAST_OPERAND_CONSTANT = 255;

/** Counts an instruction; answers its place. */
export function emit(parser: Parser): number {
  const state = parser.open;
  if (state.waiting !== undefined) {
    checkReach(parser, state.waiting, state.pc);
    state.waiting = undefined;
  }
  return state.pc++;
}

export function checkStack(parser: Parser, count: number): void {
  const state = parser.open;
  const size = state.freeRegister + count;
  if (size <= state.stackSize) return;
  if (size >= MOST_REGISTERS) parser.refuse("function or expression needs too many registers", "limit");
  state.stackSize = size;
}

export function reserve(parser: Parser, count: number): void {
  checkStack(parser, count);
  parser.open.freeRegister += count;
}

/** Frees a register that holds no local; a key that is a constant has none. */
export function release(parser: Parser, register: number): void {
  if (register < K.CONSTANT_KEY && register >= parser.open.locals) parser.open.freeRegister--;
}

export function releaseOperand(parser: Parser, operand: Operand): void {
  if (operand.kind === K.FIXED) release(parser, operand.info);
}

/** In the order of the stack. */
export function releaseBoth(parser: Parser, one: Operand, other: Operand): void {
  const first = one.kind === K.FIXED ? one.info : K.CONSTANT_KEY;
  const second = other.kind === K.FIXED ? other.info : K.CONSTANT_KEY;
  release(parser, first);
  release(parser, second);
}

/** The place of a string among the constants of the function. A value can stand there twice: lcode.c shares its table. */
export function stringConstant(parser: Parser, text: string): number {
  const name = parser.nameOf(text);
  const { constants } = parser.open;
  if (name.constant < 0 || constants[name.constant] !== name) {
    name.constant = constants.length;
    constants.push(name);
  }
  return name.constant;
}

export function integerConstant(parser: Parser, value: number | bigint): number {
  return otherConstant(parser, `i${value}`);
}

export function floatConstant(parser: Parser, value: number): number {
  return otherConstant(parser, `f${value}`);
}

export function otherConstant(parser: Parser, key: unknown): number {
  const { constants } = parser.open;
  const known = parser.numberConstants.get(key);
  if (known !== undefined && constants[known] === key) return known;
  parser.numberConstants.set(key, constants.length);
  return constants.push(key) - 1;
}

export function canBeOperand(constant: number): boolean {
  return constant <= LAST_OPERAND_CONSTANT;
}

export function loadConstant(parser: Parser, constant: number): void {
  emit(parser);
  if (constant > MOST_SHORT_CONSTANTS) emit(parser);
}

/** Sets registers to nil; joins the instruction before where it does that too. */
export function loadNil(parser: Parser, from: number, count: number): void {
  const { open } = parser;
  const last = from + count - 1;
  const before = open.nil;
  if (open.pc > open.lastTarget && before.at === open.pc - 1) {
    const touches =
      (before.first <= from && from <= before.last + 1) || (from <= before.first && before.first <= last + 1);
    if (touches) {
      before.first = Math.min(before.first, from);
      before.last = Math.max(before.last, last);
      return;
    }
  }
  open.nil = { at: emit(parser), first: from, last };
}

/** A jump, together with those that wait to go on from here. */
export function jump(parser: Parser): Jumps {
  const before = parser.open.waiting;
  parser.open.waiting = undefined;
  return joined(jumpAt(emit(parser), true), before);
}

export function jumpAt(pc: number, needsValue: boolean): Jumps {
  return { first: pc, last: pc, needsValue };
}

/** A test and its jump. */
export function conditionalJump(parser: Parser, needsValue: boolean): Jumps {
  emit(parser);
  return jumpAt(emit(parser), needsValue);
}

export function markTarget(parser: Parser): number {
  parser.open.lastTarget = parser.open.pc;
  return parser.open.pc;
}

export function jumpHere(parser: Parser, jumps: Jumps): void {
  markTarget(parser);
  parser.open.waiting = joined(parser.open.waiting, jumps);
}

export function jumpTo(parser: Parser, jumps: Jumps, target: number): void {
  if (target === parser.open.pc) jumpHere(parser, jumps);
  else if (jumps !== undefined) checkReach(parser, jumps, target);
}

export function checkReach(parser: Parser, jumps: NonNullable<Jumps>, target: number): void {
  if (target - (jumps.first + 1) > FARTHEST_JUMP || jumps.last + 1 - target > FARTHEST_JUMP) {
    parser.refuse("control structure too long", "limit");
  }
}
