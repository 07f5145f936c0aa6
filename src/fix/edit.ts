import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { LuaSource } from "../lua/source.ts";

/** A piece of a text to be replaced; an empty range is an insertion. */
export interface Edit {
  readonly rule: string;
  readonly range: ByteRange;
  readonly text: ByteText;
  /** What it does, for people. */
  readonly says: string;
  /** Whether the edited text reads as it is meant to. */
  holds(after: LuaSource): boolean;
}

/** Something that a rule would report and no edit mends. */
export interface ByHand {
  readonly rule: string;
  readonly range: ByteRange;
  readonly says: string;
}
