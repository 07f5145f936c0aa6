// Plain text that every match of a pattern must hold: a text without it needs no matching.
import { onlyMember } from "../../base/byte-set.ts";
import type { PatternItem } from "./pattern-items.ts";

/** The text that every match starts with; "" if there is none. */
export function literalPrefix(items: readonly PatternItem[]): string {
  let prefix = "";
  for (const item of items) {
    if (item.kind === "open" || item.kind === "close") continue;
    const byte = literalByte(item);
    if (byte === undefined) break;
    prefix += String.fromCharCode(byte);
  }
  return prefix;
}

/** Texts without white space that every match holds, each once. */
export function literalsInside(items: readonly PatternItem[]): readonly string[] {
  const runs = [""];
  for (const item of items) {
    if (item.kind === "open" || item.kind === "close" || item.kind === "frontier") continue;
    const byte = literalByte(item);
    if (byte === undefined || /\s/.test(String.fromCharCode(byte))) runs.push("");
    else runs.push((runs.pop() ?? "") + String.fromCharCode(byte));
  }
  return [...new Set(runs)].filter((run) => run !== "");
}

function literalByte(item: PatternItem): number | undefined {
  return item.kind === "set" && item.repeat === "one" ? onlyMember(item.set) : undefined;
}
