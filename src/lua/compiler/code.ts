// Registers, constants and jumps, counted as lcode.c makes them.
import { ChunkState } from "./chunk-state.ts";
import * as K from "./operand.ts";
import { type Jumps, joined, type Operand } from "./operand.ts";

/** MAXARG_Bx: constants beyond it take two instructions to load. */
const MOST_SHORT_CONSTANTS = 262143;
/** MAXINDEXRK: constants up to it can be operands of an instruction. */
const LAST_OPERAND_CONSTANT = 255;

/** Registers, constants and jumps of the function that is open. */
export class Code extends ChunkState {
  /** Counts an instruction; answers its place. */
  emit(): number {
    const state = this.open;
    if (state.waiting !== undefined) {
      this.checkReach(state.waiting, state.pc);
      state.waiting = undefined;
    }
    return state.pc++;
  }

  checkStack(count: number): void {
    const state = this.open;
    const size = state.freeRegister + count;
    if (size <= state.stackSize) return;
    if (size >= this.limits.registers) this.refuseRegisters();
    state.stackSize = size;
  }

  protected refuseRegisters(): never {
    this.lexer.refuse("function or expression needs too many registers", "limit");
  }

  reserve(count: number): void {
    this.checkStack(count);
    this.open.freeRegister += count;
  }

  /** Frees a register that holds no local; a key that is a constant has none. */
  release(register: number): void {
    if (register < K.CONSTANT_KEY && register >= this.open.registers) this.open.freeRegister--;
  }

  releaseOperand(operand: Operand): void {
    if (operand.kind === K.FIXED) this.release(operand.info);
  }

  /** In the order of the stack. */
  releaseBoth(one: Operand, other: Operand): void {
    const first = one.kind === K.FIXED ? one.info : K.CONSTANT_KEY;
    const second = other.kind === K.FIXED ? other.info : K.CONSTANT_KEY;
    this.release(first);
    this.release(second);
  }

  /** The place of a string among the constants of the function. A value can appear there twice: lcode.c shares its table. */
  stringConstant(text: string): number {
    const name = this.nameOf(text);
    const { constants } = this.open;
    if (name.constant < 0 || constants[name.constant] !== name) {
      name.constant = constants.length;
      constants.push(name);
    }
    return name.constant;
  }

  integerConstant(value: number | bigint): number {
    return this.otherConstant(`i${value}`);
  }

  floatConstant(value: number): number {
    return this.otherConstant(`f${value}`);
  }

  otherConstant(key: unknown): number {
    const { constants } = this.open;
    const known = this.numberConstants.get(key);
    if (known !== undefined && constants[known] === key) return known;
    this.numberConstants.set(key, constants.length);
    return constants.push(key) - 1;
  }

  loadConstant(constant: number): void {
    this.emit();
    if (constant > MOST_SHORT_CONSTANTS) this.emit();
  }

  /** Sets registers to nil; joins the instruction before it if that does so too. */
  loadNil(from: number, count: number): void {
    const { open } = this;
    const last = from + count - 1;
    const before = open.nil;
    if (open.pc > open.lastTarget && before.at === open.pc - 1) {
      const touches =
        (before.first <= from && from <= before.last + 1) ||
        (from <= before.first && before.first <= last + 1);
      if (touches) {
        before.first = Math.min(before.first, from);
        before.last = Math.max(before.last, last);
        return;
      }
    }
    open.nil = { at: this.emit(), first: from, last };
  }

  /** A jump, together with those that wait to continue from here. */
  jump(): Jumps {
    const before = this.open.waiting;
    this.open.waiting = undefined;
    return joined(jumpAt(this.emit(), true), before);
  }

  /** A test and its jump. */
  conditionalJump(needsValue: boolean): Jumps {
    this.emit();
    return jumpAt(this.emit(), needsValue);
  }

  markTarget(): number {
    this.open.lastTarget = this.open.pc;
    return this.open.pc;
  }

  jumpHere(jumps: Jumps): void {
    this.markTarget();
    this.open.waiting = joined(this.open.waiting, jumps);
  }

  jumpTo(jumps: Jumps, target: number): void {
    if (target === this.open.pc) this.jumpHere(jumps);
    else if (jumps !== undefined) this.checkReach(jumps, target);
  }

  checkReach(jumps: NonNullable<Jumps>, target: number): void {
    const { jump } = this.limits;
    if (target - (jumps.first + 1) > jump || jumps.last + 1 - target > jump) {
      this.lexer.refuse("control structure too long", "limit");
    }
  }
}

export function canBeOperand(constant: number): boolean {
  return constant <= LAST_OPERAND_CONSTANT;
}

export function jumpAt(pc: number, needsValue: boolean): Jumps {
  return { first: pc, last: pc, needsValue };
}
