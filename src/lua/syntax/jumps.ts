// goto, break and labels, as statements.

import { markTarget } from "../compiler/code.ts";
import { addGoto, addLabel, checkRepeated, settleLabel } from "../compiler/labels.ts";
import type { Jumps } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { BreakStatement, GotoStatement, Statement } from "./ast.ts";
import type { Parser } from "./parser.ts";
import { readName } from "./suffixed.ts";

/** `goto name` or `break`, where `jumps` go to its label. */
export function readGoto(parser: Parser, jumps: Jumps): GotoStatement | BreakStatement {
  const { start, line } = parser;
  if (parser.take(T.GOTO)) {
    const label = readName(parser);
    addGoto(parser, parser.nameOf(label.name), jumps, line, start);
    return { type: "GotoStatement", label, range: parser.rangeFrom(start) };
  }
  parser.next();
  addGoto(parser, parser.breakName, jumps, line, start);
  return { type: "BreakStatement", range: parser.rangeFrom(start) };
}

/** `::name::`, with the empty statements and labels that follow; locals end before a label that ends its block. */
export function readLabel(
  parser: Parser,
  body: Statement[],
  readStatement: (parser: Parser, body: Statement[]) => void,
): void {
  const { start, line } = parser;
  parser.next();
  const node = readName(parser);
  const name = parser.nameOf(node.name);
  checkRepeated(parser, name, node.range[0], node.range[1]);
  parser.expect(T.LABEL);
  markTarget(parser);
  const label = addLabel(parser, name, line);
  body.push({ type: "LabelStatement", label: node, range: parser.rangeFrom(start) });
  while (parser.token === T.SEMICOLON || parser.token === T.LABEL) readStatement(parser, body);
  if (parser.isBlockEnd(false)) label.locals = parser.open.block?.locals ?? 0;
  settleLabel(parser, label);
}
