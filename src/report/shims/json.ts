import { isExpired, type ListedShim } from "../../model/listed-shim.ts";
import type { Note } from "../../model/note.ts";
import { noteRecord } from "../notes.ts";

/** The shims for programs, on one line with a final newline; docs/commands.md describes it. What does not apply is null. */
export function shimsJson(shims: readonly ListedShim[], notes: readonly Note[], today: string): string {
  return `${JSON.stringify({
    version: 2,
    today,
    shims: shims.map(record),
    counts: {
      all: shims.length,
      expired: shims.filter(isExpired).length,
      undated: shims.filter(({ expires }) => expires.kind !== "date").length,
    },
    notes: notes.map(noteRecord),
  })}\n`;
}

function record(shim: ListedShim) {
  const { path, at, of, text, replacement, expires, removal } = shim;
  return {
    path,
    line: at.line,
    column: at.column,
    of: of ?? null,
    text,
    replacement: replacement ?? null,
    expires: expires.kind === "date" ? expires.date : null,
    written: expires.kind === "not-a-date" ? expires.text : null,
    daysLeft: expires.kind === "date" ? expires.daysLeft : null,
    expired: isExpired(shim),
    removal: removal ?? null,
  };
}
