import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { TextLiteral } from "./literals.ts";

export type Require = StaticRequire | DynamicRequire;

interface RequireCall {
  /** The whole call, with `pcall(…)` where there is one; not a second call of the result. */
  readonly range: ByteRange;
  /** Not when the file is loaded, but when a function of it is called. */
  readonly isLazy: boolean;
  /** By `pcall` or `xpcall`, or inside a function that one of them calls at once. */
  readonly isProtected: boolean;
  /** The locals that the module itself is bound to. */
  readonly locals: readonly string[];
  /** The enclosing function, as `LuaSource.scopeAt` names it. */
  readonly scope: string;
}

export interface StaticRequire extends RequireCall {
  readonly kind: "static";
  readonly name: ByteText;
  readonly literal: TextLiteral;
}

/** The name is computed when the program runs. */
export interface DynamicRequire extends RequireCall {
  readonly kind: "dynamic";
  /** The argument as it is written; empty when there is none. */
  readonly text: ByteText;
}
