// What a compiler would count at most, worked out in a fraction of its time: where that stays below every limit the compiler refuses nothing, and need
// not be asked. It gives up wherever that is not sure; the compiler of the version then reads the text.
import type { ByteText } from "../../base/byte-text.ts";
import type { Lexer } from "../lexer/lexer.ts";
import * as T from "../lexer/token-kind.ts";
import type { Loop, OpenIf } from "./control.ts";
import { type Label, Name } from "./function-state.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Listener, OpenTable } from "./listener.ts";
import { CALL, Expressed, FIXED, LOCAL } from "./operand.ts";
import { MOST_LOCALS } from "./variables.ts";

/** Only a compiler can tell. */
export class NotSure extends Error {}

/** Whether it pays to try: where a goto leads that is no `goto continue` is left to the compilers. */
export function canEstimate(text: ByteText): boolean {
  return !text.includes("::") || !/::\s*\w+\s*::(?![\s;]*(?:end|else|elseif)\b)/.test(text);
}

/** Registers that an expression holds while another one is read: two of what is indexed, and one to spare. */
const HELD = 3;
/** Registers that no expression inside another one accounts for. */
const SPARE = 12;
/** Levels that a construct may count beyond its own. */
const SPARE_LEVELS = 2;
/** Items that a table keeps in registers, with the one that is read. */
const MOST_ITEMS = 51;
/** Registers that hold what a loop goes by. */
const LOOP_STATE = 4;
/** Upvalues for each of which 5.1 takes an instruction where a function is made. */
const MOST_CAPTURES = 60;

/** Gotos that wait for a label at one time: far below every limit, and few enough to go through. */
const MOST_GOTOS = 100;

/** Instructions, of whatever version, for a value with the operator before it; a suffix, a field or a name; a statement, a block or a loop. */
const OF_VALUE = 10;
const OF_PART = 4;
const OF_STATEMENT = 10;

class OpenFunction {
  readonly outer: OpenFunction | undefined;
  /** Locals of the functions around it. */
  readonly reach: number;
  /** What it names, where `reach` alone would be too many upvalues. */
  readonly names: Set<string> | undefined;
  isVararg = false;
  locals = 0;
  /** Registers above those of the locals. */
  held = 0;
  loops = 0;

  constructor(outer: OpenFunction | undefined, most: number) {
    this.outer = outer;
    this.reach = outer === undefined ? 0 : outer.reach + outer.locals;
    this.names = this.reach >= most ? new Set() : undefined;
  }
}

interface WaitingGoto {
  readonly name: string;
  /** How many blocks are open around the one that it waits in, with that one. */
  depth: number;
}

interface EstimatedTable extends OpenTable {
  /** What was held before it. */
  readonly held: number;
  waiting: number;
}

const LOOP: Loop = { begin: 0, leaving: undefined, start: 0 };
const IF: OpenIf = { leaving: undefined, skipped: undefined, isGoto: false };

export class Estimate implements Listener {
  readonly lexer: Lexer;
  readonly limits: Limits;
  readonly mostRegisters: number;
  readonly mostUpvalues: number;
  readonly mostLevels: number;
  /** What one function may hold, all of the text may. */
  readonly mostCode: number;
  open: OpenFunction;
  levels = 1;
  code = 0;
  locals = 0;
  /** For each open block the locals of its function before it; twice, and one more for a loop. */
  readonly blocks: number[] = [];
  /** Names that may not be assigned to. */
  constants: Set<string> | undefined;
  declared = "";
  /** Gotos that no label behind them has ended yet. */
  gotos: WaitingGoto[] = [];
  /** Nothing but labels and semicolons may follow in the open block. */
  endsWithLabel = false;

  constructor(lexer: Lexer) {
    const limits = LIMITS[lexer.dialect.version];
    this.lexer = lexer;
    this.limits = limits;
    this.mostRegisters = limits.registers - SPARE;
    this.mostUpvalues = limits.upvalues - 1;
    this.mostLevels = limits.levels - SPARE_LEVELS;
    this.mostCode = Math.min(limits.jump, limits.constants);
    this.open = new OpenFunction(undefined, this.mostUpvalues);
  }

  operand(): Expressed {
    return new Expressed();
  }

