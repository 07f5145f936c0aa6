// Control structures.

import * as C from "../compiler/code.ts";
import * as D from "../compiler/discharge.ts";
import { type Jumps, joined, Operand } from "../compiler/operand.ts";
import { goOnIfFalse, goOnIfTrue, leaveIfFalse } from "../compiler/operators.ts";
import { activate, declare, enterBlock, leaveBlock } from "../compiler/variables.ts";
import * as T from "../lexer/token-kind.ts";
import { adjust } from "./assignments.ts";
import type {
  Clause,
  DoStatement,
  Expression,
  ForGenericStatement,
  ForNumericStatement,
  Identifier,
  IfStatement,
  RepeatStatement,
  Statement,
  WhileStatement,
} from "./ast.ts";
import { readExpression, readExpressions } from "./expressions.ts";
import { readGoto } from "./jumps.ts";
import type { Parser } from "./parser.ts";
import { readName } from "./suffixed.ts";

export function readDo(parser: Parser): DoStatement {
  const { start, line } = parser;
  parser.next();
  const body = readBlock(parser);
  parser.close(T.END, T.DO, line);
  return { type: "DoStatement", body, range: parser.rangeFrom(start) };
}

export function readWhile(parser: Parser): WhileStatement {
  const { start, line } = parser;
  parser.next();
  const begin = C.markTarget(parser);
  const operand = new Operand();
  const condition = readExpression(parser, operand);
  const leaving = leaveIfFalse(parser, operand);
  enterBlock(parser, true);
  parser.expect(T.DO);
  const body = readBlock(parser);
  C.jumpTo(parser, C.jump(parser), begin);
  parser.close(T.END, T.WHILE, line);
  leaveBlock(parser);
  C.jumpHere(parser, leaving);
  return { type: "WhileStatement", condition, body, range: parser.rangeFrom(start) };
}

export function readRepeat(parser: Parser): RepeatStatement {
  const { start, line } = parser;
  const begin = C.markTarget(parser);
  enterBlock(parser, true);
  enterBlock(parser, false);
  parser.next();
  const body = parser.statements(parser);
  parser.close(T.UNTIL, T.REPEAT, line);
  const operand = new Operand();
  const condition = readExpression(parser, operand);
  const again = leaveIfFalse(parser, operand);
  leaveBlock(parser);
  C.jumpTo(parser, again, begin);
  leaveBlock(parser);
  return { type: "RepeatStatement", condition, body, range: parser.rangeFrom(start) };
}

function readBlock(parser: Parser): Statement[] {
  enterBlock(parser, false);
  const body = parser.statements(parser);
  leaveBlock(parser);
  return body;
}

export function readIf(parser: Parser): IfStatement {
  const { start, line } = parser;
  const clauses: Clause[] = [];
  let leaving: Jumps;
  do {
    leaving = joined(leaving, readTest(parser, clauses));
  } while (parser.token === T.ELSEIF);
  const elseStart = parser.start;
  if (parser.take(T.ELSE)) {
    const body = readBlock(parser);
    clauses.push({ type: "ElseClause", body, range: parser.rangeFrom(elseStart) });
  }
  parser.close(T.END, T.IF, line);
  C.jumpHere(parser, leaving);
  return { type: "IfStatement", clauses, range: parser.rangeFrom(start) };
}

/** One condition with its block; answers the jump over what follows. */
function readTest(parser: Parser, clauses: Clause[]): Jumps {
  const { start, token } = parser;
  parser.next();
  const operand = new Operand();
  const condition = readExpression(parser, operand);
  parser.expect(T.THEN);
  const body: Statement[] = [];
  let leaving: Jumps;
  const leavesNow = parser.token === T.GOTO || parser.token === T.BREAK;
  if (!leavesNow || !readOnlyGoto(parser, operand, body)) {
    let skipped: Jumps;
    if (leavesNow) skipped = C.jump(parser);
    else {
      goOnIfTrue(parser, operand);
      enterBlock(parser, false);
      skipped = operand.whenFalse;
    }
    parser.statements(parser, body);
    leaveBlock(parser);
    if (parser.token === T.ELSE || parser.token === T.ELSEIF) leaving = C.jump(parser);
    C.jumpHere(parser, skipped);
  }
  const type = token === T.IF ? "IfClause" : "ElseifClause";
  clauses.push({ type, condition, body, range: parser.rangeFrom(start) });
  return leaving;
}

