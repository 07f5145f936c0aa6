// What lparser.c of 5.4.4 does differently from that of 5.3.6: attributes, tables, loops, and labels that a whole function sees.
import * as T from "../lexer/token-kind.ts";
import type { RecordField, TableItems } from "./compiler.ts";
import type { Loop } from "./control.ts";
import { isNumeral } from "./fold.ts";
import type { Label, Name, OpenBlock, TextRange } from "./function-state.ts";
import { Lua54Values } from "./lua54-values.ts";
import * as K from "./operand.ts";
import { hasJumps, Operand } from "./operand.ts";

/** MAXARG_Bx: how far a `for` jumps. */
const FARTHEST_LOOP = 131071;

export class Lua54Compiler extends Lua54Values {
  override openChunk(): void {
    super.openChunk();
    this.emit();
  }

  protected override refuseLevels(): never {
    this.lexer.refuse("C stack overflow", "limit");
  }

  protected override outsideLoop(line: number): string {
    return `break outside loop at line ${line}`;
  }

  // Variables and their attributes.

  override attribute(name: string, range: TextRange): void {
    const local = this.locals[this.locals.length - 1];
    if (local === undefined) throw new Error("an attribute stands before any local");
    if (name !== "const" && name !== "close") this.refuseRange(`unknown attribute '${name}'`, range);
    const waiting = this.locals.slice(this.open.firstLocal + this.open.locals);
    if (name === "close" && waiting.some(({ attribute }) => attribute === "close")) {
      this.refuseRange("multiple to-be-closed variables in local list", range);
    }
    local.attribute = name;
  }

  override defineLocals(variables: number, values: number, last: Operand): void {
    const { open, locals } = this;
    const first = open.firstLocal + open.locals;
    const local = locals[first + variables - 1];
    if (local?.attribute === "const" && values === variables && isKnown(last)) {
      this.activate(variables - 1);
      local.value = knownValue(last);
      local.name.locals.push(local);
      open.locals++;
    } else {
      this.adjust(variables, values, last);
      this.activate(variables);
    }
    if (locals.slice(first).some(({ attribute }) => attribute === "close")) {
      this.markClosing();
      this.emit();
    }
  }

  private markClosing(): void {
    if (this.open.block !== undefined) this.open.block.isCaptured = true;
  }

  protected override find(name: Name, operand: Operand): boolean {
    const local = name.locals[name.locals.length - 1];
    operand.variable = local;
    if (local?.value === undefined) return super.find(name, operand);
    operand.set(K.COMPILED, 0);
    return true;
  }

  override canBeAssigned(operand: Operand): boolean {
    return operand.kind === K.COMPILED || super.canBeAssigned(operand);
  }

  override checkWritable({ kind, variable }: Operand): void {
    if (kind !== K.COMPILED && kind !== K.LOCAL && kind !== K.UPVALUE) return;
    if (variable?.attribute === undefined) return;
    const { start, end } = this.lexer;
    this.refuseRange(`attempt to assign to const variable '${variable.name.text}'`, [start, end]);
  }

  override takeParameters(count: number, isVararg: boolean): void {
    if (isVararg) this.emit();
    super.takeParameters(count, isVararg);
  }

  /** Each further target is a level deeper. */
  override prepareTarget(targets: readonly Operand[], assigned: Operand): void {
    if (assigned.kind !== K.INDEXED) this.keepSafe(targets, assigned);
    this.enterLevel();
  }

  override assign(targets: readonly Operand[], values: number, last: Operand): void {
    super.assign(targets, values, last);
    this.levels -= targets.length - 1;
  }

  // Tables.

  override openTable(operand: Operand): TableItems {
    this.emit();
    this.emit();
    operand.set(K.FIXED, this.open.freeRegister);
    this.reserve(1);
    return {
      table: operand.info,
      last: new Operand(),
      count: 0,
      waiting: 0,
      made: this.open.pc - 1,
      template: false,
    };
  }

  override takeKey({ items, key, target }: RecordField): void {
    target.set(K.FIXED, items.table);
    this.index(target, key);
  }

  override closeField({ target, free }: RecordField, value: Operand): void {
    this.store(target, value);
    this.open.freeRegister = free;
  }

  protected override storeItems(items: TableItems): void {
    this.emit();
    if (items.count - items.waiting > 255) this.emit();
    this.open.freeRegister = items.table + 1;
    items.waiting = 0;
  }

  // Loops and labels.

  override jumpsFor(token: number): boolean {
    return token === T.BREAK;
  }

  /** A label is seen in all of its function. */
  protected override visibleLabel(name: Name, _block: OpenBlock | undefined): Label | undefined {
    const label = name.labels[name.labels.length - 1];
    return label?.owner === this.open ? label : undefined;
  }

  override declareLoop(kind: "numeric" | "generic"): void {
    for (let hidden = 0; hidden < (kind === "numeric" ? 3 : 4); hidden++) this.declare("(for state)");
  }

  override stepByOne(): void {
    this.emit();
    this.reserve(1);
  }

  /** The stack is checked once the variables are in scope. */
  override takeIterator(values: number, last: Operand): void {
    this.adjust(4, values, last);
  }

  override activateLoop(kind: "numeric" | "generic"): void {
    this.activate(kind === "numeric" ? 3 : 4);
    if (kind === "numeric") return;
    this.markClosing();
    this.checkStack(3);
  }

  override enterFor(_kind: "numeric" | "generic", variables: number): Loop {
    this.emit();
    const loop = { begin: this.open.pc, leaving: undefined, start: 0 };
    this.enterBlock(false);
    this.activate(variables);
    this.reserve(variables);
    return loop;
  }

  override closeForBody(kind: "numeric" | "generic", loop: Loop): void {
    this.leaveBlock();
    this.checkLoop(this.markTarget() - loop.begin);
    if (kind === "generic") this.emit();
    this.checkLoop(this.emit() + 1 - loop.begin);
  }

  private checkLoop(distance: number): void {
    if (distance > FARTHEST_LOOP) this.lexer.refuse("control structure too long", "limit");
  }
}

/** A value that the compiler can keep for a constant. */
function isKnown(operand: Operand): boolean {
  if (hasJumps(operand)) return false;
  const { kind } = operand;
  if (kind === K.NIL || kind === K.TRUE || kind === K.FALSE || kind === K.TEXT || kind === K.COMPILED)
    return true;
  return isNumeral(operand);
}

function knownValue(operand: Operand): Operand {
  const known = operand.kind === K.COMPILED ? operand.variable?.value : operand;
  const value = new Operand();
  value.copy(known ?? operand);
  return value;
}
