// What LuaJIT's lj_parse.c (2.1) counts. It grew out of the compiler of 5.1: globals without `_ENV`, but gotos and labels, constants
// inside instructions, and tables that are filled item by item.
import * as T from "../lexer/token-kind.ts";
import { jumpAt } from "./code.ts";
import { isNumeral } from "./fold.ts";
import { Lua51Compiler } from "./lua51-compiler.ts";
import * as K from "./operand.ts";
import { hasJumps, type Jumps, joined, type Operand } from "./operand.ts";

/** BCMAX_C: constants up to it can be operands of an instruction. */
const LAST_OPERAND_CONSTANT = 255;
/** LJ_FR2: the registers of a frame besides the function itself. */
const FRAME = 1;

export class LuaJitValues extends Lua51Compiler {
  protected override refuseLevels(): never {
    this.lexer.refuse("chunk has too many syntax levels", "limit");
  }

  protected override refuseRegisters(): never {
    this.lexer.refuse("function or expression too complex", "limit");
  }

  // Values.

  override resolve(text: string, operand: Operand): void {
    if (this.find(this.nameOf(text), operand)) return;
    operand.set(K.GLOBAL, 0);
    operand.text = text;
  }

  override literal(operand: Operand): void {
    const { token, text, start, end } = this.lexer;
    if (token === T.STRING) this.fieldName(operand, this.lexer.name);
    else if (token === T.DOTS) this.vararg(operand);
    else if (token === T.FLOAT && /[ilu]$/i.test(text.slice(start, end))) operand.set(K.BOXED, 0);
    else super.literal(operand);
  }

  override fieldName(operand: Operand, name: string): void {
    operand.set(K.TEXT, 0);
    operand.text = name;
  }

  protected override vararg(operand: Operand): void {
    if (!this.open.isVararg) this.lexer.refuse("cannot use '...' outside a vararg function");
    this.reserve(1);
    this.emit();
    operand.set(K.CALL, this.open.freeRegister - 1);
    operand.madeBy = K.BY_VARARG;
  }

  override discharge(operand: Operand): void {
    if (operand.kind === K.GLOBAL) {
      this.objectConstant(`s${operand.text}`);
      this.relocate(operand);
    } else if (operand.kind === K.CALL) operand.kind = K.FIXED;
    else super.discharge(operand);
  }

  override takeOne(operand: Operand): void {
    if (operand.kind === K.CALL && operand.madeBy === K.BY_VARARG) {
      this.open.freeRegister--;
      operand.kind = K.RELOCATABLE;
      operand.madeBy = 0;
    } else super.takeOne(operand);
  }

  override takeMany(_operand: Operand): void {}

  /** Strings, tables and functions are counted apart from numbers. */
  protected objectConstant(key: unknown): number {
    const { ownConstants, constants } = this.open;
    const known = ownConstants.get(key);
    if (known !== undefined) return known;
    ownConstants.set(key, constants.length);
    return constants.push(key) - 1;
  }

  protected numberConstant(value: number): number {
    const { numbers } = this.open;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  }

  protected override load(operand: Operand, register: number): void {
    this.discharge(operand);
    switch (operand.kind) {
      case K.TEXT:
        this.objectConstant(`s${operand.text}`);
        break;
      case K.BOXED:
        this.objectConstant(operand);
        break;
      case K.FLOAT:
        if (!isShort(Number(operand.value))) this.numberConstant(Number(operand.value));
        break;
      default:
        super.load(operand, register);
        return;
    }
    this.emit();
    operand.info = register;
    operand.kind = K.FIXED;
  }

  protected override loadTestValues(): void {
    for (let instruction = 0; instruction < 3; instruction++) this.emit();
  }

  override loadNil(from: number, count: number): void {
    const { open } = this;
    const { nil } = open;
    const last = from + count - 1;
    if (open.pc > open.lastTarget && nil.at === open.pc - 1) {
      if (nil.first <= from && from <= nil.last + 1) {
        nil.last = Math.max(nil.last, last);
        return;
      }
    }
    open.nil = { at: this.emit(), first: from, last };
  }