/** A block that starts with a goto: the condition itself jumps. True if nothing else is in it. */
function readOnlyGoto(parser: Parser, condition: Operand, body: Statement[]): boolean {
  goOnIfFalse(parser, condition);
  enterBlock(parser, false);
  body.push(readGoto(parser, condition.whenTrue));
  while (parser.take(T.SEMICOLON));
  if (!parser.isBlockEnd(false)) return false;
  leaveBlock(parser);
  return true;
}

export function readFor(parser: Parser): ForNumericStatement | ForGenericStatement {
  const { start, line } = parser;
  enterBlock(parser, true);
  parser.next();
  const variable = readName(parser);
  let node: ForNumericStatement | ForGenericStatement;
  if (parser.token === T.ASSIGN) node = readNumeric(parser, variable, start);
  else if (parser.token === T.COMMA || parser.token === T.IN) node = readGeneric(parser, variable, start);
  else parser.refuse("'=' or 'in' expected");
  parser.close(T.END, T.FOR, line);
  leaveBlock(parser);
  return { ...node, range: parser.rangeFrom(start) };
}

function readNumeric(parser: Parser, variable: Identifier, from: number): ForNumericStatement {
  for (const hidden of ["(for index)", "(for limit)", "(for step)"]) declare(parser, parser.nameOf(hidden));
  declare(parser, parser.nameOf(variable.name));
  parser.next();
  const start = readToRegister(parser);
  parser.expect(T.COMMA);
  const end = readToRegister(parser);
  let step: Expression | null = null;
  if (parser.take(T.COMMA)) step = readToRegister(parser);
  else {
    C.loadConstant(parser, C.integerConstant(parser, 1));
    C.reserve(parser, 1);
  }
  const body = readForBody(parser, 1, true);
  return { type: "ForNumericStatement", variable, start, end, step, body, range: [from, from] };
}

function readToRegister(parser: Parser): Expression {
  const operand = new Operand();
  const node = readExpression(parser, operand);
  D.toNextRegister(parser, operand);
  return node;
}

function readGeneric(parser: Parser, first: Identifier, from: number): ForGenericStatement {
  for (const hidden of ["(for generator)", "(for state)", "(for control)"])
    declare(parser, parser.nameOf(hidden));
  declare(parser, parser.nameOf(first.name));
  const variables = [first];
  while (parser.take(T.COMMA)) {
    if (parser.token === T.NAME) declare(parser, parser.nameOf(parser.name));
    variables.push(readName(parser));
  }
  parser.expect(T.IN);
  const last = new Operand();
  const iterators = readExpressions(parser, last);
  adjust(parser, 3, iterators.length, last);
  C.checkStack(parser, 3);
  const body = readForBody(parser, variables.length, false);
  return { type: "ForGenericStatement", variables, iterators, body, range: [from, from] };
}

function readForBody(parser: Parser, variables: number, isNumeric: boolean): Statement[] {
  activate(parser, 3);
  parser.expect(T.DO);
  const entry = isNumeric ? C.jumpAt(C.emit(parser), true) : C.jump(parser);
  const first = parser.open.pc - 1;
  enterBlock(parser, false);
  activate(parser, variables);
  C.reserve(parser, variables);
  const body = readBlock(parser);
  leaveBlock(parser);
  C.jumpHere(parser, entry);
  if (!isNumeric) C.emit(parser);
  C.jumpTo(parser, C.jumpAt(C.emit(parser), true), first + 1);
  return body;
}
