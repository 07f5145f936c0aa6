// Operators as LuaJIT's lj_parse.c (2.1) counts them: numbers can be operands of an instruction, and words those of a comparison.
import * as T from "../lexer/token-kind.ts";
import { floatResult, isNumeral } from "./fold.ts";
import { isConstant, isWord, LuaJitValues } from "./luajit-values.ts";
import * as K from "./operand.ts";
import { hasJumps, type Operand } from "./operand.ts";
import { isComparison } from "./operators.ts";

/** BCMAX_C: constants up to it can be operands of an instruction. */
const LAST_OPERAND_CONSTANT = 255;

export class LuaJitOperators extends LuaJitValues {
  protected override foldUnary(operator: number, operand: Operand): boolean {
    if (operator !== T.MINUS || hasJumps(operand)) return false;
    if (operand.kind === K.BOXED) return true;
    if (!isNumeral(operand) || Number(operand.value) === 0) return false;
    operand.value = -Number(operand.value);
    return true;
  }

  protected override fold(operator: number, left: Operand, right: Operand): boolean {
    if (!isNumeral(left) || !isNumeral(right)) return false;
    const result = floatResult(operator, Number(left.value), Number(right.value));
    if (Number.isNaN(result) || Object.is(result, -0)) return false;
    left.value = result;
    return true;
  }

  override prepareLeft(operator: number, left: Operand): void {
    if (operator === T.AND || operator === T.OR || operator === T.CONCAT) super.prepareLeft(operator, left);
    else {
      const keepsWords = operator === T.EQUAL || operator === T.UNEQUAL;
      const isKept = keepsWords ? isConstant(left.kind) && !hasJumps(left) : isNumeral(left);
      if (!isKept) this.toAnyRegister(left);
    }
  }

  override applyBinary(operator: number, left: Operand, right: Operand): void {
    if (operator === T.AND || operator === T.OR || operator === T.CONCAT)
      super.applyBinary(operator, left, right);
    else if (isComparison(operator)) this.compareOperands(operator, left, right);
    else if (!this.fold(operator, left, right)) this.computeOperands(operator, left, right);
  }

  /** `a .. b`: both are in registers, in a row. */
  protected override concatenate(left: Operand, right: Operand): void {
    this.toValue(right);
    const joins = right.kind === K.RELOCATABLE && right.madeBy === K.BY_CONCAT;
    if (!joins) {
      this.toNextRegister(right);
      this.releaseOperand(right);
    }
    this.releaseOperand(left);
    if (!joins) this.emit();
    left.kind = K.RELOCATABLE;
    left.madeBy = K.BY_CONCAT;
  }

  private computeOperands(operator: number, left: Operand, right: Operand): void {
    if (operator === T.CARET) {
      this.toAnyRegister(right);
      this.toAnyRegister(left);
    } else {
      this.toValue(right);
      const isConstantRight = this.isNumberOperand(right);
      if (!isConstantRight) this.toAnyRegister(right);
      this.toValue(left);
      if (isConstantRight || right.kind === K.FLOAT || !this.isNumberOperand(left)) this.toAnyRegister(left);
    }
    this.releaseBoth(left, right);
    this.relocate(left);
  }

  private isNumberOperand(operand: Operand): boolean {
    return operand.kind === K.FLOAT && this.numberConstant(Number(operand.value)) <= LAST_OPERAND_CONSTANT;
  }

  private compareOperands(operator: number, left: Operand, right: Operand): void {
    this.toValue(left);
    let [first, second] = [left, right];
    if (operator === T.EQUAL || operator === T.UNEQUAL) {
      if (isConstant(left.kind)) [first, second] = [right, left];
      this.toAnyRegister(first);
      this.toValue(second);
      if (second.kind === K.TEXT) this.objectConstant(`s${second.text}`);
      else if (second.kind === K.FLOAT) this.numberConstant(Number(second.value));
      else if (!isWord(second.kind)) this.toAnyRegister(second);
    } else {
      if (operator === T.GREATER || operator === T.AT_LEAST) this.toValue(right);
      else [first, second] = [right, left];
      if (first === left) [first, second] = [right, left];
      this.toAnyRegister(first);
      this.toAnyRegister(second);
    }
    this.releaseBoth(left, right);
    left.jump = this.conditionalJump(true);
    left.kind = K.JUMP;
  }
}
