// What the functions of one chunk share while it is compiled, and how the compiler refuses.
import { SyntaxRefusal } from "../lexer/fault.ts";
import type { Lexer } from "../lexer/lexer.ts";
import { FunctionState, type Goto, type Label, type Local, Name, type TextRange } from "./function-state.ts";
import type { Limits } from "./limits.ts";

export class ChunkState {
  readonly lexer: Lexer;
  readonly limits: Limits;
  open: FunctionState = new FunctionState(undefined, 0, 0);
  /** Declared locals of all open functions, in scope or about to come into it. */
  readonly locals: Local[] = [];
  readonly labels: Label[] = [];
  readonly gotos: Goto[] = [];
  readonly numberConstants = new Map<unknown, number>();
  readonly environment: Name;
  readonly breakName = new Name("break");
  private readonly names = new Map<string, Name>();
  /** luac itself is already one level deep when it starts to read. */
  protected levels = 1;

  constructor(lexer: Lexer, limits: Limits) {
    this.lexer = lexer;
    this.limits = limits;
    this.environment = this.nameOf("_ENV");
  }

  nameOf(text: string): Name {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = new Name(text);
    this.names.set(text, name);
    return name;
  }

  enterLevel(): void {
    this.levels++;
    this.checkLevels(0);
  }

  leaveLevel(): void {
    this.levels--;
  }

  checkLevels(more: number): void {
    if (this.levels + more > this.limits.levels) this.refuseLevels();
  }

  protected refuseLevels(): never {
    this.refuseLimit("C levels", this.limits.levels);
  }

  refuseLimit(what: string, limit: number, owner: FunctionState = this.open): never {
    const where = owner.line === 0 ? "main function" : `function at line ${owner.line}`;
    this.lexer.refuse(`too many ${what} (limit is ${limit}) in ${where}`, "limit");
  }

  /** Refuses for a reason that no single token shows. */
  refuseRange(message: string, [start, end]: TextRange): never {
    throw new SyntaxRefusal({ message, range: { start, end }, kind: "syntax" });
  }

  /** Refuses because a table of the compiler is full. */
  refuseFull(what: string, limit: number): never {
    const { start, end } = this.lexer;
    throw new SyntaxRefusal({
      message: `too many ${what} (limit is ${limit})`,
      range: { start, end },
      kind: "limit",
    });
  }
}
