// What lparser.c and lcode.c of 5.1.5 do differently from those of 5.2.4: globals without `_ENV`, breaks without labels, no gotos.

import type { Loop, OpenIf } from "./control.ts";
import type { FunctionState, OpenBlock, TextRange } from "./function-state.ts";
import { Lua52Compiler } from "./lua52-compiler.ts";
import * as K from "./operand.ts";
import { joined, type Operand } from "./operand.ts";

/** MAXINDEXRK */
const LAST_OPERAND_CONSTANT = 255;

export class Lua51Compiler extends Lua52Compiler {
  override openChunk(): void {
    this.open.isVararg = true;
    this.open.lastTarget = -1;
    this.enterBlock(false);
  }

  override openFunction(line: number): FunctionState {
    const state = super.openFunction(line);
    state.lastTarget = -1;
    return state;
  }

  protected override refuseLevels(): never {
    this.lexer.refuse("chunk has too many syntax levels", "limit");
  }

  protected override refuseRegisters(): never {
    this.lexer.refuse("function or expression too complex", "limit");
  }

  override refuseLimit(what: string, limit: number, owner: FunctionState = this.open): never {
    const where = owner.line === 0 ? "main function" : `function at line ${owner.line}`;
    this.lexer.refuse(`${where} has more than ${limit} ${what}`, "limit");
  }

  override enterStatements(): void {
    this.enterLevel();
  }

  override leaveStatements(): void {
    this.leaveLevel();
  }

  override enterStatement(): void {}

  override leaveStatement(): void {
    this.endStatement();
  }

  override resolve(text: string, operand: Operand): void {
    if (!this.find(this.nameOf(text), operand)) operand.set(K.GLOBAL, this.stringConstant(text));
  }

  override discharge(operand: Operand): void {
    if (operand.kind === K.GLOBAL) this.relocate(operand);
    else super.discharge(operand);
  }

  override toRegisterOrUpvalue(operand: Operand): void {
    this.toAnyRegister(operand);
  }

  override canBeAssigned(operand: Operand): boolean {
    return operand.kind === K.GLOBAL || super.canBeAssigned(operand);
  }

  override store(variable: Operand, value: Operand): void {
    if (variable.kind !== K.GLOBAL) {
      super.store(variable, value);
      return;
    }
    this.toAnyRegister(value);
    this.emit();
    this.releaseOperand(value);
  }

  /** Numbers too become constants only while these can be operands. */
  protected override constantOf(operand: Operand): number {
    if (operand.kind === K.FLOAT && this.open.constants.length > LAST_OPERAND_CONSTANT) return -1;
    return super.constantOf(operand);
  }

  override loadConstant(_constant: number): void {
    this.emit();
  }

  /** Registers are nil where a function starts. */
  override loadNil(from: number, count: number): void {
    const { open } = this;
    const { nil, pc } = open;
    if (pc > open.lastTarget) {
      if (pc === 0) {
        if (from >= open.registers) return;
      } else if (nil.at === pc - 1 && nil.first <= from && from <= nil.last + 1) {
        nil.last = Math.max(nil.last, from + count - 1);
        return;
      }
    }
    open.nil = { at: this.emit(), first: from, last: from + count - 1 };
  }

  protected override keeps(result: number): boolean {
    return !Number.isNaN(result);
  }

  /** Zero and its negative are one constant. */
  override floatConstant(value: number): number {
    return super.floatConstant(value === 0 ? 0 : value);
  }

  override takeParameters(count: number, isVararg: boolean): void {
    const hasArg = isVararg && this.lexer.dialect.hasArgTable;
    if (hasArg) this.declare("arg");
    super.takeParameters(hasArg ? count + 1 : count, isVararg);
  }

  override openLocalFunction(): void {
    this.reserve(1);
    this.activate(1);
  }

  override closeLocalFunction(value: Operand): void {
    this.releaseOperand(value);
    this.toRegister(value, this.open.registers - 1);
  }

  /** The function stays where it is made, with an instruction for each upvalue. */
  override closeFunction(operand: Operand): void {
    const inner = this.open;
    if (inner.outer === undefined) throw new Error("the chunk has no function around it");
    this.endFunction();
    this.open = inner.outer;
    operand.set(K.RELOCATABLE, 0);
    for (let instruction = 0; instruction <= inner.upvalues.size; instruction++) this.emit();
  }

  override enterBranch(branches: OpenIf, condition: Operand): void {
    if (condition.kind === K.NIL) condition.kind = K.FALSE;
    super.enterBranch(branches, condition);
  }

  override jumpsFor(_token: number): boolean {
    return false;
  }

  override breakLoop(_line: number, _range: TextRange): void {
    let loop: OpenBlock | undefined = this.open.block;
    let isCaptured = false;
    while (loop !== undefined && !loop.isLoop) {
      isCaptured ||= loop.isCaptured;
      loop = loop.outer;
    }
    if (loop === undefined) this.lexer.refuse("no loop to break");
    if (isCaptured) this.emit();
    loop.breaks = joined(loop.breaks, this.jump());
  }

  override leaveBlock(): void {
    const { block } = this.open;
    if (block === undefined) throw new Error("a block ends that was never entered");
    this.forgetLocals(block);
    if (block.outer !== undefined && block.isCaptured) this.emit();
    this.jumpHere(block.breaks);
  }

  /** A body with captured locals leaves the loop as a break does. */
  override closeRepeat(loop: Loop, condition: Operand): void {
    const again = this.leaveIfFalse(condition);
    if (this.open.block?.isCaptured !== true) {
      this.leaveBlock();
      this.jumpTo(again, loop.begin);
    } else {
      this.breakLoop(0, [0, 0]);
      this.jumpHere(again);
      this.leaveBlock();
      this.jumpTo(this.jump(), loop.begin);
    }
    this.leaveBlock();
  }
}
