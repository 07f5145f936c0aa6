// What lcode.c knows about an expression while it is compiled. No code is made here: an instruction is only counted, and
// a register only reserved, because that is what luac's limits depend on.

/** Kinds of an operand, in the order of lparser.h. */
export const VOID = 0;
export const NIL = 1;
export const TRUE = 2;
export const FALSE = 3;
/** `info` is the index of a constant. */
export const CONSTANT = 4;
export const FLOAT = 5;
export const INTEGER = 6;
/** `info` is the register that holds the value. */
export const FIXED = 7;
/** `info` is the register of the variable. */
export const LOCAL = 8;
/** `info` is the index of the upvalue. */
export const UPVALUE = 9;
/** `table` and `key` say what is indexed. */
export const INDEXED = 10;
/** A comparison; `jump` is its jump. */
export const JUMP = 11;
/** The value of the last instruction, which may still choose its register. */
export const RELOCATABLE = 12;
/** `info` is the register of the function. */
export const CALL = 13;
export const VARARG = 14;
/** A global of a version without `_ENV`. */
export const GLOBAL = 15;
/** A string that has no place among the constants yet; `text` is its value. */
export const TEXT = 16;
/** `variable` is a local whose value the compiler knows. */
export const COMPILED = 17;
/** A number of LuaJIT's that is an object: `42ULL`, `1i`. */
export const BOXED = 18;

/** Set in a key that is a constant and no register. */
export const CONSTANT_KEY = 256;

/** The instruction that makes a relocatable operand, where it matters. */
export const BY_NOT = 1;
export const BY_CONCAT = 2;
export const BY_VARARG = 3;

/** Jumps that will go to the same place. */
export interface JumpList {
  readonly first: number;
  readonly last: number;
  /** True if one of the jumps leaves no value behind, so that one has to be loaded. */
  readonly needsValue: boolean;
}

export type Jumps = JumpList | undefined;

/** What the grammar hands on about an expression that it has read. */
export class Expressed {
  kind = VOID;
  info = 0;
  /** A string, or the name of a variable. */
  text = "";
}

/** What an operand knows about the local that it is. */
export interface LocalVariable {
  readonly name: { readonly text: string };
  /** In a version that has attributes. */
  attribute: string | undefined;
  /** Its value, if the compiler knows it. */
  value: Operand | undefined;
}

export class Operand extends Expressed {
  table = 0;
  isTableUpvalue = false;
  key = 0;
  value: number | bigint = 0;
  /** The local that a LOCAL, UPVALUE or COMPILED is. */
  variable: LocalVariable | undefined = undefined;
  madeBy = 0;
  jump: Jumps = undefined;
  whenTrue: Jumps = undefined;
  whenFalse: Jumps = undefined;

  set(kind: number, info: number): void {
    this.kind = kind;
    this.info = info;
    this.madeBy = 0;
    this.whenTrue = undefined;
    this.whenFalse = undefined;
  }

  copy(other: Operand): void {
    this.kind = other.kind;
    this.info = other.info;
    this.table = other.table;
    this.isTableUpvalue = other.isTableUpvalue;
    this.key = other.key;
    this.value = other.value;
    this.text = other.text;
    this.variable = other.variable;
    this.madeBy = other.madeBy;
    this.jump = other.jump;
    this.whenTrue = other.whenTrue;
    this.whenFalse = other.whenFalse;
  }
}

export function hasJumps(operand: Operand): boolean {
  return operand.whenTrue !== undefined || operand.whenFalse !== undefined;
}

export function hasManyValues(operand: Operand): boolean {
  return operand.kind === CALL || operand.kind === VARARG;
}

export function joined(one: Jumps, other: Jumps): Jumps {
  if (one === undefined) return other;
  if (other === undefined) return one;
  return {
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    needsValue: one.needsValue || other.needsValue,
  };
}