  /** More instructions, and with them constants and functions. */
  add(instructions: number): void {
    this.code += instructions;
    if (this.code > this.mostCode) throw new NotSure();
  }

  hold(registers: number): void {
    const { open } = this;
    open.held += registers;
    if (open.locals + open.held > this.mostRegisters) throw new NotSure();
  }

  // Functions, blocks and statements.

  openChunk(): void {
    this.open.isVararg = true;
    this.enterBlock(false);
  }

  openFunction(_line: number): void {
    this.open = new OpenFunction(this.open, this.mostUpvalues);
    this.add(OF_STATEMENT + Math.min(this.open.reach + 1, MOST_CAPTURES));
    this.enterBlock(false);
  }

  openLocalFunction(): void {}

  takeParameters(_count: number, isVararg: boolean): void {
    this.open.isVararg = isVararg;
    if (isVararg) this.declare("arg");
  }

  closeFunction(operand: Expressed): void {
    const { outer } = this.open;
    this.endGotos();
    this.leaveBlock();
    if (outer === undefined) throw new Error("the chunk has no function around it");
    this.open = outer;
    operand.kind = FIXED;
  }

  closeLocalFunction(): void {}

  endFunction(): void {
    this.endGotos();
    this.leaveBlock();
  }

  enterStatements(): void {
    this.enter();
  }

  leaveStatements(): void {
    this.levels--;
  }

  enterStatement(): void {
    this.add(OF_STATEMENT);
    this.enter();
  }

  leaveStatement(): void {
    this.open.held = 0;
    this.levels--;
  }

  enterLevel(): void {
    this.add(OF_VALUE);
    this.hold(HELD);
    this.enter();
  }

  leaveLevel(): void {
    this.open.held -= HELD;
    this.levels--;
  }

  private enter(): void {
    if (++this.levels > this.mostLevels) throw new NotSure();
  }

  enterBlock(isLoop: boolean): void {
    const { open } = this;
    if (isLoop) open.loops++;
    this.blocks.push(2 * open.locals + Number(isLoop));
    this.add(OF_PART);
  }

  leaveBlock(): void {
    const block = this.blocks.pop() ?? 0;
    const { open } = this;
    open.locals = block >> 1;
    if (block & 1) open.loops--;
    this.endsWithLabel = false;
    if (this.gotos.length === 0) return;
    const depth = this.blocks.length;
    for (const waiting of this.gotos) if (waiting.depth > depth) waiting.depth = depth;
  }

  // Variables.

  declare(name: string): void {
    const { open } = this;
    open.locals++;
    this.locals++;
    if (open.locals > MOST_LOCALS || this.locals > this.limits.declared) throw new NotSure();
    this.declared = name;
    this.add(OF_PART);
    this.hold(0);
  }

  activate(_count: number): void {}

  attribute(name: string): void {
    if (name !== "const") throw new NotSure();
    this.constants ??= new Set();
    this.constants.add(this.declared);
  }

  defineLocals(): void {}

  resolve(name: string, operand: Expressed): void {
    operand.kind = LOCAL;
    operand.text = name;
    // Who has no list has few locals around it, and so have all around it.
    for (let user: OpenFunction | undefined = this.open; user?.names !== undefined; user = user.outer)
      if (user.names.add(name).size >= this.mostUpvalues) throw new NotSure();
  }

  checkWritable({ text }: Expressed): void {
    if (this.constants?.has(text)) throw new NotSure();
  }

  canBeAssigned(operand: Expressed): boolean {
    return operand.kind === LOCAL;
  }

  prepareTarget(): void {
    this.add(OF_STATEMENT);
    this.hold(HELD);
    this.enter();
  }

  assign(targets: readonly Expressed[]): void {
    this.hold(targets.length);
    this.levels -= targets.length - 1;
  }

  store(): void {}

  returnValues(): void {}

  // Expressions.

  literal(operand: Expressed): void {
    if (this.lexer.token === T.DOTS && !this.open.isVararg) throw new NotSure();
    operand.kind = FIXED;
  }

  applyUnary(_operator: number, operand: Expressed): void {
    operand.kind = FIXED;
  }

  prepareLeft(): void {}

  applyBinary(_operator: number, left: Expressed): void {
    left.kind = FIXED;
  }