  override index(table: Operand, key: Operand): void {
    table.table = table.info;
    table.isTableUpvalue = false;
    table.kind = K.INDEXED;
    const isKey = isNumeral(key)
      ? isByte(Number(key.value))
      : key.kind === K.TEXT && !hasJumps(key) && this.objectConstant(`s${key.text}`) <= LAST_OPERAND_CONSTANT;
    table.key = isKey ? K.CONSTANT_KEY : this.toAnyRegister(key);
  }

  override store(variable: Operand, value: Operand): void {
    switch (variable.kind) {
      case K.LOCAL:
        super.store(variable, value);
        return;
      case K.UPVALUE:
        this.toValue(value);
        if (value.kind === K.TEXT) this.objectConstant(`s${value.text}`);
        else if (value.kind === K.FLOAT) this.numberConstant(Number(value.value));
        else if (!isWord(value.kind)) this.toAnyRegister(value);
        break;
      default:
        this.toAnyRegister(value);
        if (variable.kind === K.GLOBAL) this.objectConstant(`s${variable.text}`);
    }
    this.emit();
    this.releaseOperand(value);
  }

  override method(object: Operand, name: Operand): void {
    this.toAnyRegister(object);
    this.releaseOperand(object);
    const called = this.open.freeRegister;
    this.emit();
    const isFar = this.objectConstant(`s${name.text}`) > LAST_OPERAND_CONSTANT;
    this.reserve((isFar ? 3 : 2) + FRAME);
    if (isFar) {
      this.emit();
      this.open.freeRegister--;
    }
    this.emit();
    object.set(K.FIXED, called);
  }

  override openCall(operand: Operand): void {
    this.toNextRegister(operand);
    this.reserve(FRAME);
  }

  override returnValues(count: number, last: Operand): void {
    const { open } = this;
    if (last.kind !== K.CALL) {
      if (count === 1) this.toAnyRegister(last);
      else if (count > 1) this.toNextRegister(last);
    }
    if (open.functions > 0) this.emit();
    else if (open.earlyReturn < 0) open.earlyReturn = open.pc;
    open.returnAt = this.emit();
  }

  // Conditions.

  override jump(): Jumps {
    const { open } = this;
    const joins = open.pc - 1 >= open.lastTarget && open.closeAt === open.pc - 1;
    if (!joins) return super.jump();
    const waiting = open.waiting;
    open.waiting = undefined;
    open.lastTarget = open.pc;
    return joined(jumpAt(open.pc - 1, true), waiting);
  }

  override goOnIfTrue(operand: Operand): void {
    this.discharge(operand);
    const { kind } = operand;
    if (kind !== K.FALSE && kind !== K.NIL) super.goOnIfTrue(operand);
    else {
      operand.whenFalse = joined(operand.whenFalse, this.conditionalJump(false));
      this.jumpHere(operand.whenTrue);
      operand.whenTrue = undefined;
    }
  }

  override goOnIfFalse(operand: Operand): void {
    this.discharge(operand);
    if (!this.isAlwaysTrue(operand.kind)) super.goOnIfFalse(operand);
    else {
      if (operand.kind !== K.TRUE) this.load(operand, -1);
      else this.emit();
      operand.whenTrue = joined(operand.whenTrue, jumpAt(this.emit(), false));
      this.jumpHere(operand.whenFalse);
      operand.whenFalse = undefined;
    }
  }

  protected override isAlwaysTrue(kind: number): boolean {
    return kind === K.TEXT || kind === K.FLOAT || kind === K.TRUE;
  }
}

export function isWord(kind: number): boolean {
  return kind === K.NIL || kind === K.TRUE || kind === K.FALSE;
}

export function isConstant(kind: number): boolean {
  return isWord(kind) || kind === K.TEXT || kind === K.FLOAT;
}

/** A number that is part of a load instruction (KSHORT). */
function isShort(value: number): boolean {
  return Number.isInteger(value) && value >= -32768 && value <= 32767;
}

function isByte(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 255;
}
