// Functions: parameters, body and end.

import * as C from "../compiler/code.ts";
import type { Operand } from "../compiler/operand.ts";
import { activate, closeFunction, declare, openFunction } from "../compiler/variables.ts";
import * as T from "../lexer/token-kind.ts";
import type { FunctionDeclaration, Identifier, VarargLiteral } from "./ast.ts";
import type { Parser } from "./parser.ts";
import { readName } from "./suffixed.ts";

export interface FunctionHead {
  /** Where the declaration starts, and the line that messages name. */
  readonly start: number;
  readonly line: number;
  readonly identifier: FunctionDeclaration["identifier"];
  readonly isLocal: boolean;
}

/** Reads from the parameters on. */
export function readFunction(parser: Parser, operand: Operand, head: FunctionHead): FunctionDeclaration {
  const { start, line, identifier, isLocal } = head;
  openFunction(parser, line);
  parser.expect(T.OPEN_PAREN);
  if (identifier?.type === "MemberExpression" && identifier.indexer === ":") {
    declare(parser, parser.nameOf("self"));
    activate(parser, 1);
  }
  const parameters = readParameters(parser);
  parser.expect(T.CLOSE_PAREN);
  const body = parser.statements(parser);
  parser.close(T.END, T.FUNCTION, line);
  closeFunction(parser, operand);
  const range = parser.rangeFrom(start);
  return { type: "FunctionDeclaration", identifier, isLocal, parameters, body, range };
}

function readParameters(parser: Parser): (Identifier | VarargLiteral)[] {
  const { open } = parser;
  const parameters: (Identifier | VarargLiteral)[] = [];
  let count = 0;
  if (parser.token !== T.CLOSE_PAREN) {
    do {
      if (parser.token === T.NAME) {
        declare(parser, parser.nameOf(parser.name));
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
        open.isVararg = true;
      } else parser.refuse("<name> or '...' expected");
    } while (!open.isVararg && parser.take(T.COMMA));
  }
  activate(parser, count);
  C.reserve(parser, open.locals);
  return parameters;
}
