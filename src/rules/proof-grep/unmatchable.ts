// What in a Lua pattern no text can satisfy.
import { areDisjoint, type ByteSet, isEmptySet, isFullSet } from "../../base/byte-set.ts";
import type { PatternItem } from "../../lua/patterns/pattern-items.ts";

/** Why there is an item that can never match, if there is one. */
export function unmatchableItem(items: readonly PatternItem[]): string | undefined {
  const captures = items.filter((item) => item.kind === "open");
  for (const [index, item] of items.entries()) {
    if (item.kind === "set" && isEmptySet(item.set) && (item.repeat === "one" || item.repeat === "plus"))
      return "a set in it holds no character";
    if (item.kind === "back" && captures[item.capture]?.isPosition)
      return `%${item.capture + 1} stands for a position, which is not text`;
    if (item.kind === "frontier" && isDeadFrontier(item, items.slice(index + 1)))
      return "no character can follow where its %f wants one";
  }
  return undefined;
}

function isDeadFrontier({ set }: { readonly set: ByteSet }, rest: readonly PatternItem[]): boolean {
  if (isEmptySet(set) || isFullSet(set)) return true;
  const next = rest.find((item) => item.kind !== "open" && item.kind !== "close");
  if (next?.kind !== "set" || (next.repeat !== "one" && next.repeat !== "plus")) return false;
  return areDisjoint(set, next.set);
}
