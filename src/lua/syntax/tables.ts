// Table constructors.
import type { OpenTable } from "../compiler/listener.ts";
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { Expression, TableConstructorExpression, TableField } from "./ast.ts";
import { readExpression } from "./expressions.ts";
import { readConstantName } from "./names.ts";
import type { Parser } from "./parser.ts";

export function readTable(parser: Parser, operand: Expressed): TableConstructorExpression {
  const { start, line, compiler } = parser;
  const items = compiler.openTable(operand);
  parser.expect(T.OPEN_BRACE);
  const fields: TableField[] = [];
  while (parser.token !== T.CLOSE_BRACE) {
    compiler.closeItem(items);
    fields.push(readField(parser, items));
    if (!parser.take(T.COMMA) && !parser.take(T.SEMICOLON)) break;
  }
  parser.close(T.CLOSE_BRACE, T.OPEN_BRACE, line);
  compiler.closeTable(items, operand);
  return { type: "TableConstructorExpression", fields, range: parser.rangeFrom(start) };
}

function readField(parser: Parser, items: OpenTable): TableField {
  const { start } = parser;
  if (parser.token === T.NAME && parser.isAssignNext()) {
    const { value, key } = readRecord(parser, items, readConstantName);
    return { type: "TableKeyString", key, value, range: parser.rangeFrom(start) };
  }
  if (parser.token === T.OPEN_BRACKET) {
    const { value, key } = readRecord(parser, items, readIndex);
    return { type: "TableKey", key, value, range: parser.rangeFrom(start) };
  }
  const value = readExpression(parser, items.last);
  parser.compiler.addItem(items);
  return { type: "TableValue", value, range: parser.rangeFrom(start) };
}

interface Record<Key> {
  readonly key: Key;
  readonly value: Expression;
}

function readRecord<Key>(
  parser: Parser,
  items: OpenTable,
  readKey: (parser: Parser, operand: Expressed) => Key,
): Record<Key> {
  const { compiler } = parser;
  const field = compiler.openField(items);
  const key = readKey(parser, field.key);
  parser.expect(T.ASSIGN);
  compiler.takeKey(field);
  const operand = parser.compiler.operand();
  const value = readExpression(parser, operand);
  compiler.closeField(field, operand);
  return { key, value };
}

/** `[exp]` */
export function readIndex(parser: Parser, operand: Expressed): Expression {
  parser.next();
  const node = readExpression(parser, operand);
  parser.compiler.toValue(operand);
  parser.expect(T.CLOSE_BRACKET);
  return node;
}
