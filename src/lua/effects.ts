import type { ByteRange } from "../base/position.ts";
import type { Callee } from "./calls.ts";

/** What loading the file does besides defining: in source order, also inside top-level blocks and functions that are called at once. */
export interface Effect {
  readonly kind: "call" | "write";
  /** The call with its arguments; of a write, the target. */
  readonly range: ByteRange;
  /** What is called, or what is written to. */
  readonly callee: Callee;
}
