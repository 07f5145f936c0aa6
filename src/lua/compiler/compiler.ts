// The compiler's side of reading a text: the grammar tells it what it reads, and it counts what lparser.c and lcode.c of 5.3.6
// would make of it (locals, upvalues, registers, constants, instructions, levels), so that what luac refuses is refused.
import * as T from "../lexer/token-kind.ts";
import { Control } from "./control.ts";
import type { TextRange } from "./function-state.ts";
import type { Listener, OpenField, OpenTable } from "./listener.ts";
import * as K from "./operand.ts";
import { hasManyValues, Operand } from "./operand.ts";

/** LFIELDS_PER_FLUSH: list items that are kept in registers until they are stored together. */
const ITEMS_PER_STORE = 50;
/** MAXARG_C: beyond that many stores, one takes two instructions. */
const MOST_SHORT_STORES = 511;

export interface TableItems extends OpenTable {
  readonly table: number;
  /** The last item that was read; void once it is in its register. */
  readonly last: Operand;
  count: number;
  waiting: number;
  /** The instruction that makes it. */
  readonly made: number;
  /** LuaJIT keeps what is constant in a table of its own. */
  template: boolean;
}

export interface RecordField extends OpenField {
  readonly items: TableItems;
  /** The first register that was free before it. */
  readonly free: number;
  readonly key: Operand;
  /** The field, if a version works it out before the value. */
  readonly target: Operand;
}

export class Compiler extends Control implements Listener {
  operand(): Operand {
    return new Operand();
  }

  openChunk(): void {
    this.open.isVararg = true;
    this.open.upvalues.set(this.environment, 0);
    this.enterBlock(false);
  }

  /** `local` with its values; the variables come into scope. */
  defineLocals(variables: number, values: number, last: Operand): void {
    this.adjust(variables, values, last);
    this.activate(variables);
  }

  /** For the local that was declared last. */
  attribute(_name: string, _range: TextRange): void {}

  /** The literal that is the current token. */
  literal(operand: Operand): void {
    const { token } = this.lexer;
    if (token === T.STRING) operand.set(K.CONSTANT, this.stringConstant(this.lexer.name));
    else if (token === T.NIL) operand.set(K.NIL, 0);
    else if (token === T.TRUE) operand.set(K.TRUE, 0);
    else if (token === T.FALSE) operand.set(K.FALSE, 0);
    else if (token === T.DOTS) this.vararg(operand);
    else {
      operand.set(token === T.INTEGER ? K.INTEGER : K.FLOAT, 0);
      operand.value = this.lexer.number;
    }
  }

  protected vararg(operand: Operand): void {
    if (!this.open.isVararg) this.lexer.refuse("cannot use '...' outside a vararg function");
    this.emit();
    operand.set(K.VARARG, 0);
  }

  isCall(operand: Operand): boolean {
    return operand.kind === K.CALL;
  }

  /** Before the arguments. */
  openCall(callee: Operand): void {
    this.toNextRegister(callee);
  }

  /** After the arguments; `last` is the last of them. */
  call(callee: Operand, last: Operand): void {
    if (!hasManyValues(last) && last.kind !== K.VOID) this.toNextRegister(last);
    const register = callee.info;
    this.emit();
    callee.set(K.CALL, register);
    this.open.freeRegister = register + 1;
  }

  takeArguments(last: Operand): void {
    if (hasManyValues(last)) this.takeMany(last);
  }

  returnValues(count: number, last: Operand): void {
    if (hasManyValues(last)) this.takeMany(last);
    else if (count === 1) this.toAnyRegister(last);
    else if (count > 1) this.toNextRegister(last);
    this.emit();
  }

  openTable(operand: Operand): TableItems {
    operand.set(K.VOID, 0);
    this.relocate(operand);
    const last = new Operand();
    this.toNextRegister(operand);
    return { table: operand.info, last, count: 0, waiting: 0, made: this.open.pc - 1, template: false };
  }

  /** Before another field. */
  closeItem(items: TableItems): void {
    if (items.last.kind === K.VOID) return;
    this.toNextRegister(items.last);
    items.last.set(K.VOID, 0);
    if (items.waiting === ITEMS_PER_STORE) this.storeItems(items);
  }

  addItem(items: TableItems): void {
    items.count++;
    items.waiting++;
  }

  closeTable(items: TableItems, _operand: Operand): void {
    if (items.waiting === 0) return;
    if (hasManyValues(items.last)) this.takeMany(items.last);
    else if (items.last.kind !== K.VOID) this.toNextRegister(items.last);
    this.storeItems(items);
  }

  protected storeItems(items: TableItems): void {
    const stores = Math.floor((items.count - 1) / ITEMS_PER_STORE) + 1;
    this.emit();
    if (stores > MOST_SHORT_STORES) this.emit();
    this.open.freeRegister = items.table + 1;
    items.waiting = 0;
  }

  openField(items: TableItems): RecordField {
    return { items, free: this.open.freeRegister, key: new Operand(), target: new Operand() };
  }

  takeKey({ key }: RecordField): void {
    this.toKey(key);
  }

  closeField({ free }: RecordField, value: Operand): void {
    this.toKey(value);
    this.emit();
    this.open.freeRegister = free;
  }

  /** Statements up to the end of a block. */
  enterStatements(): void {}

  leaveStatements(): void {}

  enterStatement(): void {
    this.enterLevel();
  }

  leaveStatement(): void {
    this.endStatement();
    this.leaveLevel();
  }

  protected endStatement(): void {
    this.open.freeRegister = this.open.registers;
  }
}
