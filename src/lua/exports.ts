import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

export interface Signature {
  /** Names, without `self` of a method and without `...`. */
  readonly params: readonly string[];
  readonly isVararg: boolean;
  /** Written with a colon: it has a hidden first parameter `self`. */
  readonly isMethod: boolean;
}

export type ExportValue =
  | { readonly kind: "function"; readonly signature: Signature; readonly range: ByteRange }
  | { readonly kind: "table" }
  /** A number, string, boolean, or what an operator makes. */
  | { readonly kind: "value" }
  /** `M.x = require 'y'`, or a field of what was required: `M.f = other.f` has path `["f"]`. */
  | { readonly kind: "module"; readonly module: ByteText; readonly path: readonly ByteText[] }
  | { readonly kind: "unknown" };

/** A field of the module table. One name may be set several times. */
export interface Export {
  readonly name: ByteText;
  readonly value: ExportValue;
  /** The statement or table field that sets it. */
  readonly range: ByteRange;
  readonly nameRange: ByteRange;
  /** Set inside a function, so not there right after loading. */
  readonly isLazy: boolean;
  /** Set as `self.x` in a method: it may be a field of an instance instead. */
  readonly isOnSelf: boolean;
}

/** What `require` of this file gives. */
export type Ending =
  /** `return M`; `local` is its name, undefined for `return { … }`. */
  | { readonly kind: "table"; readonly local: string | undefined; readonly range: ByteRange }
  | { readonly kind: "function"; readonly signature: Signature; readonly range: ByteRange }
  | { readonly kind: "module"; readonly module: ByteText; readonly range: ByteRange }
  /** Something that is computed: a call, a parameter, a value. */
  | { readonly kind: "other"; readonly range: ByteRange }
  /** The chunk ends without a return, or with an empty one. */
  | { readonly kind: "none" };

/** Where fields of the module table are set that cannot be named. */
export interface Opening {
  readonly kind: "dynamic-field" | "passed-on" | "metatable" | "computed";
  readonly range: ByteRange;
}

export interface ModuleTable {
  readonly ending: Ending;
  readonly exports: readonly Export[];
  readonly openings: readonly Opening[];
  /** There may be fields besides `exports`. */
  readonly isOpen: boolean;
  /** Returns at top level before the end of the file. */
  readonly earlyReturns: readonly ByteRange[];
}
