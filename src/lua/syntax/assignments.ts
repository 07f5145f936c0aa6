// Assignments and calls.

import * as C from "../compiler/code.ts";
import * as D from "../compiler/discharge.ts";
import * as K from "../compiler/operand.ts";
import { hasManyValues, Operand } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { AssignmentStatement, CallStatement, Expression, Variable } from "./ast.ts";
import { readExpressions } from "./expressions.ts";
import type { Parser } from "./parser.ts";
import { readSuffixed } from "./suffixed.ts";

export function readAssignmentOrCall(parser: Parser): AssignmentStatement | CallStatement {
  const { start } = parser;
  const operand = new Operand();
  const first = readSuffixed(parser, operand);
  if (parser.token === T.ASSIGN || parser.token === T.COMMA)
    return readAssignment(parser, first, operand, start);
  if (operand.kind !== K.CALL) parser.refuse("syntax error");
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
  operand: Operand,
  start: number,
): AssignmentStatement {
  const variables: Variable[] = [];
  const targets: Operand[] = [];
  addTarget(parser, first, operand, variables, targets);
  while (parser.take(T.COMMA)) {
    const target = new Operand();
    const node = readSuffixed(parser, target);
    if (target.kind !== K.INDEXED) keepSafe(parser, targets, target);
    parser.checkLevels(targets.length);
    addTarget(parser, node, target, variables, targets);
  }
  parser.expect(T.ASSIGN);
  const last = new Operand();
  const init = readExpressions(parser, last);
  assign(parser, targets, init.length, last);
  return { type: "AssignmentStatement", variables, init, range: parser.rangeFrom(start) };
}

function addTarget(
  parser: Parser,
  node: Expression,
  operand: Operand,
  variables: Variable[],
  targets: Operand[],
): void {
  const canBeAssigned = operand.kind >= K.LOCAL && operand.kind <= K.INDEXED;
  if (!canBeAssigned || !isVariable(node)) parser.refuse("syntax error");
  variables.push(node);
  targets.push(operand);
}

/** A table or key in an earlier target that is the local assigned now is read from a copy. */
function keepSafe(parser: Parser, targets: readonly Operand[], assigned: Operand): void {
  const copy = parser.open.freeRegister;
  let conflicts = false;
  for (const target of targets) {
    if (target.kind !== K.INDEXED) continue;
    const isTable = target.isTableUpvalue === (assigned.kind === K.UPVALUE) && target.table === assigned.info;
    if (isTable && (assigned.kind === K.UPVALUE || assigned.kind === K.LOCAL)) {
      conflicts = true;
      target.isTableUpvalue = false;
      target.table = copy;
    }
    if (assigned.kind === K.LOCAL && target.key === assigned.info) {
      conflicts = true;
      target.key = copy;
    }
  }
  if (!conflicts) return;
  C.emit(parser);
  C.reserve(parser, 1);
}

/** Stores the values, the last one first. */
function assign(parser: Parser, targets: readonly Operand[], values: number, last: Operand): void {
  let left = targets.length;
  if (values === left) {
    D.takeOne(last);
    const target = targets[--left];
    if (target !== undefined) D.store(parser, target, last);
  } else adjust(parser, left, values, last);
  while (left > 0) {
    const value = new Operand();
    value.set(K.FIXED, parser.open.freeRegister - 1);
    const target = targets[--left];
    if (target !== undefined) D.store(parser, target, value);
  }
}

/** As many values as variables. */
export function adjust(parser: Parser, variables: number, values: number, last: Operand): void {
  let extra = variables - values;
  if (hasManyValues(last)) {
    extra = Math.max(0, extra + 1);
    D.takeMany(parser, last);
    if (extra > 1) C.reserve(parser, extra - 1);
  } else {
    if (last.kind !== K.VOID) D.toNextRegister(parser, last);
    if (extra > 0) {
      const register = parser.open.freeRegister;
      C.reserve(parser, extra);
      C.loadNil(parser, register, extra);
    }
  }
  if (values > variables) parser.open.freeRegister -= values - variables;
}
