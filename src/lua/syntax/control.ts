// Control structures.
import type { OpenIf } from "../compiler/control.ts";
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
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
import { readName } from "./names.ts";
import type { Parser } from "./parser.ts";

export function readDo(parser: Parser): DoStatement {
  const { start, line } = parser;
  parser.next();
  const body = readBlock(parser);
  parser.close(T.END, T.DO, line);
  return { type: "DoStatement", body, range: parser.rangeFrom(start) };
}

export function readWhile(parser: Parser): WhileStatement {
  const { start, line, compiler } = parser;
  parser.next();
  const loop = compiler.openWhile();
  const operand = parser.compiler.operand();
  const condition = readExpression(parser, operand);
  compiler.enterWhile(loop, operand);
  parser.expect(T.DO);
  const body = readBlock(parser);
  parser.close(T.END, T.WHILE, line);
  compiler.closeWhile(loop);
  return { type: "WhileStatement", condition, body, range: parser.rangeFrom(start) };
}

/** The condition sees the locals of the body. */
export function readRepeat(parser: Parser): RepeatStatement {
  const { start, line, compiler } = parser;
  const loop = compiler.openRepeat();
  parser.next();
  const body = parser.statements(parser);
  parser.close(T.UNTIL, T.REPEAT, line);
  const operand = parser.compiler.operand();
  const condition = readExpression(parser, operand);
  compiler.closeRepeat(loop, operand);
  return { type: "RepeatStatement", condition, body, range: parser.rangeFrom(start) };
}

function readBlock(parser: Parser): Statement[] {
  parser.compiler.enterBlock(false);
  const body = parser.statements(parser);
  parser.compiler.leaveBlock();
  return body;
}

export function readIf(parser: Parser): IfStatement {
  const { start, line, compiler } = parser;
  const clauses: Clause[] = [];
  const branches = compiler.openIf();
  do clauses.push(readClause(parser, branches));
  while (parser.token === T.ELSEIF);
  const elseStart = parser.start;
  if (parser.take(T.ELSE)) {
    const body = readBlock(parser);
    clauses.push({ type: "ElseClause", body, range: parser.rangeFrom(elseStart) });
  }
  parser.close(T.END, T.IF, line);
  compiler.closeIf(branches);
  return { type: "IfStatement", clauses, range: parser.rangeFrom(start) };
}

/** One condition with its block. */
function readClause(parser: Parser, branches: OpenIf): Clause {
  const { start, token, compiler } = parser;
  parser.next();
  const operand = parser.compiler.operand();
  const condition = readExpression(parser, operand);
  parser.expect(T.THEN);
  const body: Statement[] = [];
  const isGoto = parser.token === T.GOTO || parser.token === T.BREAK;
  if (isGoto && compiler.jumpsFor(parser.token)) readFirstGoto(parser, branches, operand, body);
  else compiler.enterBranch(branches, operand);
  parser.statements(parser, body);
  compiler.leaveBranch(branches, parser.token !== T.ELSE && parser.token !== T.ELSEIF);
  const type = token === T.IF ? "IfClause" : "ElseifClause";
  return { type, condition, body, range: parser.rangeFrom(start) };
}

/** A block that starts with a goto: the condition itself jumps. */
function readFirstGoto(parser: Parser, branches: OpenIf, condition: Expressed, body: Statement[]): void {
  body.push(readGoto(parser, condition));
  while (parser.take(T.SEMICOLON));
  if (parser.isBlockEnd(false)) parser.compiler.endGoto(branches);
  else parser.compiler.continueBranch(branches);
}

export function readFor(parser: Parser): ForNumericStatement | ForGenericStatement {
  const { start, line, compiler } = parser;
  compiler.enterBlock(true);
  parser.next();
  const variable = readName(parser);
  let node: ForNumericStatement | ForGenericStatement;
  if (parser.token === T.ASSIGN) node = readNumeric(parser, variable, start);
  else if (parser.token === T.COMMA || parser.token === T.IN) node = readGeneric(parser, variable, start);
  else parser.refuse("'=' or 'in' expected");
  parser.close(T.END, T.FOR, line);
  compiler.leaveBlock();
  return { ...node, range: parser.rangeFrom(start) };
}

function readNumeric(parser: Parser, variable: Identifier, from: number): ForNumericStatement {
  const { compiler } = parser;
  compiler.declareLoop("numeric");
  compiler.declare(variable.name);
  parser.next();
  const start = readToRegister(parser);
  parser.expect(T.COMMA);
  const end = readToRegister(parser);
  let step: Expression | null = null;
  if (parser.take(T.COMMA)) step = readToRegister(parser);
  else compiler.stepByOne();
  const body = readForBody(parser, 1, "numeric");
  return { type: "ForNumericStatement", variable, start, end, step, body, range: [from, from] };
}

function readToRegister(parser: Parser): Expression {
  const operand = parser.compiler.operand();
  const node = readExpression(parser, operand);
  parser.compiler.toNextRegister(operand);
  return node;
}

function readGeneric(parser: Parser, first: Identifier, from: number): ForGenericStatement {
  const { compiler } = parser;
  compiler.declareLoop("generic");
  compiler.declare(first.name);
  const variables = [first];
  while (parser.take(T.COMMA)) {
    if (parser.token === T.NAME) compiler.declare(parser.name);
    variables.push(readName(parser));
  }
  parser.expect(T.IN);
  const last = parser.compiler.operand();
  const iterators = readExpressions(parser, last);
  compiler.takeIterator(iterators.length, last);
  const body = readForBody(parser, variables.length, "generic");
  return { type: "ForGenericStatement", variables, iterators, body, range: [from, from] };
}

function readForBody(parser: Parser, variables: number, kind: "numeric" | "generic"): Statement[] {
  const { compiler } = parser;
  compiler.activateLoop(kind);
  parser.expect(T.DO);
  const loop = compiler.enterFor(kind, variables);
  const body = readBlock(parser);
  compiler.closeForBody(kind, loop);
  return body;
}
