// Functions: parameters, body and end.
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { FunctionDeclaration, Identifier, VarargLiteral } from "./ast.ts";
import { readName } from "./names.ts";
import type { Parser } from "./parser.ts";

export interface FunctionHead {
  /** Where the declaration starts, and the line that messages name. */
  readonly start: number;
  readonly line: number;
  readonly identifier: FunctionDeclaration["identifier"];
  readonly isLocal: boolean;
}

/** Reads from the parameters on. */
export function readFunction(parser: Parser, operand: Expressed, head: FunctionHead): FunctionDeclaration {
  const { start, line, identifier, isLocal } = head;
  const { compiler } = parser;
  compiler.openFunction(line);
  parser.expect(T.OPEN_PAREN);
  if (identifier?.type === "MemberExpression" && identifier.indexer === ":") {
    compiler.declare("self");
    compiler.activate(1);
  }
  const parameters = readParameters(parser);
  parser.expect(T.CLOSE_PAREN);
  const body = parser.statements(parser);
  parser.close(T.END, T.FUNCTION, line);
  compiler.closeFunction(operand);
  const range = parser.rangeFrom(start);
  return { type: "FunctionDeclaration", identifier, isLocal, parameters, body, range };
}

function readParameters(parser: Parser): (Identifier | VarargLiteral)[] {
  const { compiler } = parser;
  const parameters: (Identifier | VarargLiteral)[] = [];
  let count = 0;
  let isVararg = false;
  if (parser.token !== T.CLOSE_PAREN) {
    do {
      if (parser.token === T.NAME) {
        compiler.declare(parser.name);
        parameters.push(readName(parser));
        count++;
      } else if (parser.token === T.DOTS) {
        parameters.push({
          type: "VarargLiteral",
          value: "...",
          raw: "...",
          range: [parser.start, parser.end],
        });
        parser.next();
        isVararg = true;
      } else parser.refuse("<name> or '...' expected");
    } while (!isVararg && parser.take(T.COMMA));
  }
  compiler.takeParameters(count, isVararg);
  return parameters;
}
