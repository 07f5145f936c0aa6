// Expressions: lparser.c's grammar. Each reader answers a node, and leaves in `operand` what the compiler knows about it.
import type { ByteText } from "../../base/byte-text.ts";
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { BinaryOperator, Expression, Literal, UnaryExpression } from "./ast.ts";
import { readFunction } from "./functions.ts";
import type { Parser } from "./parser.ts";
import { readSuffixed } from "./suffixed.ts";
import { readTable } from "./tables.ts";

/** How strongly an operator binds to its left and to its right; 0 for what is not an operator. */
const LEFT = new Uint8Array(128);
const RIGHT = new Uint8Array(128);
const UNARY = 12;
const BINDING: readonly (readonly [left: number, right: number, ...operators: number[]])[] = [
  [1, 1, T.OR],
  [2, 2, T.AND],
  [3, 3, T.EQUAL, T.UNEQUAL, T.LESS, T.AT_MOST, T.GREATER, T.AT_LEAST],
  [4, 4, T.BAR],
  [5, 5, T.TILDE],
  [6, 6, T.AMPERSAND],
  [7, 7, T.SHIFT_LEFT, T.SHIFT_RIGHT],
  [9, 8, T.CONCAT],
  [10, 10, T.PLUS, T.MINUS],
  [11, 11, T.STAR, T.PERCENT, T.SLASH, T.FLOOR_SLASH],
  [14, 13, T.CARET],
];
for (const [left, right, ...operators] of BINDING) {
  for (const operator of operators) {
    LEFT[operator] = left;
    RIGHT[operator] = right;
  }
}

export function readExpression(parser: Parser, operand: Expressed): Expression {
  return readOperation(parser, operand, 0);
}

/** `exp { ',' exp }`; all but the last go to registers. */
export function readExpressions(parser: Parser, operand: Expressed): Expression[] {
  const list = [readOperation(parser, operand, 0)];
  while (parser.take(T.COMMA)) {
    parser.compiler.toNextRegister(operand);
    list.push(readOperation(parser, operand, 0));
  }
  return list;
}

/** Reads as long as operators bind more strongly than `limit`. */
function readOperation(parser: Parser, operand: Expressed, limit: number): Expression {
  const { start, compiler } = parser;
  compiler.enterLevel();
  let node = isUnary(parser.token) ? readUnary(parser, operand) : readSimple(parser, operand);
  for (;;) {
    const operator = parser.token;
    if ((LEFT[operator] ?? 0) <= limit) break;
    parser.next();
    compiler.prepareLeft(operator, operand);
    const other = parser.compiler.operand();
    const right = readOperation(parser, other, RIGHT[operator] ?? 0);
    compiler.applyBinary(operator, operand, other);
    node = binary(operator, node, right, [start, parser.previousEnd]);
  }
  compiler.leaveLevel();
  return node;
}

function binary(token: number, left: Expression, right: Expression, range: [number, number]): Expression {
  const operator = T.spellingOf(token);
  if (operator === "and" || operator === "or")
    return { type: "LogicalExpression", operator, left, right, range };
  return { type: "BinaryExpression", operator: operator as BinaryOperator, left, right, range };
}

function isUnary(token: number): boolean {
  return token === T.NOT || token === T.MINUS || token === T.HASH || token === T.TILDE;
}

function readUnary(parser: Parser, operand: Expressed): UnaryExpression {
  const { start, token } = parser;
  const operator = T.spellingOf(token) as UnaryExpression["operator"];
  parser.next();
  const argument = readOperation(parser, operand, UNARY);
  parser.compiler.applyUnary(token, operand);
  return { type: "UnaryExpression", operator, argument, range: parser.rangeFrom(start) };
}

function readSimple(parser: Parser, operand: Expressed): Expression {
  switch (parser.token) {
    case T.OPEN_BRACE:
      return readTable(parser, operand);
    case T.FUNCTION: {
      const { start } = parser;
      parser.next();
      return readFunction(parser, operand, { start, line: parser.line, identifier: null, isLocal: false });
    }
    case T.INTEGER:
    case T.FLOAT:
    case T.STRING:
    case T.NIL:
    case T.TRUE:
    case T.FALSE:
    case T.DOTS:
      return readLiteral(parser, operand);
    default:
      return readSuffixed(parser, operand);
  }
}

function readLiteral(parser: Parser, operand: Expressed): Literal {
  const { token, start, end, name, number } = parser;
  const raw = parser.text.slice(start, end) as ByteText;
  const range = [start, end] as const;
  parser.compiler.literal(operand);
  parser.next();
  switch (token) {
    case T.STRING:
      return { type: "StringLiteral", value: name as ByteText, raw, range };
    case T.NIL:
      return { type: "NilLiteral", value: null, raw, range };
    case T.TRUE:
    case T.FALSE:
      return { type: "BooleanLiteral", value: token === T.TRUE, raw, range };
    case T.DOTS:
      return { type: "VarargLiteral", value: "...", raw, range };
    default:
      return { type: "NumericLiteral", value: Number(number), raw, range };
  }
}
