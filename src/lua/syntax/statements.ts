// Statements: lparser.c's grammar.
import { Operand } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import { readAssignmentOrCall } from "./assignments.ts";
import type { LocalStatement, ReturnStatement, Statement } from "./ast.ts";
import { readDo, readFor, readIf, readRepeat, readWhile } from "./control.ts";
import { readExpressions } from "./expressions.ts";
import { readFunction } from "./functions.ts";
import { readGoto, readLabel } from "./jumps.ts";
import { readName, readVariableName } from "./names.ts";
import type { Parser } from "./parser.ts";
import { readMember } from "./suffixed.ts";

/** Adds to `body` up to the end of the block; `return` is its last statement. */
export function readStatements(parser: Parser, body: Statement[] = []): Statement[] {
  while (!parser.isBlockEnd(true)) {
    const isReturn = parser.token === T.RETURN;
    readStatement(parser, body);
    if (isReturn) break;
  }
  return body;
}

/** Adds what it reads to `body`: labels read on through the empty statements and labels that follow, a `;` adds nothing. */
export function readStatement(parser: Parser, body: Statement[]): void {
  const { compiler } = parser;
  compiler.enterLevel();
  if (parser.token === T.LABEL) readLabel(parser, body, readStatement);
  else if (!parser.take(T.SEMICOLON)) body.push(read(parser));
  compiler.endStatement();
  compiler.leaveLevel();
}

function read(parser: Parser): Statement {
  switch (parser.token) {
    case T.IF:
      return readIf(parser);
    case T.WHILE:
      return readWhile(parser);
    case T.DO:
      return readDo(parser);
    case T.FOR:
      return readFor(parser);
    case T.REPEAT:
      return readRepeat(parser);
    case T.FUNCTION:
      return readFunctionStatement(parser);
    case T.LOCAL:
      return readLocal(parser);
    case T.RETURN:
      return readReturn(parser);
    case T.BREAK:
    case T.GOTO:
      return readGoto(parser, parser.compiler.jump());
    default:
      return readAssignmentOrCall(parser);
  }
}

function readFunctionStatement(parser: Parser): Statement {
  const { start, line } = parser;
  const variable = new Operand();
  parser.next();
  let identifier: ReturnType<typeof readMember> | ReturnType<typeof readName>;
  const nameStart = parser.start;
  identifier = readVariableName(parser, variable);
  while (parser.token === T.DOT) identifier = readMember(parser, variable, identifier, nameStart);
  if (parser.token === T.COLON) identifier = readMember(parser, variable, identifier, nameStart);
  const value = new Operand();
  const node = readFunction(parser, value, { start, line, identifier, isLocal: false });
  parser.compiler.store(variable, value);
  return node;
}

function readLocal(parser: Parser): Statement {
  const { start } = parser;
  parser.next();
  if (!parser.take(T.FUNCTION)) return readLocals(parser, start);
  declareNext(parser);
  const identifier = readName(parser);
  parser.compiler.activate(1);
  return readFunction(parser, new Operand(), { start, line: parser.line, identifier, isLocal: true });
}

function readLocals(parser: Parser, start: number): LocalStatement {
  const variables = [];
  do {
    declareNext(parser);
    variables.push(readName(parser));
  } while (parser.take(T.COMMA));
  const last = new Operand();
  const init = parser.take(T.ASSIGN) ? readExpressions(parser, last) : [];
  parser.compiler.adjust(variables.length, init.length, last);
  parser.compiler.activate(variables.length);
  return { type: "LocalStatement", variables, init, range: parser.rangeFrom(start) };
}

function declareNext(parser: Parser): void {
  if (parser.token === T.NAME) parser.compiler.declare(parser.name);
}

function readReturn(parser: Parser): ReturnStatement {
  const { start } = parser;
  parser.next();
  const last = new Operand();
  const isEmpty = parser.isBlockEnd(true) || parser.token === T.SEMICOLON;
  const list = isEmpty ? [] : readExpressions(parser, last);
  parser.compiler.returnValues(list.length, last);
  parser.take(T.SEMICOLON);
  return { type: "ReturnStatement", arguments: list, range: parser.rangeFrom(start) };
}
