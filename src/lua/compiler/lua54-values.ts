// What lcode.c of 5.4.4 does differently from that of 5.3.6: operands that are part of instructions.
import * as T from "../lexer/token-kind.ts";
import { Compiler } from "./compiler.ts";
import { isNumeral } from "./fold.ts";
import * as K from "./operand.ts";
import { hasJumps, Operand } from "./operand.ts";
import { isComparison } from "./operators.ts";

/** MAXINDEXRK: constants up to it can be operands of an instruction. */
const LAST_OPERAND_CONSTANT = 255;
/** LUAI_MAXSHORTLEN: names up to it can be keys inside an instruction. */
const LONGEST_KEY = 40;

/** Values and operators. */
export class Lua54Values extends Compiler {
  // Values.

  override literal(operand: Operand): void {
    if (this.lexer.token === T.STRING) this.fieldName(operand, this.lexer.name);
    else super.literal(operand);
  }

  override fieldName(operand: Operand, name: string): void {
    operand.set(K.TEXT, 0);
    operand.text = name;
  }

  override discharge(operand: Operand): void {
    const { whenTrue, whenFalse } = operand;
    const value = operand.kind === K.COMPILED ? operand.variable?.value : undefined;
    if (value === undefined) super.discharge(operand);
    else {
      operand.copy(value);
      operand.whenTrue = whenTrue;
      operand.whenFalse = whenFalse;
    }
  }

  protected override load(operand: Operand, register: number): void {
    this.discharge(operand);
    if (operand.kind === K.TEXT) this.toConstant(operand);
    else if (fitsLoad(operand)) {
      this.emit();
      operand.kind = K.FIXED;
      operand.info = register;
    }
    super.load(operand, register);
  }

  private toConstant(operand: Operand): void {
    operand.info = this.stringConstant(operand.text);
    operand.kind = K.CONSTANT;
  }

  protected override constantOf(operand: Operand): number {
    return operand.kind === K.TEXT ? this.stringConstant(operand.text) : super.constantOf(operand);
  }

  /** True if the operand is a constant that an instruction can name. */
  private isOperandConstant(operand: Operand): boolean {
    if (hasJumps(operand)) return false;
    const constant = this.constantOf(operand);
    if (constant < 0 || constant > LAST_OPERAND_CONSTANT) return false;
    operand.kind = K.CONSTANT;
    operand.info = constant;
    return true;
  }

  override toKey(operand: Operand): number {
    return this.isOperandConstant(operand) ? operand.info | K.CONSTANT_KEY : this.toAnyRegister(operand);
  }

  override index(table: Operand, key: Operand): void {
    const isLong = key.text.length > LONGEST_KEY;
    const isText = key.kind === K.TEXT;
    if (isText) this.toConstant(key);
    const isKey = isText && !isLong && !hasJumps(key) && key.info <= LAST_OPERAND_CONSTANT;
    if (table.kind === K.UPVALUE && !isKey) this.toAnyRegister(table);
    table.table = table.info;
    table.isTableUpvalue = table.kind === K.UPVALUE;
    if (isKey) table.key = key.info | K.CONSTANT_KEY;
    else if (isSmallIndex(key)) table.key = K.CONSTANT_KEY;
    else table.key = this.toAnyRegister(key);
    table.kind = K.INDEXED;
  }

  protected override isAlwaysTrue(kind: number): boolean {
    return kind === K.TEXT || super.isAlwaysTrue(kind);
  }

  // Operators.

  override applyUnary(operator: number, operand: Operand): void {
    this.discharge(operand);
    super.applyUnary(operator, operand);
  }

  override prepareLeft(operator: number, left: Operand): void {
    this.discharge(left);
    if (operator === T.AND || operator === T.OR || operator === T.CONCAT) super.prepareLeft(operator, left);
    else if (operator === T.EQUAL || operator === T.UNEQUAL) {
      if (!isNumeral(left)) this.toKey(left);
    } else if (isComparison(operator) ? !isImmediate(left) : !isNumeral(left)) this.toAnyRegister(left);
  }

  override applyBinary(operator: number, left: Operand, right: Operand): void {
    if (operator === T.AND || operator === T.OR) {
      super.applyBinary(operator, left, right);
      return;
    }
    this.discharge(right);
    if (operator === T.CONCAT) this.concatenate(left, right);
    else if (isComparison(operator)) this.compareOperands(operator, left, right);
    else if (!this.fold(operator, left, right)) this.computeOperands(operator, left, right);
  }

