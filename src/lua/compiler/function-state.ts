// What the compiler keeps for each function that is open, and for the names of a chunk.
import type { Jumps, LocalVariable } from "./operand.ts";

export type TextRange = readonly [start: number, end: number];

export interface OpenBlock {
  readonly outer: OpenBlock | undefined;
  readonly isLoop: boolean;
  /** How many locals, labels and waiting gotos there were when it was entered. */
  readonly locals: number;
  readonly registers: number;
  readonly firstLabel: number;
  readonly firstGoto: number;
  /** True if a function inside captures one of its locals. */
  isCaptured: boolean;
  /** The jumps of its breaks, in versions without labels for them. */
  breaks: Jumps;
}

export class FunctionState {
  readonly outer: FunctionState | undefined;
  /** The line it is defined on; 0 for the chunk. */
  readonly line: number;
  /** Where its locals start among those of the chunk. */
  readonly firstLocal: number;
  isVararg = false;
  block: OpenBlock | undefined = undefined;
  /** Locals in scope. */
  locals = 0;
  /** How many of them have a register. */
  registers = 0;
  /** Locals ever declared. */
  declared = 0;
  functions = 0;
  freeRegister = 0;
  stackSize = 2;
  readonly upvalues = new Map<Name, number>();
  // Most functions of most versions have none.
  #ownConstants: Map<unknown, number> | undefined;
  #numbers: Map<number, number> | undefined;
  readonly constants: unknown[] = [];
  /** Where each constant stands, in versions whose functions don't share a table of them. */
  get ownConstants(): Map<unknown, number> {
    this.#ownConstants ??= new Map();
    return this.#ownConstants;
  }
  /** How many instructions there are. */
  pc = 0;
  /** The last place that something jumps to. */
  lastTarget = 0;
  /** Jumps to the next instruction. */
  waiting: Jumps = undefined;
  /** The last instruction that sets registers to nil, as a run of registers can share one. */
  nil = { at: -1, first: 0, last: 0 };
  /** Where the last concatenation is, which a further value can join. */
  concatAt = -1;
  /** For LuaJIT: its numbers that are constants, the last return, the first one before any function inside, the last closing of a block. */
  get numbers(): Map<number, number> {
    this.#numbers ??= new Map();
    return this.#numbers;
  }
  returnAt = -1;
  earlyReturn = -1;
  closeAt = -1;

  constructor(outer: FunctionState | undefined, line: number, firstLocal: number) {
    this.outer = outer;
    this.line = line;
    this.firstLocal = firstLocal;
  }
}

/** A name of the chunk, or the value of a string constant. */
export class Name {
  readonly text: string;
  /** Its locals in scope, the innermost last. */
  readonly locals: Local[] = [];
  /** Its labels in scope, the innermost last. */
  readonly labels: Label[] = [];
  /** How many gotos wait for a label of that name. */
  waitingGotos = 0;
  /** Where it stands among the constants of the function that used it last. */
  constant = -1;

  constructor(text: string) {
    this.text = text;
  }
}

export interface Local extends LocalVariable {
  readonly name: Name;
  readonly owner: FunctionState;
  /** -1 until it comes into scope, and for one whose value the compiler knows. */
  register: number;
}

export interface Label {
  readonly name: Name;
  readonly line: number;
  readonly owner: FunctionState;
  readonly pc: number;
  /** Where it stands among the labels in scope. */
  readonly index: number;
  /** How many locals of the function its place sees. */
  locals: number;
}

export interface Goto {
  readonly name: Name;
  readonly line: number;
  readonly range: TextRange;
  readonly jumps: Jumps;
  locals: number;
}
