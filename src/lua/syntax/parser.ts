// The state of one reading: the scanner, and who is told what is read: a compiler, or what estimates one.
import type { ByteText } from "../../base/byte-text.ts";
import type { Listener } from "../compiler/listener.ts";
import type { LuaDialect } from "../lexer/dialect.ts";
import { Lexer } from "../lexer/lexer.ts";
import * as T from "../lexer/token-kind.ts";
import type { NodeRange, Statement } from "./ast.ts";

/** Reads statements up to the end of a block, adding them to a list. */
export type StatementReader = (parser: Parser, body?: Statement[]) => Statement[];

export class Parser extends Lexer {
  readonly compiler: Listener;
  /** Passed in because blocks and expressions hold each other. */
  readonly statements: StatementReader;

  constructor(
    text: ByteText,
    dialect: LuaDialect,
    statements: StatementReader,
    compiler: (lexer: Lexer) => Listener,
  ) {
    super(text, dialect);
    this.statements = statements;
    this.compiler = compiler(this);
  }

  /** `goto name` where `goto` is not a reserved word. */
  startsGoto(): boolean {
    return this.dialect.hasGotoNames && this.token === T.NAME && this.name === "goto" && this.isNameNext();
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