  /** The result stays in the register of the first value. */
  protected override concatenate(left: Operand, right: Operand): void {
    this.toNextRegister(right);
    const { open } = this;
    const joins = open.pc > open.lastTarget && open.concatAt === open.pc - 1;
    if (!joins) open.concatAt = this.emit();
    this.releaseOperand(right);
    left.kind = K.FIXED;
  }

  private computeOperands(operator: number, left: Operand, right: Operand): void {
    switch (operator) {
      case T.PLUS:
      case T.STAR: {
        const flips = isNumeral(left);
        if (flips) swap(left, right);
        if (operator === T.PLUS && isImmediateInteger(right)) this.finish(left, right);
        else this.computeWithConstant(left, right, flips);
        return;
      }
      case T.AMPERSAND:
      case T.BAR:
      case T.TILDE:
        if (left.kind === K.INTEGER && this.isOperandConstantOrRegister(left)) swap(left, right);
        else if (!(right.kind === K.INTEGER && this.isOperandConstantOrRegister(right)))
          this.toAnyRegister(right);
        this.finish(left, right);
        return;
      case T.SHIFT_LEFT:
        if (isImmediateInteger(left)) swap(left, right);
        else if (!isNegatable(right)) this.toAnyRegister(right);
        this.finish(left, right);
        return;
      case T.SHIFT_RIGHT:
        if (!isImmediateInteger(right)) this.toAnyRegister(right);
        this.finish(left, right);
        return;
      default:
        if (operator === T.MINUS && isNegatable(right)) this.finish(left, right);
        else this.computeWithConstant(left, right, false);
    }
  }

  private isOperandConstantOrRegister(operand: Operand): boolean {
    if (this.isOperandConstant(operand)) return true;
    this.toAnyRegister(operand);
    return false;
  }

  private computeWithConstant(left: Operand, right: Operand, flips: boolean): void {
    if (!isNumeral(right) || !this.isOperandConstant(right)) {
      if (flips) swap(left, right);
      this.toAnyRegister(right);
    }
    this.finish(left, right);
  }

  /** The instruction, and the one after it for metamethods. */
  private finish(left: Operand, right: Operand): void {
    this.toAnyRegister(left);
    this.emit();
    this.releaseBoth(left, right);
    this.relocate(left);
  }

  private compareOperands(operator: number, left: Operand, right: Operand): void {
    if (operator === T.EQUAL || operator === T.UNEQUAL) {
      if (left.kind !== K.FIXED) swap(left, right);
      this.toAnyRegister(left);
      if (!isImmediate(right)) this.toKey(right);
    } else {
      if (operator === T.GREATER || operator === T.AT_LEAST) swap(left, right);
      if (isImmediate(right)) this.toAnyRegister(left);
      else if (isImmediate(left)) this.toAnyRegister(right);
      else {
        this.toAnyRegister(left);
        this.toAnyRegister(right);
      }
    }
    this.releaseBoth(left, right);
    left.jump = this.conditionalJump(true);
    left.kind = K.JUMP;
  }
}

function swap(one: Operand, other: Operand): void {
  const kept = new Operand();
  kept.copy(one);
  one.copy(other);
  other.copy(kept);
}

/** The whole number that a numeral is; undefined for any other operand. */
function wholeOf(operand: Operand): bigint | undefined {
  if (operand.kind !== K.INTEGER && operand.kind !== K.FLOAT) return undefined;
  return Number.isInteger(Number(operand.value)) ? BigInt(operand.value) : undefined;
}

/** A number that is part of a load instruction (OP_LOADI, OP_LOADF). */
function fitsLoad(operand: Operand): boolean {
  const whole = wholeOf(operand);
  return whole !== undefined && whole >= -65535n && whole <= 65536n;
}

/** A number that is part of a comparison. */
function isImmediate(operand: Operand): boolean {
  const whole = hasJumps(operand) ? undefined : wholeOf(operand);
  return whole !== undefined && whole >= -127n && whole <= 128n;
}

function isImmediateInteger(operand: Operand): boolean {
  return operand.kind === K.INTEGER && isImmediate(operand);
}

function isNegatable(operand: Operand): boolean {
  return isImmediateInteger(operand) && BigInt(operand.value) !== 128n;
}

function isSmallIndex(operand: Operand): boolean {
  if (operand.kind !== K.INTEGER || hasJumps(operand)) return false;
  const index = BigInt(operand.value);
  return index >= 0n && index <= 255n;
}
