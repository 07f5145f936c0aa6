import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { StaticRequire } from "./requires.ts";

/** What a file does with a module that it requires, through all the locals that hold it. */
export interface ModuleUse {
  readonly require: StaticRequire;
  readonly fields: readonly FieldUse[];
  /** Where the module is handed on as a value, so that its fields may be used out of sight. */
  readonly escapes: readonly ByteRange[];
  /** Where the module itself is called: `require 'x' 'v'`. */
  readonly calls: readonly ByteRange[];
}

export interface FieldUse {
  readonly name: ByteText;
  readonly kind: "read" | "call" | "method" | "write";
  /** From the start of the expression to the end of the field: `m.f`, `m:f`, `m["f"]`. */
  readonly range: ByteRange;
  readonly nameRange: ByteRange;
  readonly scope: string;
  /** False when the local may hold something else too. */
  readonly isCertain: boolean;
}
