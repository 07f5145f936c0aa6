// Tables, functions, loops and labels as LuaJIT's lj_parse.c (2.1) counts them.
import type { RecordField, TableItems } from "./compiler.ts";
import type { Loop } from "./control.ts";
import type { FunctionState, Label, Name, TextRange } from "./function-state.ts";
import { LuaJitOperators } from "./luajit-operators.ts";
import { isConstant } from "./luajit-values.ts";
import * as K from "./operand.ts";
import { hasJumps, type Jumps, Operand } from "./operand.ts";

/** LJ_FR2: the registers of a frame besides the function itself. */
const FRAME = 1;

export class LuaJitCompiler extends LuaJitOperators {
  private labelDepth = 0;

  // Tables.

  override openTable(operand: Operand): TableItems {
    const { freeRegister } = this.open;
    const made = this.emit();
    this.reserve(1);
    operand.set(K.FIXED, freeRegister);
    return { table: freeRegister, last: new Operand(), count: 0, waiting: 0, made, template: false };
  }

  override closeItem(_items: TableItems): void {}

  override addItem(items: TableItems): void {
    items.count++;
    const { last } = items;
    const key = new Operand();
    key.set(K.FLOAT, 0);
    key.value = items.count;
    this.storeIn(items, key, undefined, last);
    last.set(K.VOID, 0);
  }

  override takeKey({ items, key, target }: RecordField): void {
    if (!isConstant(key.kind)) {
      target.set(K.FIXED, items.table);
      this.index(target, key);
    }
  }

  override closeField({ items, key, target }: RecordField, value: Operand): void {
    this.storeIn(items, key, target, value);
  }

  private storeIn(items: TableItems, key: Operand, target: Operand | undefined, value: Operand): void {
    const isKnown = isConstant(value.kind) && !hasJumps(value);
    const inTemplate = isConstant(key.kind) && key.kind !== K.NIL && (key.kind === K.TEXT || isKnown);
    if (inTemplate && items.template === false) {
      items.template = true;
      this.objectConstant(items);
    }
    if (!inTemplate || !isKnown) {
      if (value.kind !== K.CALL || key.kind === K.TEXT || target?.kind === K.INDEXED)
        this.toAnyRegister(value);
      const place = target?.kind === K.INDEXED ? target : new Operand();
      if (place.kind !== K.INDEXED) {
        place.set(K.FIXED, items.table);
        this.index(place, key);
      }
      this.store(place, value);
    }
    this.open.freeRegister = items.table + 1;
  }

  /** A table without code after it may still choose its register. */
  override closeTable(items: TableItems, operand: Operand): void {
    if (items.made !== this.open.pc - 1) return;
    this.open.freeRegister--;
    operand.kind = K.RELOCATABLE;
    operand.madeBy = 0;
  }

  // Functions.

  override closeFunction(operand: Operand): void {
    const inner = this.open;
    if (inner.outer === undefined) throw new Error("the chunk has no function around it");
    this.endFunction();
    this.open = inner.outer;
    this.objectConstant(inner);
    operand.set(K.RELOCATABLE, 0);
    this.emit();
  }

  override openFunction(line: number): FunctionState {
    const state = super.openFunction(line);
    state.lastTarget = 0;
    return state;
  }

  override endFunction(): void {
    const { open } = this;
    if (open.pc <= open.lastTarget || open.returnAt !== open.pc - 1) {
      if (open.block?.isCaptured === true) this.emit();
      this.emit();
    }
    if (open.functions > 0 && open.earlyReturn >= 0 && open.pc - (open.earlyReturn + 1) >= this.limits.jump) {
      this.lexer.refuse("function too long for return fixup", "limit");
    }
    this.leaveBlock();
    const { constants } = this.limits;
    if (open.constants.length > constants || open.numbers.size > constants) {
      this.refuseLimit("constants", constants, open);
    }
  }

  // Blocks, loops and labels.

  override leaveBlock(): void {
    const { block } = this.open;
    if (block === undefined) throw new Error("a block ends that was never entered");
    if (block.outer !== undefined && block.isCaptured) this.open.closeAt = this.emit();
    this.leaveLabels(block, () => this.forgetLocals(block));
  }

  override breakLoop(line: number, range: TextRange): void {
    super.goTo(this.breakName, line, range);
  }

  override goTo(name: Name, line: number, range: TextRange): void {
    if (this.visibleLabel(name, this.open.block) !== undefined) this.emit();
    super.goTo(name, line, range);
  }

  protected override outsideLoop(_line: number): string {
    return "no loop to break";
  }

  override openLabel(name: Name, line: number): Label {
    if (this.labelDepth++ > 0) this.enterLevel();
    return super.openLabel(name, line);
  }

  override closeLabel(label: Label, endsBlock: boolean, range: TextRange): void {
    super.closeLabel(label, endsBlock, range);
    if (--this.labelDepth > 0) this.leaveLevel();
  }

  override enterWhile(loop: Loop, condition: Operand): void {
    super.enterWhile(loop, condition);
    loop.start = this.emit();
  }

  override closeWhile(loop: Loop): void {
    super.closeWhile(loop);
    this.reachFrom(loop.start);
  }

  override openRepeat(): Loop {
    const loop = super.openRepeat();
    return { ...loop, start: this.emit() };
  }

  override closeRepeat(loop: Loop, condition: Operand): void {
    super.closeRepeat(loop, condition);
    this.reachFrom(loop.start);
  }

  /** A jump reaches one instruction further back than forward. */
  override checkReach(jumps: NonNullable<Jumps>, target: number): void {
    const { jump } = this.limits;
    if (target - (jumps.first + 1) > jump || jumps.last - target > jump) {
      this.lexer.refuse("control structure too long", "limit");
    }
  }

  private reachFrom(start: number): void {
    this.checkReach({ first: start, last: start, needsValue: true }, this.open.pc);
  }

  override stepByOne(): void {
    this.emit();
    this.reserve(1);
  }

  override takeIterator(values: number, last: Operand): void {
    this.adjust(3, values, last);
    this.checkStack(3 + FRAME);
  }

  override enterFor(_kind: "numeric" | "generic", variables: number): Loop {
    const start = this.emit();
    const loop = { begin: this.open.pc, leaving: undefined, start };
    this.enterBlock(false);
    this.activate(variables);
    this.reserve(variables);
    return loop;
  }

  override closeForBody(kind: "numeric" | "generic", loop: Loop): void {
    this.leaveBlock();
    if (kind === "generic") {
      this.reachFrom(loop.start);
      this.emit();
    }
    const end = this.emit();
    this.checkReach({ first: end, last: end, needsValue: true }, loop.begin);
    if (kind === "numeric") this.reachFrom(loop.start);
  }
}
