import type { Position } from "../../base/position.ts";
import type { KeyPath } from "./fault.ts";

/** Where in a text the keys and values of a policy stand. */
export interface TextMap {
  /** Where the key stands that `pointer` ends in, or the item of a list; undefined if the text does not hold it. */
  key(pointer: KeyPath): Position | undefined;
  /** Where the value stands. */
  value(pointer: KeyPath): Position | undefined;
}

/** For a text that could not be read. */
export const NOWHERE: TextMap = { key: () => undefined, value: () => undefined };
