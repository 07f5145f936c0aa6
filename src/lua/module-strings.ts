import type { ByteText } from "../base/byte-text.ts";
import type { TextLiteral } from "./literals.ts";

/** A string that reads like a module name (`a.b.c`, `a/b`) outside a require: what a lazy registry is made of. */
export interface ModuleString {
  readonly name: ByteText;
  readonly literal: TextLiteral;
}
