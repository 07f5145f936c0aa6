// Names, parentheses, and what follows them: fields, indices and calls.
import type { ByteText } from "../../base/byte-text.ts";
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { Call, Expression, MemberExpression, StringLiteral } from "./ast.ts";
import { readExpression, readExpressions } from "./expressions.ts";
import { readConstantName, readVariableName } from "./names.ts";
import type { Parser } from "./parser.ts";
import { readIndex, readTable } from "./tables.ts";

export function readSuffixed(parser: Parser, operand: Expressed): Expression {
  const { start, line, compiler } = parser;
  let node = readPrimary(parser, operand);
  for (;;) {
    switch (parser.token) {
      case T.DOT:
        node = readMember(parser, operand, node, start);
        break;
      case T.OPEN_BRACKET: {
        const key = parser.compiler.operand();
        compiler.toRegisterOrUpvalue(operand);
        const index = readIndex(parser, key);
        compiler.index(operand, key);
        node = { type: "IndexExpression", base: node, index, range: parser.rangeFrom(start) };
        break;
      }
      case T.COLON: {
        const key = parser.compiler.operand();
        parser.next();
        const identifier = readConstantName(parser, key);
        node = {
          type: "MemberExpression",
          indexer: ":",
          identifier,
          base: node,
          range: parser.rangeFrom(start),
        };
        compiler.method(operand, key);
        node = readCall(parser, operand, node, start, line);
        break;
      }
      case T.OPEN_PAREN:
      case T.OPEN_BRACE:
      case T.STRING:
        compiler.openCall(operand);
        node = readCall(parser, operand, node, start, line);
        break;
      default:
        return node;
    }
  }
}

/** `.name` or `:name` */
export function readMember(
  parser: Parser,
  operand: Expressed,
  base: Expression,
  start: number,
): MemberExpression {
  const { compiler } = parser;
  const indexer = parser.token === T.COLON ? ":" : ".";
  const key = parser.compiler.operand();
  compiler.toRegisterOrUpvalue(operand);
  parser.next();
  const identifier = readConstantName(parser, key);
  compiler.index(operand, key);
  return { type: "MemberExpression", indexer, identifier, base, range: parser.rangeFrom(start) };
}

function readPrimary(parser: Parser, operand: Expressed): Expression {
  if (parser.token === T.NAME) return readVariableName(parser, operand);
  if (parser.token !== T.OPEN_PAREN) parser.refuse("unexpected symbol");
  const { line } = parser;
  parser.next();
  const node = readExpression(parser, operand);
  parser.close(T.CLOSE_PAREN, T.OPEN_PAREN, line);
  parser.compiler.discharge(operand);
  return node;
}

function readCall(parser: Parser, operand: Expressed, base: Expression, start: number, line: number): Call {
  const last = parser.compiler.operand();
  const call = readArguments(parser, last, base, start, line);
  parser.compiler.call(operand, last);
  return call;
}

function readArguments(parser: Parser, last: Expressed, base: Expression, start: number, line: number): Call {
  switch (parser.token) {
    case T.OPEN_PAREN: {
      if (parser.isOnNewLine && parser.dialect.refusesCallsOnNewLines)
        parser.refuse(parser.dialect.words.ambiguous);
      parser.next();
      const list = parser.token === T.CLOSE_PAREN ? [] : readExpressions(parser, last);
      parser.compiler.takeArguments(last);
      parser.close(T.CLOSE_PAREN, T.OPEN_PAREN, line);
      return { type: "CallExpression", base, arguments: list, range: parser.rangeFrom(start) };
    }
    case T.OPEN_BRACE: {
      const table = readTable(parser, last);
      return { type: "TableCallExpression", base, arguments: table, range: parser.rangeFrom(start) };
    }
    case T.STRING: {
      const argument = readString(parser, last);
      return { type: "StringCallExpression", base, argument, range: parser.rangeFrom(start) };
    }
    default:
      return parser.refuse("function arguments expected");
  }
}

function readString(parser: Parser, operand: Expressed): StringLiteral {
  const { name, start, end } = parser;
  parser.compiler.literal(operand);
  const raw = parser.text.slice(start, end) as ByteText;
  parser.next();
  return { type: "StringLiteral", value: name as ByteText, raw, range: [start, end] };
}
