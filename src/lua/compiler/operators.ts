// Operators and conditions, as the second half of lcode.c compiles them.

import * as T from "../lexer/token-kind.ts";
import { Discharge } from "./discharge.ts";
import { fold, foldUnary, isNumeral } from "./fold.ts";
import * as K from "./operand.ts";
import { type Jumps, joined, type Operand } from "./operand.ts";

export class Operators extends Discharge {
  applyUnary(operator: number, operand: Operand): void {
    if (operator === T.NOT) this.negate(operand);
    else if (operator === T.HASH || !this.foldUnary(operator, operand)) {
      this.toAnyRegister(operand);
      this.releaseOperand(operand);
      this.relocate(operand);
    }
  }

  /** Before the right operand is read. */
  prepareLeft(operator: number, left: Operand): void {
    if (operator === T.AND) this.goOnIfTrue(left);
    else if (operator === T.OR) this.goOnIfFalse(left);
    else if (operator === T.CONCAT) this.toNextRegister(left);
    else if (isComparison(operator) || !isNumeral(left)) this.toKey(left);
  }

  /** After the right operand has been read; the result is in `left`. */
  applyBinary(operator: number, left: Operand, right: Operand): void {
    if (operator === T.AND) {
      this.discharge(right);
      right.whenFalse = joined(right.whenFalse, left.whenFalse);
      left.copy(right);
    } else if (operator === T.OR) {
      this.discharge(right);
      right.whenTrue = joined(right.whenTrue, left.whenTrue);
      left.copy(right);
    } else if (operator === T.CONCAT) this.concatenate(left, right);
    else if (isComparison(operator)) this.compare(left, right);
    else if (!this.fold(operator, left, right)) this.compute(left, right);
  }

  protected fold(operator: number, left: Operand, right: Operand): boolean {
    return fold(operator, left, right);
  }

  protected foldUnary(operator: number, operand: Operand): boolean {
    return foldUnary(operator, operand);
  }

  /** A condition: continues if it is true; answers the jumps that leave. */
  leaveIfFalse(condition: Operand): Jumps {
    if (condition.kind === K.NIL) condition.kind = K.FALSE;
    this.goOnIfTrue(condition);
    return condition.whenFalse;
  }

  goOnIfTrue(operand: Operand): void {
    this.discharge(operand);
    const { kind } = operand;
    const leaving =
      kind === K.JUMP ? operand.jump : this.isAlwaysTrue(kind) ? undefined : this.jumpOn(operand);
    operand.whenFalse = joined(operand.whenFalse, leaving);
    this.jumpHere(operand.whenTrue);
    operand.whenTrue = undefined;
  }

  protected isAlwaysTrue(kind: number): boolean {
    return kind === K.CONSTANT || kind === K.FLOAT || kind === K.INTEGER || kind === K.TRUE;
  }

  goOnIfFalse(operand: Operand): void {
    this.discharge(operand);
    const { kind } = operand;
    const isFalse = kind === K.NIL || kind === K.FALSE;
    const leaving = kind === K.JUMP ? operand.jump : isFalse ? undefined : this.jumpOn(operand);
    operand.whenTrue = joined(operand.whenTrue, leaving);
    this.jumpHere(operand.whenFalse);
    operand.whenFalse = undefined;
  }

  /** A test of the value and its jump; a `not` just before it is dropped and the test inverted. */
  protected jumpOn(operand: Operand): Jumps {
    if (operand.kind === K.RELOCATABLE && operand.madeBy === K.BY_NOT) {
      this.open.pc--;
      return this.conditionalJump(true);
    }
    this.loadAnywhere(operand);
    this.releaseOperand(operand);
    return this.conditionalJump(false);
  }

  protected negate(operand: Operand): void {
    this.discharge(operand);
    switch (operand.kind) {
      case K.NIL:
      case K.FALSE:
        operand.kind = K.TRUE;
        break;
      case K.CONSTANT:
      case K.FLOAT:
      case K.INTEGER:
      case K.TRUE:
      case K.TEXT:
      case K.BOXED:
        operand.kind = K.FALSE;
        break;
      case K.RELOCATABLE:
      case K.FIXED:
        this.loadAnywhere(operand);
        this.releaseOperand(operand);
        this.relocate(operand, K.BY_NOT);
        break;
    }
    const { whenTrue, whenFalse } = operand;
    operand.whenTrue = withoutValues(whenFalse);
    operand.whenFalse = withoutValues(whenTrue);
  }

  /** `a .. b .. c` is one instruction. */
  protected concatenate(left: Operand, right: Operand): void {
    this.toValue(right);
    if (right.kind === K.RELOCATABLE && right.madeBy === K.BY_CONCAT) {
      this.releaseOperand(left);
      left.kind = K.RELOCATABLE;
      left.madeBy = K.BY_CONCAT;
      return;
    }
    this.toNextRegister(right);
    this.compute(left, right, K.BY_CONCAT);
  }

  protected compute(left: Operand, right: Operand, madeBy = 0): void {
    this.toKey(right);
    this.toKey(left);
    this.releaseBoth(left, right);
    this.relocate(left, madeBy);
  }

  protected compare(left: Operand, right: Operand): void {
    this.toKey(right);
    this.releaseBoth(left, right);
    left.jump = this.conditionalJump(true);
    left.kind = K.JUMP;
  }
}

function withoutValues(jumps: Jumps): Jumps {
  return jumps === undefined || jumps.needsValue ? jumps : { ...jumps, needsValue: true };
}

export function isComparison(operator: number): boolean {
  return operator >= T.EQUAL && operator <= T.GREATER;
}
