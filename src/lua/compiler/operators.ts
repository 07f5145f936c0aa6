// Operators and conditions, as the second half of lcode.c compiles them.

import * as T from "../lexer/token-kind.ts";
import type { Parser } from "../syntax/parser.ts";
import * as C from "./code.ts";
import * as D from "./discharge.ts";
import { fold, foldUnary, isNumeral } from "./fold.ts";
import * as K from "./operand.ts";
import { type Jumps, joined, type Operand } from "./operand.ts";

export function applyUnary(parser: Parser, operator: number, operand: Operand): void {
  if (operator === T.NOT) negate(parser, operand);
  else if (operator === T.HASH || !foldUnary(operator, operand)) {
    D.toAnyRegister(parser, operand);
    C.releaseOperand(parser, operand);
    D.relocate(parser, operand);
  }
}

/** Before the right operand is read. */
export function prepareLeft(parser: Parser, operator: number, left: Operand): void {
  if (operator === T.AND) goOnIfTrue(parser, left);
  else if (operator === T.OR) goOnIfFalse(parser, left);
  else if (operator === T.CONCAT) D.toNextRegister(parser, left);
  else if (isComparison(operator) || !isNumeral(left)) D.toKey(parser, left);
}

/** After the right operand has been read; the result is in `left`. */
export function applyBinary(parser: Parser, operator: number, left: Operand, right: Operand): void {
  if (operator === T.AND) {
    D.discharge(parser, right);
    right.whenFalse = joined(right.whenFalse, left.whenFalse);
    left.copy(right);
  } else if (operator === T.OR) {
    D.discharge(parser, right);
    right.whenTrue = joined(right.whenTrue, left.whenTrue);
    left.copy(right);
  } else if (operator === T.CONCAT) concatenate(parser, left, right);
  else if (isComparison(operator)) compare(parser, left, right);
  else if (!fold(operator, left, right)) compute(parser, left, right);
}

/** A condition: goes on where it is true; answers the jumps that leave. */
export function leaveIfFalse(parser: Parser, condition: Operand): Jumps {
  if (condition.kind === K.NIL) condition.kind = K.FALSE;
  goOnIfTrue(parser, condition);
  return condition.whenFalse;
}

export function goOnIfTrue(parser: Parser, operand: Operand): void {
  D.discharge(parser, operand);
  const { kind } = operand;
  const isTrue = kind === K.CONSTANT || kind === K.FLOAT || kind === K.INTEGER || kind === K.TRUE;
  const leaving = kind === K.JUMP ? operand.jump : isTrue ? undefined : jumpOn(parser, operand);
  operand.whenFalse = joined(operand.whenFalse, leaving);
  C.jumpHere(parser, operand.whenTrue);
  operand.whenTrue = undefined;
}

export function goOnIfFalse(parser: Parser, operand: Operand): void {
  D.discharge(parser, operand);
  const { kind } = operand;
  const isFalse = kind === K.NIL || kind === K.FALSE;
  const leaving = kind === K.JUMP ? operand.jump : isFalse ? undefined : jumpOn(parser, operand);
  operand.whenTrue = joined(operand.whenTrue, leaving);
  C.jumpHere(parser, operand.whenFalse);
  operand.whenFalse = undefined;
}

/** A test of the value and its jump; a `not` just before is dropped, the test turned round. */
function jumpOn(parser: Parser, operand: Operand): Jumps {
  if (operand.kind === K.RELOCATABLE && operand.madeBy === K.BY_NOT) {
    parser.open.pc--;
    return C.conditionalJump(parser, true);
  }
  D.loadAnywhere(parser, operand);
  C.releaseOperand(parser, operand);
  return C.conditionalJump(parser, false);
}

function negate(parser: Parser, operand: Operand): void {
  D.discharge(parser, operand);
  switch (operand.kind) {
    case K.NIL:
    case K.FALSE:
      operand.kind = K.TRUE;
      break;
    case K.CONSTANT:
    case K.FLOAT:
    case K.INTEGER:
    case K.TRUE:
      operand.kind = K.FALSE;
      break;
    case K.RELOCATABLE:
    case K.FIXED:
      D.loadAnywhere(parser, operand);
      C.releaseOperand(parser, operand);
      D.relocate(parser, operand, K.BY_NOT);
      break;
  }
  const { whenTrue, whenFalse } = operand;
  operand.whenTrue = withoutValues(whenFalse);
  operand.whenFalse = withoutValues(whenTrue);
}

function withoutValues(jumps: Jumps): Jumps {
  return jumps === undefined || jumps.needsValue ? jumps : { ...jumps, needsValue: true };
}

/** `a .. b .. c` is one instruction. */
function concatenate(parser: Parser, left: Operand, right: Operand): void {
  D.toValue(parser, right);
  if (right.kind === K.RELOCATABLE && right.madeBy === K.BY_CONCAT) {
    C.releaseOperand(parser, left);
    left.kind = K.RELOCATABLE;
    left.madeBy = K.BY_CONCAT;
    return;
  }
  D.toNextRegister(parser, right);
  compute(parser, left, right, K.BY_CONCAT);
}

function compute(parser: Parser, left: Operand, right: Operand, madeBy = 0): void {
  D.toKey(parser, right);
  D.toKey(parser, left);
  C.releaseBoth(parser, left, right);
  D.relocate(parser, left, madeBy);
}

function compare(parser: Parser, left: Operand, right: Operand): void {
  D.toKey(parser, right);
  C.releaseBoth(parser, left, right);
  left.jump = C.conditionalJump(parser, true);
  left.kind = K.JUMP;
}

function isComparison(operator: number): boolean {
  return operator >= T.EQUAL && operator <= T.GREATER;
}
