// Bringing operands into registers, as the luaK_exp2… functions of lcode.c do.
import { Code, canBeOperand } from "./code.ts";
import * as K from "./operand.ts";
import { hasJumps, type Jumps, joined, type Operand } from "./operand.ts";

export class Discharge extends Code {
  /** Makes sure that an operand is not a variable and has one value. */
  discharge(operand: Operand): void {
    switch (operand.kind) {
      case K.LOCAL:
        operand.kind = K.FIXED;
        break;
      case K.UPVALUE:
        this.relocate(operand);
        break;
      case K.INDEXED:
        this.release(operand.key);
        if (!operand.isTableUpvalue) this.release(operand.table);
        this.relocate(operand);
        break;
      case K.VARARG:
      case K.CALL:
        this.takeOne(operand);
        break;
    }
  }

  /** The operand becomes the value of a new instruction. */
  relocate(operand: Operand, madeBy = 0): void {
    this.emit();
    operand.kind = K.RELOCATABLE;
    operand.madeBy = madeBy;
  }

  /** Leaves one value of a call or of `...`. */
  takeOne(operand: Operand): void {
    if (operand.kind === K.CALL) operand.kind = K.FIXED;
    else if (operand.kind === K.VARARG) {
      operand.kind = K.RELOCATABLE;
      operand.madeBy = 0;
    }
  }

  /** Leaves all values of a call or of `...`, or as many as are wanted. */
  takeMany(operand: Operand): void {
    if (operand.kind === K.VARARG) this.reserve(1);
  }

  protected load(operand: Operand, register: number): void {
    this.discharge(operand);
    switch (operand.kind) {
      case K.NIL:
        this.loadNil(register, 1);
        break;
      case K.TRUE:
      case K.FALSE:
        this.emit();
        break;
      case K.CONSTANT:
        this.loadConstant(operand.info);
        break;
      case K.FLOAT:
        this.loadConstant(this.floatConstant(Number(operand.value)));
        break;
      case K.INTEGER:
        this.loadConstant(this.integerConstant(operand.value));
        break;
      case K.FIXED:
        if (register !== operand.info) this.emit();
        break;
      case K.JUMP:
        return;
    }
    operand.info = register;
    operand.kind = K.FIXED;
  }

  loadAnywhere(operand: Operand): void {
    if (operand.kind === K.FIXED) return;
    this.reserve(1);
    this.load(operand, this.open.freeRegister - 1);
  }

  /** The value, jumps and all, in that register. */
  toRegister(operand: Operand, register: number): void {
    this.load(operand, register);
    const isTest = operand.kind === K.JUMP;
    if (isTest) operand.whenTrue = joined(operand.whenTrue, operand.jump);
    if (hasJumps(operand)) {
      if (operand.whenTrue?.needsValue || operand.whenFalse?.needsValue) {
        const around: Jumps = isTest ? undefined : this.jump();
        for (let constant = 0; constant < 2; constant++) {
          this.markTarget();
          this.emit();
        }
        this.jumpHere(around);
      }
      const end = this.markTarget();
      if (operand.whenFalse) this.checkReach(operand.whenFalse, end);
      if (operand.whenTrue) this.checkReach(operand.whenTrue, end);
    }
    operand.set(K.FIXED, register);
  }

  /** `false` and `true`, for tests that leave no value behind. */
  protected loadTestValues(): void {
    for (let constant = 0; constant < 2; constant++) {
      this.markTarget();
      this.emit();
    }
  }

  toNextRegister(operand: Operand): void {
    this.discharge(operand);
    this.releaseOperand(operand);
    this.reserve(1);
    this.toRegister(operand, this.open.freeRegister - 1);
  }

  toAnyRegister(operand: Operand): number {
    this.discharge(operand);
    if (operand.kind === K.FIXED) {
      if (!hasJumps(operand)) return operand.info;
      if (operand.info >= this.open.registers) {
        this.toRegister(operand, operand.info);
        return operand.info;
      }
    }
    this.toNextRegister(operand);
    return operand.info;
  }

  toRegisterOrUpvalue(operand: Operand): void {
    if (operand.kind !== K.UPVALUE || hasJumps(operand)) this.toAnyRegister(operand);
  }

  toValue(operand: Operand): void {
    if (hasJumps(operand)) this.toAnyRegister(operand);
    else this.discharge(operand);
  }

  /** A register, or a constant that an instruction can name. */
  toKey(operand: Operand): number {
    this.toValue(operand);
    const constant = this.constantOf(operand);
    if (constant >= 0) {
      operand.kind = K.CONSTANT;
      operand.info = constant;
      if (canBeOperand(constant)) return constant | K.CONSTANT_KEY;
    }
    return this.toAnyRegister(operand);
  }

  protected constantOf(operand: Operand): number {
    switch (operand.kind) {
      case K.CONSTANT:
        return operand.info;
      case K.INTEGER:
        return this.integerConstant(operand.value);
      case K.FLOAT:
        return this.floatConstant(Number(operand.value));
      case K.NIL:
        return this.otherConstant(null);
      case K.TRUE:
        return this.otherConstant(true);
      case K.FALSE:
        return this.otherConstant(false);
      default:
        return -1;
    }
  }

  /** Stores a value in a variable. */
  store(variable: Operand, value: Operand): void {
    if (variable.kind === K.LOCAL) {
      this.releaseOperand(value);
      this.toRegister(value, variable.info);
      return;
    }
    if (variable.kind === K.UPVALUE) this.toAnyRegister(value);
    else this.toKey(value);
    this.emit();
    this.releaseOperand(value);
  }

  /** `table` becomes the variable `table[key]`. */
  index(table: Operand, key: Operand): void {
    table.table = table.info;
    table.isTableUpvalue = table.kind === K.UPVALUE;
    table.key = this.toKey(key);
    table.kind = K.INDEXED;
  }

  /** `object` becomes the function and the object of a method call. */
  method(object: Operand, name: Operand): void {
    this.toAnyRegister(object);
    this.releaseOperand(object);
    object.set(K.FIXED, this.open.freeRegister);
    this.reserve(2);
    this.toKey(name);
    this.emit();
    this.releaseOperand(name);
  }
}
