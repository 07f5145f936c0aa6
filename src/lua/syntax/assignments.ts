// Assignments and calls.
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { AssignmentStatement, CallStatement, Expression, Variable } from "./ast.ts";
import { readExpressions } from "./expressions.ts";
import type { Parser } from "./parser.ts";
import { readSuffixed } from "./suffixed.ts";

export function readAssignmentOrCall(parser: Parser): AssignmentStatement | CallStatement {
  const { start } = parser;
  const operand = parser.compiler.operand();
  const first = readSuffixed(parser, operand);
  if (parser.token === T.ASSIGN || parser.token === T.COMMA)
    return readAssignment(parser, first, operand, start);
  if (!parser.compiler.isCall(operand)) {
    parser.refuse(parser.compiler.canBeAssigned(operand) ? parser.dialect.words.alone : "syntax error");
  }
  if (!isCall(first)) throw new Error("the compiler sees a call where the tree has none");
  return { type: "CallStatement", expression: first, range: parser.rangeFrom(start) };
}

function isCall(node: Expression): node is CallStatement["expression"] {
  return (
    node.type === "CallExpression" ||
    node.type === "TableCallExpression" ||
    node.type === "StringCallExpression"
  );
}

function isVariable(node: Expression): node is Variable {
  return node.type === "Identifier" || node.type === "MemberExpression" || node.type === "IndexExpression";
}

function readAssignment(
  parser: Parser,
  first: Expression,
  operand: Expressed,
  start: number,
): AssignmentStatement {
  const variables = [variableOf(parser, first, operand, true)];
  const targets = [operand];
  while (parser.take(T.COMMA)) {
    const target = parser.compiler.operand();
    const node = readSuffixed(parser, target);
    parser.compiler.prepareTarget(targets, target);
    variables.push(variableOf(parser, node, target, false));
    targets.push(target);
  }
  parser.expect(T.ASSIGN);
  const last = parser.compiler.operand();
  const init = readExpressions(parser, last);
  parser.compiler.assign(targets, init.length, last);
  return { type: "AssignmentStatement", variables, init, range: parser.rangeFrom(start) };
}

/** Refuses what can't be assigned to. */
function variableOf(parser: Parser, node: Expression, operand: Expressed, isFirst: boolean): Variable {
  const { compiler } = parser;
  if (!compiler.canBeAssigned(operand) || !isVariable(node)) {
    // Before 5.2 a call was a statement by itself, whatever follows.
    const isOver = isFirst && compiler.isCall(operand) && parser.dialect.words.alone !== "syntax error";
    parser.refuse(isOver ? "unexpected symbol" : "syntax error");
  }
  compiler.checkWritable(operand);
  return node;
}
