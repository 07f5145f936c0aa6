// goto, break and labels, as statements.
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { BreakStatement, GotoStatement, Statement } from "./ast.ts";
import { readName } from "./names.ts";
import type { Parser } from "./parser.ts";

/** `goto name` or `break`; the first of a block under a condition comes with the condition, which jumps in its place. */
export function readGoto(parser: Parser, condition?: Expressed): GotoStatement | BreakStatement {
  const { start, line, compiler } = parser;
  const isBreak = parser.token === T.BREAK;
  parser.next();
  if (isBreak) {
    const range = parser.rangeFrom(start);
    compiler.breakLoop(line, range, condition);
    return { type: "BreakStatement", range };
  }
  const at = parser.dialect.words.countsAtName ? parser.line : line;
  const label = readName(parser);
  const range = parser.rangeFrom(start);
  compiler.goTo(compiler.nameOf(label.name), at, range, condition);
  return { type: "GotoStatement", label, range };
}

/** `::name::`, with the empty statements and labels that follow; locals end before a label that ends its block. */
export function readLabel(
  parser: Parser,
  body: Statement[],
  readStatement: (parser: Parser, body: Statement[]) => void,
): void {
  const { start, line, compiler } = parser;
  parser.next();
  const node = readName(parser);
  const name = compiler.nameOf(node.name);
  compiler.checkRepeated(name, node.range);
  parser.expect(T.LABEL);
  const label = compiler.openLabel(name, line);
  body.push({ type: "LabelStatement", label: node, range: parser.rangeFrom(start) });
  const skipsEmpty = parser.dialect.hasEmptyStatements;
  while (parser.token === T.LABEL || (skipsEmpty && parser.token === T.SEMICOLON))
    readStatement(parser, body);
  compiler.closeLabel(label, parser.isBlockEnd(false), node.range);
}
