import type { ByteText } from "../../base/byte-text.ts";
import type { CommentLine } from "./comment-blocks.ts";
import type { Expiry, Shim } from "./shims.ts";

const EXPIRES = /\bEXPIRES\b[ \t]*:?[ \t]*|\b[Ee]xpires[ \t]*:[ \t]*/;
const DATE = /^(\d{4}-\d\d?-\d\d?)(?![\w-])/;
const REMOVAL =
  /\bplanned[ \t]+removal\b[ \t]*(?:phase\b)?[ \t]*[:=]?[ \t]*|\bremoved?[ \t]+(?:in|by|after)[ \t]+(?=phase)/i;

/** `EXPIRES: 2025-11-15 (planned removal: Phase-3)`; the first one counts. */
export function expiryOf(lines: readonly CommentLine[]): Expiry {
  for (const { text, start } of lines) {
    const match = EXPIRES.exec(text);
    if (match === null) continue;
    const from = match.index + match[0].length;
    const value = text.slice(from);
    const date = DATE.exec(value)?.[1];
    const written = date ?? value.replace(/\([ \t]*(?:planned|remove)[\s\S]*$/i, "").trimEnd();
    // An empty value is where the word stands.
    const begin = written === "" ? match.index : from;
    const range = { start: start + begin, end: start + from + written.length };
    if (date !== undefined && isCalendarDate(date)) return { kind: "date", date, range };
    return { kind: "not-a-date", text: written as ByteText, range };
  }
  return { kind: "missing" };
}

/** `(planned removal: Phase-3)`, `(remove in Phase 7)` */
export function removalOf(lines: readonly CommentLine[]): Shim["removal"] {
  for (const { text, start } of lines) {
    const match = REMOVAL.exec(text);
    if (match === null) continue;
    const from = match.index + match[0].length;
    const phase = /^[^()\],;]*/.exec(text.slice(from))?.[0].trimEnd() ?? "";
    // `<phase>` is still to be filled in.
    if (phase === "" || /^<[^<>]*>$/.test(phase)) continue;
    return { phase: phase as ByteText, range: { start: start + from, end: start + from + phase.length } };
  }
  return undefined;
}

function isCalendarDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
