// Control structures, as lparser.c compiles them: where they jump, and which blocks they open.

import { Assignments } from "./assignments.ts";
import { jumpAt } from "./code.ts";
import { type Jumps, joined, type Operand } from "./operand.ts";

/** A loop that is open. */
export interface Loop {
  readonly begin: number;
  leaving: Jumps;
  /** LuaJIT's instruction that a loop starts with. */
  start: number;
}

/** An `if` that is open. */
export interface OpenIf {
  /** From the ends of its blocks to its own end. */
  leaving: Jumps;
  /** The jump over the block that is open. */
  skipped: Jumps;
  /** The open block holds nothing but a goto, and its condition jumps in its place. */
  isGoto: boolean;
}

export abstract class Control extends Assignments {
  openWhile(): Loop {
    return { begin: this.markTarget(), leaving: undefined, start: 0 };
  }

  /** After the condition. */
  enterWhile(loop: Loop, condition: Operand): void {
    loop.leaving = this.leaveIfFalse(condition);
    this.enterBlock(true);
  }

  closeWhile(loop: Loop): void {
    this.jumpTo(this.jump(), loop.begin);
    this.leaveBlock();
    this.jumpHere(loop.leaving);
  }

  openRepeat(): Loop {
    const loop = { begin: this.markTarget(), leaving: undefined, start: 0 };
    this.enterBlock(true);
    this.enterBlock(false);
    return loop;
  }

  closeRepeat(loop: Loop, condition: Operand): void {
    const again = this.leaveIfFalse(condition);
    this.leaveBlock();
    this.jumpTo(again, loop.begin);
    this.leaveBlock();
  }

  openIf(): OpenIf {
    return { leaving: undefined, skipped: undefined, isGoto: false };
  }

  enterBranch(branches: OpenIf, condition: Operand): void {
    this.goOnIfTrue(condition);
    this.enterBlock(false);
    branches.skipped = condition.whenFalse;
  }

  /** A condition jumps in place of the goto or break that starts its block. */
  jumpsFor(_token: number): boolean {
    return true;
  }

  /** Something follows the goto. */
  continueBranch(branches: OpenIf): void {
    branches.skipped = this.jump();
  }

  /** Nothing follows it. */
  endGoto(branches: OpenIf): void {
    branches.isGoto = true;
  }

  leaveBranch(branches: OpenIf, isLast: boolean): void {
    this.leaveBlock();
    if (branches.isGoto) {
      branches.isGoto = false;
      return;
    }
    if (!isLast) branches.leaving = joined(branches.leaving, this.jump());
    this.jumpHere(branches.skipped);
  }

  closeIf(branches: OpenIf): void {
    this.jumpHere(branches.leaving);
  }

  declareLoop(kind: "numeric" | "generic"): void {
    const hidden =
      kind === "numeric"
        ? ["(for index)", "(for limit)", "(for step)"]
        : ["(for generator)", "(for state)", "(for control)"];
    for (const name of hidden) this.declare(name);
  }

  /** A numeric loop without a step. */
  stepByOne(): void {
    this.loadConstant(this.integerConstant(1));
    this.reserve(1);
  }

  /** After the values of a generic loop. */
  takeIterator(values: number, last: Operand): void {
    this.adjust(3, values, last);
    this.checkStack(3);
  }

  activateLoop(_kind: "numeric" | "generic"): void {
    this.activate(3);
  }

  /** After `do`: the variables come into scope. */
  enterFor(kind: "numeric" | "generic", variables: number): Loop {
    const leaving = kind === "numeric" ? jumpAt(this.emit(), true) : this.jump();
    const loop = { begin: this.open.pc, leaving, start: 0 };
    this.enterBlock(false);
    this.activate(variables);
    this.reserve(variables);
    return loop;
  }

  closeForBody(kind: "numeric" | "generic", loop: Loop): void {
    this.leaveBlock();
    this.jumpHere(loop.leaving);
    if (kind === "generic") this.emit();
    this.jumpTo(jumpAt(this.emit(), true), loop.begin);
  }
}
