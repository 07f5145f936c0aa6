// A Lua pattern as a JavaScript regular expression over the same byte text: ten to a hundred times as fast. Both engines
// backtrack in the same order, so matches and captures are the same; only `%b` has no counterpart.
import { areDisjoint, type ByteSet, printByteSet } from "../../base/byte-set.ts";
import type { LuaPattern } from "./pattern.ts";
import type { PatternItem, Repeat } from "./pattern-items.ts";

/** The source of the regular expression (no flags), or undefined when there is none. Position captures are empty groups. */
export function luaPatternToRegExp({ isAnchored, items }: LuaPattern): string | undefined {
  const captures = items.filter((item) => item.kind === "open");
  const pieces = items.map((item) => piece(item, captures));
  if (pieces.includes(undefined)) return undefined;
  return (isAnchored ? "^" : "") + pieces.join("");
}

function piece(item: PatternItem, captures: readonly { readonly isPosition: boolean }[]): string | undefined {
  switch (item.kind) {
    case "set":
      return printByteSet(item.set) + REPEATS[item.repeat];
    case "open":
      return item.isPosition ? "()" : "(";
    case "close":
      return ")";
    case "back":
      return captures[item.capture]?.isPosition ? "[]" : `(?:\\${item.capture + 1})`;
    case "frontier":
      return frontier(item.set);
    case "end":
      return "(?![^])";
    case "balance":
      return undefined;
  }
}

const REPEATS: Readonly<Record<Repeat, string>> = {
  one: "",
  optional: "?",
  star: "*",
  plus: "+",
  lazy: "*?",
};

/** For a frontier, both ends of the text are a zero byte. */
function frontier(set: ByteSet): string {
  const inside = printByteSet(set);
  const outside = printByteSet(set.map((cell) => 1 - cell));
  return set[0] === 1 ? `(?<=${outside})(?=${inside}|(?![^]))` : `(?<!${inside})(?=${inside})`;
}

/**
 * True if matching a whole text certainly costs no more than a small multiple of its length: each repetition ends where
 * the next item starts, and no repetition runs over a byte at which a match could start.
 */
export function isLinear({ isAnchored, items }: LuaPattern): boolean {
  if (items.some(({ kind }) => kind === "balance" || kind === "back")) return false;
  const sets = items.filter((item) => item.kind === "set");
  const [first] = sets;
  if (first === undefined) return true;
  if (!isAnchored) {
    if (first.repeat !== "one") return false;
    const isOverrun = ({ set, repeat }: { set: ByteSet; repeat: Repeat }) =>
      repeat !== "one" && !areDisjoint(set, first.set);
    if (sets.some(isOverrun)) return false;
  }
  return sets.every((item, index) => item.repeat === "one" || endsClearly(item.set, sets.slice(index + 1)));
}

function endsClearly(
  set: ByteSet,
  rest: readonly { readonly set: ByteSet; readonly repeat: Repeat }[],
): boolean {
  for (const next of rest) {
    if (!areDisjoint(set, next.set)) return false;
    if (next.repeat === "one" || next.repeat === "plus") return true;
  }
  return true;
}
