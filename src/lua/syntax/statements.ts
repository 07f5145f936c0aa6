// Statements: lparser.c's grammar.
import * as T from "../lexer/token-kind.ts";
import { readAssignmentOrCall } from "./assignments.ts";
import type { Identifier, LocalStatement, ReturnStatement, Statement } from "./ast.ts";
import { readDo, readFor, readIf, readRepeat, readWhile } from "./control.ts";
import { readExpressions } from "./expressions.ts";
import { readFunction } from "./functions.ts";
import { readGoto, readLabel } from "./jumps.ts";
import { readName, readVariableName } from "./names.ts";
import type { Parser } from "./parser.ts";
import { readMember } from "./suffixed.ts";

/** Adds to `body` up to the end of the block; `return`, and in some versions `break`, is its last statement. */
export function readStatements(parser: Parser, body: Statement[] = []): Statement[] {
  const { compiler } = parser;
  const { hasEmptyStatements } = parser.dialect;
  compiler.enterStatements();
  while (!parser.isBlockEnd(true)) {
    const isReturn = parser.token === T.RETURN;
    const isLast = isReturn || (!hasEmptyStatements && parser.token === T.BREAK);
    readStatement(parser, body);
    // A return has taken its own semicolon.
    if (!hasEmptyStatements && !isReturn) parser.take(T.SEMICOLON);
    if (isLast) break;
  }
  compiler.leaveStatements();
  return body;
}

/** Adds what it reads to `body`: labels read on through the empty statements and labels that follow, a `;` adds nothing. */
export function readStatement(parser: Parser, body: Statement[]): void {
  const { compiler } = parser;
  compiler.enterStatement();
  if (parser.token === T.LABEL) readLabel(parser, body, readStatement);
  else if (!parser.dialect.hasEmptyStatements || !parser.take(T.SEMICOLON)) body.push(read(parser));
  compiler.leaveStatement();
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
      return readGoto(parser);
    default:
      return parser.startsGoto() ? readGoto(parser) : readAssignmentOrCall(parser);
  }
}

function readFunctionStatement(parser: Parser): Statement {
  const { start, line } = parser;
  const variable = parser.compiler.operand();
  parser.next();
  let identifier: ReturnType<typeof readMember> | ReturnType<typeof readName>;
  const nameStart = parser.start;
  identifier = readVariableName(parser, variable);
  while (parser.token === T.DOT) identifier = readMember(parser, variable, identifier, nameStart);
  if (parser.token === T.COLON) identifier = readMember(parser, variable, identifier, nameStart);
  const value = parser.compiler.operand();
  const node = readFunction(parser, value, { start, line, identifier, isLocal: false });
  parser.compiler.checkWritable(variable);
  parser.compiler.store(variable, value);
  return node;
}

function readLocal(parser: Parser): Statement {
  const { start } = parser;
  parser.next();
  if (!parser.take(T.FUNCTION)) return readLocals(parser, start);
  declareNext(parser);
  const identifier = readName(parser);
  parser.compiler.openLocalFunction();
  const operand = parser.compiler.operand();
  const node = readFunction(parser, operand, { start, line: parser.line, identifier, isLocal: true });
  parser.compiler.closeLocalFunction(operand);
  return node;
}

function readLocals(parser: Parser, start: number): LocalStatement {
  declareNext(parser);
  const variables = [readLocalName(parser)];
  while (parser.take(T.COMMA)) {
    declareNext(parser);
    variables.push(readLocalName(parser));
  }
  const last = parser.compiler.operand();
  const init = parser.take(T.ASSIGN) ? readExpressions(parser, last) : [];
  parser.compiler.defineLocals(variables.length, init.length, last);
  return { type: "LocalStatement", variables, init, range: parser.rangeFrom(start) };
}

/** In 5.4 with an attribute that may follow: `x <const>`. */
function readLocalName(parser: Parser): Identifier {
  const name = readName(parser);
  if (!parser.dialect.hasAttributes || !parser.take(T.LESS)) return name;
  const { name: attribute, range } = readName(parser);
  parser.expect(T.GREATER);
  parser.compiler.attribute(attribute, range);
  return { ...name, attribute };
}

function declareNext(parser: Parser): void {
  if (parser.token === T.NAME) parser.compiler.declare(parser.name);
}

function readReturn(parser: Parser): ReturnStatement {
  const { start } = parser;
  parser.next();
  const last = parser.compiler.operand();
  const isEmpty = parser.isBlockEnd(true) || parser.token === T.SEMICOLON;
  const list = isEmpty ? [] : readExpressions(parser, last);
  parser.compiler.returnValues(list.length, last);
  parser.take(T.SEMICOLON);
  return { type: "ReturnStatement", arguments: list, range: parser.rangeFrom(start) };
}
