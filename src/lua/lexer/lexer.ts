// The scanner: one token at a time, as llex.c reads them, with luac's refusals.
import type { ByteText } from "../../base/byte-text.ts";
import { isDigit, isNamePart, isNameStart, nameEnd } from "./characters.ts";
import type { Comment } from "./comment.ts";
import type { LuaDialect } from "./dialect.ts";
import { type SyntaxFault, SyntaxRefusal } from "./fault.ts";
import { longBracketLevel, skipLongBracket } from "./long-bracket.ts";
import { readNumeral } from "./numeral.ts";
import { readQuoted } from "./quoted.ts";
import { pairOf, singleOf } from "./symbols.ts";
import * as T from "./token-kind.ts";
import { afterLineEnd, codeStart, commentEnd, lineEnds, restOfLine } from "./trivia.ts";

export class Lexer {
  readonly text: ByteText;
  readonly dialect: LuaDialect;
  readonly comments: Comment[] = [];
  /** The current token and its range. */
  token = T.EOF;
  start = 0;
  end = 0;
  /** The name, or the value of a literal. */
  name = "";
  number: number | bigint = 0;
  /** Where the token before the current one ends. */
  previousEnd = 0;
  /** The line at the end of the current token, counted from 1. */
  line = 1;
  /** The line at the end of the token before. */
  previousLine = 1;
  /** Where the last token that the parser has looked ahead from ends. */
  private lookedAheadFrom = -1;

  constructor(text: ByteText, dialect: LuaDialect) {
    this.text = text;
    this.dialect = dialect;
    this.end = codeStart(text, dialect);
    if (this.end > 0 && (text.charCodeAt(this.end - 1) === 10 || text.charCodeAt(this.end - 1) === 13))
      this.line = 2;
  }

