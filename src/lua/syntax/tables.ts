// Table constructors.

import * as C from "../compiler/code.ts";
import * as D from "../compiler/discharge.ts";
import * as K from "../compiler/operand.ts";
import { hasManyValues, Operand } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { Expression, Identifier, TableConstructorExpression, TableField } from "./ast.ts";
import { readExpression } from "./expressions.ts";
import type { Parser } from "./parser.ts";
import { readConstantName } from "./suffixed.ts";

/** LFIELDS_PER_FLUSH: list items that are kept in registers until they are stored together. */
const ITEMS_PER_STORE = 50;
/** MAXARG_C: beyond so many stores, one takes two instructions. */
const MOST_SHORT_STORES = 511;

interface Items {
  /** The last item that was read; void once it is in its register. */
  readonly last: Operand;
  count: number;
  waiting: number;
}

export function readTable(parser: Parser, operand: Operand): TableConstructorExpression {
  const { start, line } = parser;
  operand.set(K.VOID, 0);
  D.relocate(parser, operand);
  const items: Items = { last: new Operand(), count: 0, waiting: 0 };
  D.toNextRegister(parser, operand);
  parser.expect(T.OPEN_BRACE);
  const fields: TableField[] = [];
  while (parser.token !== T.CLOSE_BRACE) {
    closeItem(parser, items, operand.info);
    fields.push(readField(parser, items));
    if (!parser.take(T.COMMA) && !parser.take(T.SEMICOLON)) break;
  }
  parser.close(T.CLOSE_BRACE, T.OPEN_BRACE, line);
  closeLastItem(parser, items, operand.info);
  return { type: "TableConstructorExpression", fields, range: parser.rangeFrom(start) };
}

function readField(parser: Parser, items: Items): TableField {
  const { start } = parser;
  if (parser.token === T.NAME && parser.isAssignNext()) {
    const { value, key } = readRecord(parser, readNamedKey);
    return { type: "TableKeyString", key, value, range: parser.rangeFrom(start) };
  }
  if (parser.token === T.OPEN_BRACKET) {
    const { value, key } = readRecord(parser, readIndex);
    return { type: "TableKey", key, value, range: parser.rangeFrom(start) };
  }
  const value = readExpression(parser, items.last);
  items.count++;
  items.waiting++;
  return { type: "TableValue", value, range: parser.rangeFrom(start) };
}

interface Record<Key> {
  readonly key: Key;
  readonly value: Expression;
}

function readRecord<Key>(parser: Parser, readKey: (parser: Parser, operand: Operand) => Key): Record<Key> {
  const register = parser.open.freeRegister;
  const keyOperand = new Operand();
  const key = readKey(parser, keyOperand);
  parser.expect(T.ASSIGN);
  D.toKey(parser, keyOperand);
  const operand = new Operand();
  const value = readExpression(parser, operand);
  D.toKey(parser, operand);
  C.emit(parser);
  parser.open.freeRegister = register;
  return { key, value };
}

function readNamedKey(parser: Parser, operand: Operand): Identifier {
  return readConstantName(parser, operand);
}

/** `[exp]` */
export function readIndex(parser: Parser, operand: Operand): Expression {
  parser.next();
  const node = readExpression(parser, operand);
  D.toValue(parser, operand);
  parser.expect(T.CLOSE_BRACKET);
  return node;
}

function closeItem(parser: Parser, items: Items, table: number): void {
  if (items.last.kind === K.VOID) return;
  D.toNextRegister(parser, items.last);
  items.last.set(K.VOID, 0);
  if (items.waiting === ITEMS_PER_STORE) storeItems(parser, items, table);
}

function closeLastItem(parser: Parser, items: Items, table: number): void {
  if (items.waiting === 0) return;
  if (hasManyValues(items.last)) D.takeMany(parser, items.last);
  else if (items.last.kind !== K.VOID) D.toNextRegister(parser, items.last);
  storeItems(parser, items, table);
}

function storeItems(parser: Parser, items: Items, table: number): void {
  const stores = Math.floor((items.count - 1) / ITEMS_PER_STORE) + 1;
  C.emit(parser);
  if (stores > MOST_SHORT_STORES) C.emit(parser);
  parser.open.freeRegister = table + 1;
  items.waiting = 0;
}
