// Locals, upvalues and blocks: which variable a name means, and the limits on how many there may be.
import { FunctionState, type Local, type Name, type OpenBlock } from "./function-state.ts";
import { Labels } from "./labels.ts";
import * as K from "./operand.ts";
import { Operand } from "./operand.ts";

export const MOST_LOCALS = 200;

export abstract class Variables extends Labels {
  /** A name as the key of a field. */
  fieldName(operand: Operand, name: string): void {
    operand.set(K.CONSTANT, this.stringConstant(name));
  }

  /** Declares a local that `activate` will bring into scope. */
  declare(text: string): void {
    const { open, locals } = this;
    const { declared } = this.limits;
    if (open.declared >= declared) this.refuseFull("local variables", declared);
    open.declared++;
    if (locals.length + 1 - open.firstLocal > MOST_LOCALS) this.refuseLimit("local variables", MOST_LOCALS);
    locals.push({
      name: this.nameOf(text),
      owner: open,
      register: -1,
      attribute: undefined,
      value: undefined,
    });
  }

  activate(count: number): void {
    const { open, locals } = this;
    for (let left = count; left > 0; left--) {
      const local = locals[open.firstLocal + open.locals];
      if (local === undefined) throw new Error("a local comes into scope that was never declared");
      open.locals++;
      local.register = open.registers++;
      local.name.locals.push(local);
    }
  }

  /** The variable that a name means, or the field of `_ENV`. */
  resolve(text: string, operand: Operand): void {
    const name = this.nameOf(text);
    if (this.find(name, operand)) return;
    this.find(this.environment, operand);
    const key = new Operand();
    this.fieldName(key, text);
    this.index(operand, key);
  }

  /** False for a global. */
  protected find(name: Name, operand: Operand): boolean {
    const local = name.locals[name.locals.length - 1];
    if (local !== undefined && local.owner === this.open) {
      operand.set(K.LOCAL, local.register);
      return true;
    }
    if (local === undefined && name !== this.environment) return false;
    operand.set(K.UPVALUE, this.upvalue(this.open, name, local));
    return true;
  }

  /** The index of an upvalue, made in every function between the local and its use. With no such local it is that of `_ENV`. */
  protected upvalue(state: FunctionState, name: Name, local: Local | undefined): number {
    const known = state.upvalues.get(name);
    if (known !== undefined) return known;
    if (state.outer !== undefined) {
      if (local !== undefined && state.outer === local.owner) capture(local);
      else this.upvalue(state.outer, name, local);
    }
    const { upvalues } = this.limits;
    if (state.upvalues.size + 1 > upvalues) this.refuseLimit("upvalues", upvalues, state);
    const index = state.upvalues.size;
    state.upvalues.set(name, index);
    return index;
  }

  openFunction(line: number): FunctionState {
    const { open } = this;
    const { functions } = this.limits;
    if (open.functions >= functions) this.refuseFull("functions", functions);
    open.functions++;
    const state = new FunctionState(open, line, this.locals.length);
    this.open = state;
    this.enterBlock(false);
    return state;
  }

  /** `local function`: its name is in scope before its body. */
  openLocalFunction(): void {
    this.activate(1);
  }

  closeLocalFunction(_function: Operand): void {}

  /** At the end of the parameters; `self` is in scope before them. */
  takeParameters(count: number, isVararg: boolean): void {
    this.open.isVararg = isVararg;
    this.activate(count);
    this.reserve(this.open.registers);
  }

  /** The function becomes a value in the next register of the one around it. */
  closeFunction(operand: Operand): void {
    const inner = this.open;
    if (inner.outer === undefined) throw new Error("the chunk has no function around it");
    this.open = inner.outer;
    operand.set(K.RELOCATABLE, 0);
    this.emit();
    this.toNextRegister(operand);
    this.open = inner;
    this.endFunction();
    this.open = inner.outer;
  }

  endFunction(): void {
    this.emit();
    this.leaveBlock();
  }

  enterBlock(isLoop: boolean): OpenBlock {
    const { open } = this;
    const block: OpenBlock = {
      outer: open.block,
      isLoop,
      locals: open.locals,
      registers: open.registers,
      firstLabel: this.labels.length,
      firstGoto: this.gotos.length,
      isCaptured: false,
      breaks: undefined,
    };
    open.block = block;
    return block;
  }

  leaveBlock(): void {
    const { open } = this;
    const { block } = open;
    if (block === undefined) throw new Error("a block ends that was never entered");
    if (block.outer !== undefined && block.isCaptured) this.jumpHere(this.jump());
    this.leaveLabels(block, () => this.forgetLocals(block));
  }

  protected forgetLocals(block: OpenBlock): void {
    const { open, locals } = this;
    open.block = block.outer;
    while (open.locals > block.locals) {
      const local = locals.pop();
      local?.name.locals.pop();
      if (local !== undefined && local.register >= 0) open.registers--;
      open.locals--;
    }
    open.freeRegister = open.registers;
  }
}

function capture(local: Local): void {
  let { block } = local.owner;
  while (block !== undefined && block.registers > local.register) block = block.outer;
  if (block !== undefined) block.isCaptured = true;
}
