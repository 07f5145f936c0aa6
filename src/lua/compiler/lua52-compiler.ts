// What lcode.c of 5.2.4 does differently from that of 5.3.6.
import * as T from "../lexer/token-kind.ts";
import { Compiler } from "./compiler.ts";
import { foldFloats, isNumeral } from "./fold.ts";
import type { Operand } from "./operand.ts";
import * as K from "./operand.ts";

/** MAXINDEXRK */
const LAST_OPERAND_CONSTANT = 255;

export class Lua52Compiler extends Compiler {
  /** Each function has its own table of constants. */
  override stringConstant(text: string): number {
    return this.constantOfFunction(`s${text}`);
  }

  override otherConstant(key: unknown): number {
    return this.constantOfFunction(key);
  }

  override floatConstant(value: number): number {
    return this.constantOfFunction(Object.is(value, -0) ? "f-0" : `f${value}`);
  }

  private constantOfFunction(key: unknown): number {
    const { constants, ownConstants } = this.open;
    const known = ownConstants.get(key);
    if (known !== undefined) return known;
    if (constants.length >= this.limits.constants) this.lexer.refuse("constant table overflow", "limit");
    ownConstants.set(key, constants.length);
    return constants.push(key) - 1;
  }

  /** `nil`, `true` and `false` become constants only while these can be operands. */
  protected override constantOf(operand: Operand): number {
    const isWord = operand.kind === K.NIL || operand.kind === K.TRUE || operand.kind === K.FALSE;
    if (isWord && this.open.constants.length > LAST_OPERAND_CONSTANT) return -1;
    return super.constantOf(operand);
  }

  /** Values that nothing takes keep their registers up to the block. */
  override takeIterator(values: number, last: Operand): void {
    super.takeIterator(values, last);
    if (values <= 3) return;
    this.open.freeRegister += values - 3;
    this.checkStack(3);
  }

  protected override fold(operator: number, left: Operand, right: Operand): boolean {
    if (!isNumeral(left) || !isNumeral(right)) return false;
    const result = foldFloats(operator, Number(left.value), Number(right.value));
    if (result === undefined || !this.keeps(result)) return false;
    left.value = result;
    return true;
  }

  protected override foldUnary(operator: number, operand: Operand): boolean {
    if (operator !== T.MINUS || !isNumeral(operand)) return false;
    operand.value = -Number(operand.value);
    return true;
  }

  /** What folding may result in. */
  protected keeps(_result: number): boolean {
    return true;
  }
}
