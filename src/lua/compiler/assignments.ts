// Assignments: as many values as variables, stored from the last to the first.
import * as K from "./operand.ts";
import { hasManyValues, Operand } from "./operand.ts";
import { Variables } from "./variables.ts";

export abstract class Assignments extends Variables {
  /** As many values as variables; `last` is the last value. */
  adjust(variables: number, values: number, last: Operand): void {
    let extra = variables - values;
    if (hasManyValues(last)) {
      extra = Math.max(0, extra + 1);
      this.takeMany(last);
      if (extra > 1) this.reserve(extra - 1);
    } else {
      if (last.kind !== K.VOID) this.toNextRegister(last);
      if (extra > 0) {
        const register = this.open.freeRegister;
        this.reserve(extra);
        this.loadNil(register, extra);
      }
    }
    if (values > variables) this.open.freeRegister -= values - variables;
  }

  /** Refuses to assign to what an attribute makes constant. */
  checkWritable(_operand: Operand): void {}

  canBeAssigned(operand: Operand): boolean {
    return operand.kind >= K.LOCAL && operand.kind <= K.INDEXED;
  }

  /** After one more target. A table or key in an earlier one that is the variable assigned now is read from a copy. */
  prepareTarget(targets: readonly Operand[], assigned: Operand): void {
    if (assigned.kind !== K.INDEXED) this.keepSafe(targets, assigned);
    this.checkLevels(targets.length);
  }

  protected keepSafe(targets: readonly Operand[], assigned: Operand): void {
    const copy = this.open.freeRegister;
    let conflicts = false;
    for (const target of targets) {
      if (target.kind !== K.INDEXED) continue;
      const isTable =
        target.isTableUpvalue === (assigned.kind === K.UPVALUE) && target.table === assigned.info;
      if (isTable && (assigned.kind === K.UPVALUE || assigned.kind === K.LOCAL)) {
        conflicts = true;
        target.isTableUpvalue = false;
        target.table = copy;
      }
      if (assigned.kind === K.LOCAL && target.key === assigned.info) {
        conflicts = true;
        target.key = copy;
      }
    }
    if (!conflicts) return;
    this.emit();
    this.reserve(1);
  }

  assign(targets: readonly Operand[], values: number, last: Operand): void {
    let left = targets.length;
    if (values === left) {
      this.takeOne(last);
      const target = targets[--left];
      if (target !== undefined) this.store(target, last);
    } else this.adjust(left, values, last);
    while (left > 0) {
      const value = new Operand();
      value.set(K.FIXED, this.open.freeRegister - 1);
      const target = targets[--left];
      if (target !== undefined) this.store(target, value);
    }
  }
}
