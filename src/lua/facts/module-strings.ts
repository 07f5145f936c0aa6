import type { ByteText } from "../../base/byte-text.ts";
import type { StringLiteral } from "../syntax/ast.ts";
import { type TextLiteral, textLiteral } from "../syntax/literals.ts";
import type { Reading } from "../values/reading.ts";

/** A string that reads like a module name (`a.b.c`, `a/b`) outside a require: what a lazy registry is made of. */
export interface ModuleString {
  readonly name: ByteText;
  readonly literal: TextLiteral;
}

const MODULE_NAME = /^[A-Za-z_][\w-]*(?:[./][A-Za-z_][\w-]*)+$/;
/** Longer than any path that a file system takes. */
const LONGEST_NAME = 1000;

export function moduleStringsOf({ text, scopes, tracing }: Reading): readonly ModuleString[] {
  const required = new Set<unknown>(tracing.requireCalls().map(({ argument }) => argument));
  return scopes.strings
    .filter((node) => isModuleName(node) && !required.has(node))
    .map((node) => ({ name: node.value, literal: textLiteral(node, text) }));
}

function isModuleName({ value }: StringLiteral): boolean {
  return value.length <= LONGEST_NAME && MODULE_NAME.test(value);
}