  next(): void {
    this.previousEnd = this.end;
    this.previousLine = this.line;
    const { text } = this;
    let at = this.end;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9 || code === 11 || code === 12) at++;
      else if (code === 10 || code === 13) at = this.lineEnd(at);
      else if (code === 45 && text.charCodeAt(at + 1) === 45) at = this.comment(at);
      else {
        this.start = at;
        this.scan(at, code);
        return;
      }
    }
  }

  /** Whether the current token starts a line; no compiler sees that for a token that it has looked ahead for. */
  get isOnNewLine(): boolean {
    return this.line !== this.previousLine && this.lookedAheadFrom !== this.previousEnd;
  }

  /** True if the token after the current one is `=`. */
  isAssignNext(): boolean {
    this.lookedAheadFrom = this.end;
    const { text } = this;
    let at = this.end;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 61) return text.charCodeAt(at + 1) !== 61;
      if (code === 32 || (code >= 9 && code <= 13)) at++;
      else if (code === 45 && text.charCodeAt(at + 1) === 45) at = commentEnd(text, at) ?? text.length;
      else return false;
    }
  }

  /** True if a name follows the current token: `goto` is a name itself. */
  isNameNext(): boolean {
    this.lookedAheadFrom = this.end;
    const { text, dialect } = this;
    let at = this.end;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || (code >= 9 && code <= 13)) at++;
      else if (code === 45 && text.charCodeAt(at + 1) === 45) at = commentEnd(text, at) ?? text.length;
      else break;
    }
    const end = nameEnd(text, at, dialect);
    const name = text.slice(at, end);
    return end > at && name !== "goto" && !isDigit(text.charCodeAt(at)) && !dialect.keywords.has(name);
  }

  /** Counts the line end at `at`, and gives the offset after it. */
  lineEnd(at: number): number {
    this.line++;
    return afterLineEnd(this.text, at);
  }

  /** Refuses the text because of the current token. */
  refuse(message: string, kind: SyntaxFault["kind"] = "syntax"): never {
    throw new SyntaxRefusal({
      message: `${message} near ${this.shown()}`,
      range: { start: this.start, end: this.end },
      kind,
    });
  }

  /** Refuses a token that ends before it is complete. */
  refuseToken(message: string, at: number, near?: string): never {
    const end = Math.min(at, this.text.length);
    const shown = near ?? `'${shortened(this.text.slice(this.start, end))}'`;
    throw new SyntaxRefusal({
      message: `${message} near ${shown}`,
      range: { start: this.start, end },
      kind: "syntax",
    });
  }

  private shown(): string {
    if (this.token === T.EOF) return this.dialect.words.end;
    const code = this.text.charCodeAt(this.start);
    if (this.token === T.UNKNOWN && (code < 32 || code > 126)) return this.shownByte(code);
    return `'${shortened(this.text.slice(this.start, this.end))}'`;
  }

  private shownByte(code: number): string {
    if (!this.dialect.words.showsBytes) return `'<\\${code}>'`;
    return code < 32 || code === 127 ? `'char(${code})'` : `'${String.fromCharCode(code)}'`;
  }

  private scan(at: number, code: number): void {
    if (isNameStart(code)) this.scanName(at);
    else if (code >= 48 && code <= 57) readNumeral(this, at);
    else if (code === 34 || code === 39) readQuoted(this, at, code);
    else this.scanSymbol(at, code);
  }

  private scanName(from: number): void {
    const { text } = this;
    let at = from + 1;
    while (isNamePart(text.charCodeAt(at))) at++;
    if (this.dialect.hasHighNames && text.charCodeAt(at) >= 128) at = nameEnd(text, at, this.dialect);
    this.end = at;
    this.name = text.slice(from, at);
    this.token = at - from <= 8 ? (this.dialect.keywords.get(this.name) ?? T.NAME) : T.NAME;
  }

  private scanSymbol(at: number, code: number): void {
    const after = this.text.charCodeAt(at + 1);
    if (code === 46) this.scanDot(at, after);
    else if (code === 91) this.scanBracket(at, after);
    else if (at >= this.text.length) this.symbol(T.EOF, 0);
    else if (code >= 128 && this.dialect.hasHighNames) this.scanName(at);
    else {
      const pair = pairOf(code, after, this.dialect);
      this.symbol(pair === 0 ? singleOf(code, this.dialect) : pair, pair === 0 ? 1 : 2);
    }
  }

  private symbol(token: number, length: number): void {
    this.token = token;
    this.end = this.start + length;
  }

  private scanDot(at: number, after: number): void {
    if (after >= 48 && after <= 57) readNumeral(this, at);
    else if (after !== 46) this.symbol(T.DOT, 1);
    else if (this.text.charCodeAt(at + 2) === 46) this.symbol(T.DOTS, 3);
    else this.symbol(T.CONCAT, 2);
  }

  private scanBracket(at: number, after: number): void {
    if (after !== 91 && after !== 61) this.symbol(T.OPEN_BRACKET, 1);
    else this.scanLongString(at);
  }

  private scanLongString(at: number): void {
    const level = longBracketLevel(this.text, at);
    if (level < 0) this.refuseToken("invalid long string delimiter", at - level);
    this.end = this.longBracket(at, level, "string");
    this.token = T.STRING;
    this.name = longValue(this.text.slice(at + level + 2, this.end - level - 2));
  }

  /** The offset after a long string or comment whose first bracket is at `at`; counts its lines. */
  private longBracket(at: number, level: number, what: "string" | "comment"): number {
    const line = this.line;
    const end = skipLongBracket(this.text, at, level);
    if (end === undefined) {
      this.refuseToken(
        `unfinished long ${what} (starting at line ${line})`,
        this.text.length,
        this.dialect.words.end,
      );
    }
    if (level === 0 && this.dialect.refusesNestedBrackets) this.refuseNested(at, end);
    this.line += lineEnds(this.text, at, end);
    return end;
  }

  private refuseNested(at: number, end: number): void {
    const inner = this.text.indexOf("[[", at + 2);
    if (inner < 0 || inner > end - 4) return;
    this.start = at;
    this.refuseToken("nesting of [[...]] is deprecated", inner + 2, "'['");
  }

  private comment(at: number): number {
    const { text } = this;
    const level = text.charCodeAt(at + 2) === 91 ? longBracketLevel(text, at + 2) : -1;
    let end: number;
    let value: string;
    if (level >= 0) {
      this.start = at;
      end = this.longBracket(at + 2, level, "comment");
      value = withoutFirstLineEnd(text.slice(at + level + 4, end - level - 2));
    } else {
      end = restOfLine(text, at);
      value = text.slice(at + 2, end);
    }
    this.comments.push({
      type: "Comment",
      value: value as ByteText,
      raw: text.slice(at, end) as ByteText,
      range: [at, end],
    });
    return end;
  }
}

/** What a long string holds: its first line end is dropped, the others become `\n`. */
function longValue(content: string): string {
  const first = content.charCodeAt(0);
  if (first !== 10 && first !== 13 && !content.includes("\r")) return content;
  return content.replace(/\r\n|\n\r|\r/g, "\n").replace(/^\n/, "");
}

function withoutFirstLineEnd(content: string): string {
  const first = content.charCodeAt(0);
  return first === 10 || first === 13 ? content.slice(afterLineEnd(content, 0)) : content;
}

function shortened(text: string): string {
  const line = text.replace(/[\r\n].*$/s, "…");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