  discharge(operand: Expressed): void {
    operand.kind = FIXED;
  }

  toNextRegister(): void {
    this.add(OF_PART);
    this.hold(1);
  }

  toRegisterOrUpvalue(): void {}

  toValue(): void {}

  fieldName(): void {}

  index(table: Expressed): void {
    table.kind = LOCAL;
    table.text = "";
    this.add(OF_PART);
  }

  method(object: Expressed): void {
    this.openCall(object);
  }

  isCall(operand: Expressed): boolean {
    return operand.kind === CALL;
  }

  openCall(callee: Expressed): void {
    callee.info = this.open.held;
    this.add(OF_PART);
    this.hold(HELD);
  }

  takeArguments(): void {
    this.hold(1);
  }

  call(callee: Expressed): void {
    callee.kind = CALL;
    this.open.held = callee.info;
  }

  // Tables.

  openTable(operand: Expressed): EstimatedTable {
    operand.kind = FIXED;
    const { held } = this.open;
    this.add(OF_PART);
    this.hold(HELD);
    return { held, waiting: 0, last: operand };
  }

  closeItem(): void {}

  addItem(items: EstimatedTable): void {
    this.add(OF_PART);
    if (items.waiting === MOST_ITEMS) return;
    items.waiting++;
    this.hold(1);
  }

  closeTable(items: EstimatedTable, operand: Expressed): void {
    this.open.held = items.held;
    operand.kind = FIXED;
  }

  openField(): { readonly key: Expressed } {
    this.add(OF_PART);
    this.hold(HELD);
    return { key: new Expressed() };
  }

  takeKey(): void {}

  closeField(): void {
    this.open.held -= HELD;
  }

  // Control structures.

  openWhile(): Loop {
    return LOOP;
  }

  enterWhile(): void {
    this.enterBlock(true);
  }

  closeWhile(): void {
    this.leaveBlock();
  }

  openRepeat(): Loop {
    this.enterBlock(true);
    this.enterBlock(false);
    return LOOP;
  }

  closeRepeat(): void {
    this.add(OF_STATEMENT);
    this.leaveBlock();
    this.leaveBlock();
  }

  declareLoop(): void {
    for (let hidden = 0; hidden < LOOP_STATE; hidden++) this.declare("");
  }

  stepByOne(): void {}

  takeIterator(): void {
    this.hold(LOOP_STATE);
  }

  activateLoop(): void {}

  enterFor(): Loop {
    this.add(OF_STATEMENT);
    this.enterBlock(false);
    return LOOP;
  }

  closeForBody(): void {
    this.leaveBlock();
  }

  openIf(): OpenIf {
    return IF;
  }

  enterBranch(): void {
    this.enterBlock(false);
  }

  leaveBranch(): void {
    this.leaveBlock();
  }

  closeIf(): void {}

  // Jumps: a break that is the first of its block is read as any other.

  jumpsFor(): boolean {
    return false;
  }

  endGoto(): void {}

  continueBranch(): void {}

  breakLoop(): void {
    if (this.open.loops === 0) throw new NotSure();
  }

  goTo({ text }: Name): void {
    this.add(OF_PART);
    if (this.gotos.push({ name: text, depth: this.blocks.length }) > MOST_GOTOS) throw new NotSure();
  }

  nameOf(text: string): Name {
    return new Name(text);
  }

  checkRepeated(): void {}

  openLabel(name: Name): Pick<Label, "name"> {
    if (this.endsWithLabel) throw new NotSure();
    this.endsWithLabel = true;
    this.add(OF_PART);
    return { name };
  }

  /**
   * `goto continue`: of a label that ends its block no local is in scope, and every goto in the block may jump to it. Where any other leads is
   * left to the compilers.
   */
  closeLabel({ name }: Pick<Label, "name">, endsBlock: boolean): void {
    if (!endsBlock) throw new NotSure();
    const depth = this.blocks.length;
    this.gotos = this.gotos.filter((waiting) => waiting.name !== name.text || waiting.depth < depth);
  }

  /** A goto sees no label of another function. */
  private endGotos(): void {
    if (this.gotos.some(({ depth }) => depth >= this.blocks.length)) throw new NotSure();
  }
}
