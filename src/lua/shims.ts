import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";

/** A temporary adapter, marked `@deprecated` in an ordinary comment (`---` marks LuaLS documentation instead). Playbook, "Parity & shims". */
export interface Shim {
  /** The comments of the header, from the first to the end of the last. */
  readonly range: ByteRange;
  /** From `@deprecated` to the end of its line. */
  readonly markRange: ByteRange;
  /** What follows `@deprecated`. */
  readonly deprecated: ByteText;
  readonly expires: Expiry;
  readonly removal: { readonly phase: ByteText; readonly range: ByteRange } | undefined;
  readonly target: ShimTarget;
}

export type Expiry =
  | { readonly kind: "date"; readonly date: string; readonly range: ByteRange }
  /** No date of the calendar: `After Phase 5`, `[date]`, `2025-02-30`. */
  | { readonly kind: "not-a-date"; readonly text: ByteText; readonly range: ByteRange }
  | { readonly kind: "missing" };

export type ShimTarget =
  | { readonly kind: "file" }
  | {
      readonly kind: "function";
      readonly name: ByteText;
      readonly params: readonly string[];
      readonly range: ByteRange;
    }
  /** It stands on something else, or on nothing. */
  | { readonly kind: "none" };
