// Dates of shims that have none.
import { type ByteText, readable } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Shim } from "../lua/shims/shims.ts";
import type { LuaSource } from "../lua/source.ts";
import { shimHeader } from "../rules/shim-header.ts";
import type { ByHand, Edit } from "./edit.ts";

/** `day` is the date that is written. */
export function shimDateEdits(
  source: LuaSource,
  day: string,
  isOn: (rule: string, offset: number) => boolean,
): { edits: readonly Edit[]; byHand: readonly ByHand[] } {
  const edits: Edit[] = [];
  const byHand: ByHand[] = [];
  const rule = shimHeader.id;
  for (const [index, shim] of source.shims.entries()) {
    const { expires, markRange, removal } = shim;
    if (expires.kind === "date" || !isOn(rule, markRange.start)) continue;
    const marker = removal === undefined ? " (planned removal: <phase>)" : "";
    const written = `EXPIRES: ${day}`;
    const says = `${written}${marker}${marker === "" ? "" : "; fill in the phase"}`;
    const holds = (after: LuaSource) => isDated(after, index, day, source);
    if (expires.kind === "missing") {
      const { range, before } = placeFor(source.text, markRange);
      edits.push({ rule, range, text: `${before}${written}${marker}` as ByteText, says, holds });
    } else if (isPlaceholder(expires.text)) {
      const old = source.text.slice(expires.range.start, expires.range.end);
      const text = expires.text === "" ? written + (/[ \t]*$/.exec(old)?.[0] ?? "") : day;
      edits.push({ rule, range: expires.range, text: text as ByteText, says: written, holds });
    } else {
      const value = readable(expires.text).trim();
      byHand.push({ rule, range: expires.range, says: `EXPIRES is not a calendar date: ${value}` });
    }
  }
  return { edits, byHand };
}

/** Words that stand in for a date; anything else says something that must not get lost. */
function isPlaceholder(text: string): boolean {
  return /^(?:|[[<(]?(?:date|YYYY-MM-DD|TBD)[\])>]?)$/i.test(text.trim());
}

function isDated({ shims }: LuaSource, index: number, day: string, before: LuaSource): boolean {
  const expires: Shim["expires"] | undefined = shims[index]?.expires;
  return shims.length === before.shims.length && expires?.kind === "date" && expires.date === day;
}

/** On a line of its own below the mark, beginning as the mark's line does; after the mark where the comment follows code. */
function placeFor(text: ByteText, mark: ByteRange): { range: ByteRange; before: string } {
  const start = lineStart(text, mark.start);
  const lead = text.slice(start, mark.start).replace(/^\xef\xbb\xbf/, "");
  const prefix = linePrefix(lead);
  if (prefix === undefined) return { range: { start: mark.end, end: mark.end }, before: " " };
  const blanks = /[ \t]*/y;
  blanks.lastIndex = mark.end;
  blanks.exec(text);
  const rest = text.slice(blanks.lastIndex, blanks.lastIndex + 2);
  const at = rest === "" || /^[\r\n]/.test(rest) ? blanks.lastIndex : mark.end;
  return { range: { start: at, end: at }, before: `${lineEnd(text, at)}${prefix}` };
}

/** Undefined where code stands before the comment. */
function linePrefix(lead: string): string | undefined {
  if (/^[ \t]*--[ \t*]*$/.test(lead)) return lead;
  if (/^[ \t]*--\[=*\[[ \t*]*$/.test(lead)) return lead.replaceAll(/[^\t]/g, " ");
  return /^[ \t*]*$/.test(lead) ? lead : undefined;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
}

/** The one that follows, else the first in the text. */
function lineEnd(text: string, at: number): string {
  const end = /\r\n|\n\r|\n|\r/y;
  end.lastIndex = at;
  return end.exec(text)?.[0] ?? /\r\n|\n\r|\n|\r/.exec(text)?.[0] ?? "\n";
}
