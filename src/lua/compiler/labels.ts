// goto, break and labels: every goto finds a label that it can see, and none jumps into the scope of a local.
import type { Goto, Label, Name, OpenBlock, TextRange } from "./function-state.ts";
import type { Jumps, Operand } from "./operand.ts";
import { Operators } from "./operators.ts";

export abstract class Labels extends Operators {
  /** `goto name`; if it is the first statement under a condition, the condition jumps in its place. */
  goTo(name: Name, line: number, range: TextRange, condition?: Operand): void {
    this.addGoto(name, condition === undefined ? this.jump() : this.jumpOnCondition(condition), line, range);
  }

  breakLoop(line: number, range: TextRange, condition?: Operand): void {
    this.goTo(this.breakName, line, range, condition);
  }

  /** Opens the block under the condition; answers the jumps where it is true. */
  private jumpOnCondition(condition: Operand): Jumps {
    this.goOnIfFalse(condition);
    this.enterBlock(false);
    return condition.whenTrue;
  }

  protected abstract enterBlock(isLoop: boolean): OpenBlock;

  private addGoto(name: Name, jumps: Jumps, line: number, range: TextRange): void {
    this.checkLabels(this.gotos.length);
    const { open } = this;
    const added: Goto = { name, line, range, jumps, locals: open.locals };
    const label = this.visibleLabel(name, open.block);
    if (label !== undefined) this.resolveGoto(added, label);
    else this.wait(added);
  }

  /** A label at this place. Gotos find it once it is closed, after the labels and semicolons that follow. */
  openLabel(name: Name, line: number): Label {
    this.markTarget();
    return this.addLabel(name, line);
  }

  closeLabel(label: Label, endsBlock: boolean, _range: TextRange): void {
    if (endsBlock) label.locals = this.open.block?.locals ?? 0;
    this.settleLabel(label);
  }

  protected addLabel(name: Name, line: number): Label {
    const { labels, open } = this;
    this.checkLabels(labels.length);
    const label: Label = { name, line, pc: open.pc, index: labels.length, owner: open, locals: open.locals };
    labels.push(label);
    name.labels.push(label);
    return label;
  }

  private checkLabels(count: number): void {
    if (count >= this.limits.labels) this.refuseFull("labels/gotos", this.limits.labels);
  }

  checkRepeated(name: Name, range: TextRange): void {
    const known = this.visibleLabel(name, this.open.block);
    if (known === undefined) return;
    this.refuseRange(this.lexer.dialect.words.repeatedLabel(name.text, known.line), range);
  }

  /** Ends the wait of the gotos of this block for that label. */
  protected settleLabel(label: Label): void {
    if (label.name.waitingGotos === 0) return;
    const { gotos, open } = this;
    let kept = open.block?.firstGoto ?? 0;
    for (let at = kept; at < gotos.length; at++) {
      const waiting = gotos[at];
      if (waiting === undefined) continue;
      if (waiting.name === label.name) {
        waiting.name.waitingGotos--;
        this.resolveGoto(waiting, label);
      } else gotos[kept++] = waiting;
    }
    gotos.length = kept;
  }

  /** What the end of a block means to its labels and gotos; `forget` takes its locals out of scope. */
  leaveLabels(block: OpenBlock, forget: () => void): void {
    if (block.isLoop) this.settleLabel(this.addLabel(this.breakName, 0));
    forget();
    while (this.labels.length > block.firstLabel) this.labels.pop()?.name.labels.pop();
    if (block.outer !== undefined) this.moveGotosOut(block);
    else this.refuseGoto(this.gotos[block.firstGoto]);
  }

  /** Gotos that still wait look for a label in the block around theirs. */
  protected moveGotosOut(block: OpenBlock): void {
    const { gotos } = this;
    if (gotos.length === block.firstGoto) return;
    const moved = gotos.splice(block.firstGoto);
    for (const waiting of moved) {
      waiting.locals = Math.min(waiting.locals, block.locals);
      waiting.name.waitingGotos--;
      const label = this.visibleLabel(waiting.name, block.outer);
      if (label !== undefined) this.resolveGoto(waiting, label);
      else this.wait(waiting);
    }
  }

  private wait(waiting: Goto): void {
    waiting.name.waitingGotos++;
    this.gotos.push(waiting);
  }

  protected resolveGoto(from: Goto, label: Label): void {
    if (from.locals < label.locals) {
      const local = this.locals[this.open.firstLocal + from.locals];
      this.refuseRange(
        `${this.lexer.dialect.words.intoScope(from.name.text, from.line)} '${local?.name.text ?? "?"}'`,
        from.range,
      );
    }
    this.jumpTo(from.jumps, label.pc);
  }

  protected refuseGoto(waiting: Goto | undefined): void {
    if (waiting === undefined) return;
    const { name, line, range } = waiting;
    const message =
      name === this.breakName
        ? this.outsideLoop(line)
        : this.lexer.dialect.words.undefinedLabel(name.text, line);
    this.refuseRange(message, range);
  }

  protected outsideLoop(line: number): string {
    return `<break> at line ${line} not inside a loop`;
  }

  /** The label of that name in this very block. */
  protected visibleLabel(name: Name, block: OpenBlock | undefined): Label | undefined {
    const label = name.labels[name.labels.length - 1];
    return label !== undefined && block !== undefined && label.index >= block.firstLabel ? label : undefined;
  }
}
