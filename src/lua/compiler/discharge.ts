// Bringing operands into registers, as the luaK_exp2… functions of lcode.c do.

import type { Parser } from "../syntax/parser.ts";
import * as C from "./code.ts";
import * as K from "./operand.ts";
import { hasJumps, type Jumps, joined, type Operand } from "./operand.ts";

/** Makes sure that an operand is no variable and has one value. */
export function discharge(parser: Parser, operand: Operand): void {
  switch (operand.kind) {
    case K.LOCAL:
      operand.kind = K.FIXED;
      break;
    case K.UPVALUE:
      relocate(parser, operand);
      break;
    case K.INDEXED:
      C.release(parser, operand.key);
      if (!operand.isTableUpvalue) C.release(parser, operand.table);
      relocate(parser, operand);
      break;
    case K.VARARG:
    case K.CALL:
      takeOne(operand);
      break;
  }
}

/** The operand becomes the value of a new instruction. */
export function relocate(parser: Parser, operand: Operand, madeBy = 0): void {
  C.emit(parser);
  operand.kind = K.RELOCATABLE;
  operand.madeBy = madeBy;
}

/** Leaves one value of a call or of `...`. */
export function takeOne(operand: Operand): void {
  if (operand.kind === K.CALL) operand.kind = K.FIXED;
  else if (operand.kind === K.VARARG) {
    operand.kind = K.RELOCATABLE;
    operand.madeBy = 0;
  }
}

/** Leaves all values of a call or of `...`, or as many as are asked for. */
export function takeMany(parser: Parser, operand: Operand): void {
  if (operand.kind === K.VARARG) C.reserve(parser, 1);
}

function load(parser: Parser, operand: Operand, register: number): void {
  discharge(parser, operand);
  switch (operand.kind) {
    case K.NIL:
      C.loadNil(parser, register, 1);
      break;
    case K.TRUE:
    case K.FALSE:
      C.emit(parser);
      break;
    case K.CONSTANT:
      C.loadConstant(parser, operand.info);
      break;
    case K.FLOAT:
      C.loadConstant(parser, C.floatConstant(parser, Number(operand.value)));
      break;
    case K.INTEGER:
      C.loadConstant(parser, C.integerConstant(parser, operand.value));
      break;
    case K.FIXED:
      if (register !== operand.info) C.emit(parser);
      break;
    case K.JUMP:
      return;
  }
  operand.info = register;
  operand.kind = K.FIXED;
}

export function loadAnywhere(parser: Parser, operand: Operand): void {
  if (operand.kind === K.FIXED) return;
  C.reserve(parser, 1);
  load(parser, operand, parser.open.freeRegister - 1);
}

/** The value, jumps and all, in that register. */
export function toRegister(parser: Parser, operand: Operand, register: number): void {
  load(parser, operand, register);
  const isTest = operand.kind === K.JUMP;
  if (isTest) operand.whenTrue = joined(operand.whenTrue, operand.jump);
  if (hasJumps(operand)) {
    if (operand.whenTrue?.needsValue || operand.whenFalse?.needsValue) {
      const around: Jumps = isTest ? undefined : C.jump(parser);
      for (let constant = 0; constant < 2; constant++) {
        C.markTarget(parser);
        C.emit(parser);
      }
      C.jumpHere(parser, around);
    }
    const end = C.markTarget(parser);
    if (operand.whenFalse) C.checkReach(parser, operand.whenFalse, end);
    if (operand.whenTrue) C.checkReach(parser, operand.whenTrue, end);
  }
  operand.set(K.FIXED, register);
}

export function toNextRegister(parser: Parser, operand: Operand): void {
  discharge(parser, operand);
  C.releaseOperand(parser, operand);
  C.reserve(parser, 1);
  toRegister(parser, operand, parser.open.freeRegister - 1);
}

export function toAnyRegister(parser: Parser, operand: Operand): number {
  discharge(parser, operand);
  if (operand.kind === K.FIXED) {
    if (!hasJumps(operand)) return operand.info;
    if (operand.info >= parser.open.locals) {
      toRegister(parser, operand, operand.info);
      return operand.info;
    }
  }
  toNextRegister(parser, operand);
  return operand.info;
}

export function toRegisterOrUpvalue(parser: Parser, operand: Operand): void {
  if (operand.kind !== K.UPVALUE || hasJumps(operand)) toAnyRegister(parser, operand);
}

export function toValue(parser: Parser, operand: Operand): void {
  if (hasJumps(operand)) toAnyRegister(parser, operand);
  else discharge(parser, operand);
}

/** A register, or a constant that an instruction can name. */
export function toKey(parser: Parser, operand: Operand): number {
  toValue(parser, operand);
  const constant = constantOf(parser, operand);
  if (constant >= 0) {
    operand.kind = K.CONSTANT;
    operand.info = constant;
    if (C.canBeOperand(constant)) return constant | K.CONSTANT_KEY;
  }
  return toAnyRegister(parser, operand);
}

function constantOf(parser: Parser, operand: Operand): number {
  switch (operand.kind) {
    case K.CONSTANT:
      return operand.info;
    case K.INTEGER:
      return C.integerConstant(parser, operand.value);
    case K.FLOAT:
      return C.floatConstant(parser, Number(operand.value));
    case K.NIL:
      return C.otherConstant(parser, null);
    case K.TRUE:
      return C.otherConstant(parser, true);
    case K.FALSE:
      return C.otherConstant(parser, false);
    default:
      return -1;
  }
}

/** Stores a value in a variable. */
export function store(parser: Parser, variable: Operand, value: Operand): void {
  if (variable.kind === K.LOCAL) {
    C.releaseOperand(parser, value);
    toRegister(parser, value, variable.info);
    return;
  }
  if (variable.kind === K.UPVALUE) toAnyRegister(parser, value);
  else toKey(parser, value);
  C.emit(parser);
  C.releaseOperand(parser, value);
}

/** `table` becomes the variable `table[key]`. */
export function index(parser: Parser, table: Operand, key: Operand): void {
  table.table = table.info;
  table.isTableUpvalue = table.kind === K.UPVALUE;
  table.key = toKey(parser, key);
  table.kind = K.INDEXED;
}

/** `object` becomes the function and the object of a method call. */
export function method(parser: Parser, object: Operand, name: Operand): void {
  toAnyRegister(parser, object);
  C.releaseOperand(parser, object);
  object.set(K.FIXED, parser.open.freeRegister);
  C.reserve(parser, 2);
  toKey(parser, name);
  C.emit(parser);
  C.releaseOperand(parser, name);
}
