// goto, break and labels, as statements.
import type { Jumps } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { BreakStatement, GotoStatement, Statement } from "./ast.ts";
import { readName } from "./names.ts";
import type { Parser } from "./parser.ts";

/** `goto name` or `break`, where `jumps` go to its label. */
export function readGoto(parser: Parser, jumps: Jumps): GotoStatement | BreakStatement {
  const { start, line, compiler } = parser;
  if (parser.take(T.GOTO)) {
    const label = readName(parser);
    const range = parser.rangeFrom(start);
    compiler.addGoto(compiler.nameOf(label.name), jumps, line, range);
    return { type: "GotoStatement", label, range };
  }
  parser.next();
  const range = parser.rangeFrom(start);
  compiler.addGoto(compiler.breakName, jumps, line, range);
  return { type: "BreakStatement", range };
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
  while (parser.token === T.SEMICOLON || parser.token === T.LABEL) readStatement(parser, body);
  compiler.closeLabel(label, parser.isBlockEnd(false));
}
