import type { ByteText } from "../../base/byte-text.ts";
import type { CommentLine } from "./comment-blocks.ts";
import type { Expiry, Shim } from "./shims.ts";

/** The word in capitals at the beginning of a line or with its colon; elsewhere in a line; then in another letter case, which prose has too. */
const EXPIRES: readonly RegExp[] = [
  /^[ \t*]*@?EXPIRES\b[ \t]*:?[ \t]*|\bEXPIRES[ \t]*:[ \t]*/,
  /\bEXPIRES\b[ \t]*(?=\d)/,
  /^[ \t*]*@?[Ee]xpires[ \t]*:[ \t]*|\b[Ee]xpires[ \t]*:[ \t]*(?=\d{4}-\d)/,
  /\bEXPIRES\b[ \t]*/,
];
const DATE = /^(\d{4}-\d\d?-\d\d?)(?![\w-])/;
const REMOVAL =
  /\bplanned[ \t]+removal\b[ \t]*(?:phase\b)?[ \t]*[:=]?[ \t]*|\bremoved?[ \t]+(?:in|by|after)[ \t]+(?=phase)/i;

/** `EXPIRES: 2025-11-15 (planned removal: Phase-3)`; among several that are written alike the first one counts. */
export function expiryOf(lines: readonly CommentLine[]): Expiry {
  const found = expiryIn(lines);
  if (found === undefined) return { kind: "missing" };
  const { line, match } = found;
  const { text, start } = line;
  const from = match.index + match[0].length;
  const value = text.slice(from);
  const date = DATE.exec(value)?.[1];
  const written = date ?? value.replace(/\([ \t]*(?:planned|remove)[\s\S]*$/i, "").trimEnd();
  // An empty value has the place of the word.
  const begin = written === "" ? match.index + (/^[ \t*]*/.exec(match[0])?.[0].length ?? 0) : from;
  const range = { start: start + begin, end: start + from + written.length };
  if (date !== undefined && isCalendarDate(date)) return { kind: "date", date, range };
  return { kind: "not-a-date", text: written as ByteText, range };
}

/** Whether a comment says when something expires, other than in prose: documentation alone does not. */
export function saysWhenItExpires(lines: readonly CommentLine[]): boolean {
  return lines.some(({ text }) => /\bEXPIRES\b/.test(text)) || expiryOf(lines).kind === "date";
}

function expiryIn(
  lines: readonly CommentLine[],
): { readonly line: CommentLine; readonly match: RegExpExecArray } | undefined {
  for (const form of EXPIRES) {
    for (const line of lines) {
      const match = form.exec(line.text);
      if (match !== null) return { line, match };
    }
  }
  return undefined;
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
