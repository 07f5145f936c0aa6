// Names, by what they stand for.
import type { Expressed } from "../compiler/operand.ts";
import * as T from "../lexer/token-kind.ts";
import type { Identifier } from "./ast.ts";
import type { Parser } from "./parser.ts";

/** A name that stands for itself. */
export function readName(parser: Parser): Identifier {
  if (parser.token !== T.NAME) parser.refuse(`${parser.dialect.words.name} expected`);
  const { name, start, end } = parser;
  parser.next();
  return { type: "Identifier", name, range: [start, end] };
}

/** A name that is the key of a field. */
export function readConstantName(parser: Parser, operand: Expressed): Identifier {
  const node = readName(parser);
  parser.compiler.fieldName(operand, node.name);
  return node;
}

/** A name that is a variable. */
export function readVariableName(parser: Parser, operand: Expressed): Identifier {
  const node = readName(parser);
  parser.compiler.resolve(node.name, operand);
  return node;
}
