// The state of one reading: the scanner, the function that is open, and what all functions of the chunk share.
import type { ByteText } from "../../base/byte-text.ts";
import { FunctionState, type Goto, type Label, type Local, Name } from "../compiler/function-state.ts";
import { Refusal } from "../lexer/fault.ts";
import { Lexer } from "../lexer/lexer.ts";
import * as T from "../lexer/token-kind.ts";
import type { NodeRange, Statement } from "./ast.ts";

/** LUAI_MAXCCALLS: how deep statements and expressions nest. */
const MOST_LEVELS = 200;

/** Reads statements up to the end of a block, adding them to a list. */
export type StatementReader = (parser: Parser, body?: Statement[]) => Statement[];

export class Parser extends Lexer {
  open: FunctionState = new FunctionState(undefined, 0, 0);
  /** Locals that are declared, in or about to come into scope, of all open functions. */
  readonly locals: Local[] = [];
  readonly labels: Label[] = [];
  readonly gotos: Goto[] = [];
  readonly numberConstants = new Map<unknown, number>();
  /** Handed in because blocks and expressions hold each other. */
  readonly statements: StatementReader;
  readonly environment: Name;
  readonly breakName = new Name("break");
  private readonly names = new Map<string, Name>();
  /** luac itself is one level deep when it starts to read. */
  private levels = 1;

  constructor(text: ByteText, statements: StatementReader) {
    super(text);
    this.statements = statements;
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
    if (this.levels + more > MOST_LEVELS) this.refuseLimit("C levels", MOST_LEVELS);
  }

  refuseLimit(what: string, limit: number, owner: FunctionState = this.open): never {
    const where = owner.line === 0 ? "main function" : `function at line ${owner.line}`;
    this.refuse(`too many ${what} (limit is ${limit}) in ${where}`, "limit");
  }

  /** Refuses for a reason that no single token shows. */
  refuseRange(message: string, start: number, end: number): never {
    throw new Refusal({ message, range: { start, end }, kind: "syntax" });
  }

  /** Refuses for a table of the compiler that is full. */
  refuseFull(what: string, limit: number): never {
    throw new Refusal({
      message: `too many ${what} (limit is ${limit})`,
      range: { start: this.start, end: this.end },
      kind: "limit",
    });
  }

  /** Takes the token if it is there. */
  take(token: number): boolean {
    if (this.token !== token) return false;
    this.next();
    return true;
  }

  expect(token: number): void {
    if (this.token !== token) this.refuse(`${T.quoted(token)} expected`);
    this.next();
  }

  /** Takes the token that closes what `opener` opened on `line`. */
  close(token: number, opener: number, line: number): void {
    if (this.token === token) this.next();
    else if (line === this.line) this.refuse(`${T.quoted(token)} expected`);
    else this.refuse(`${T.quoted(token)} expected (to close ${T.quoted(opener)} at line ${line})`);
  }

  /** From `start` to the end of the last token that was taken. */
  rangeFrom(start: number): NodeRange {
    return [start, this.previousEnd];
  }

  isBlockEnd(isUntilOne: boolean): boolean {
    const { token } = this;
    if (token === T.UNTIL) return isUntilOne;
    return token === T.END || token === T.EOF || token === T.ELSE || token === T.ELSEIF;
  }
}
