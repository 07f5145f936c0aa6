// Other people's text, made harmless inside Markdown: it can be read in full, and is nothing but text.

import { visible } from "../base/visible.ts";
import { withoutEnd } from "../base/without-end.ts";

/** One line of plain text: every character that Markdown or HTML could read as markup is escaped. */
export function inlineText(text: string): string {
  return visible(text.replaceAll(/\s+/g, " ").trim())
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_{}[\]()#+!|>~:.@/-]/g, (mark) => (MILD.test(mark) ? mark : `\\${mark}`));
}

/** A code span, which shows its text as it is. */
export function codeSpan(text: string): string {
  const line = visible(text.replaceAll(/\s+/g, " "));
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced block. Its fence is longer than any run of backticks in the text, so no line of the text can close it. */
export function fencedBlock(text: string): string {
  const lines = withoutEnd(visible(text.replaceAll(/\r\n?/g, "\n")), "\n");
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}text\n${lines}${lines === "" ? "" : "\n"}${fence}`;
}

/** Other people's text inside a line of ours: it cannot begin a line of its own. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ");
}

/** Harmless inside a line that does not begin with them. */
const MILD = /[.:@/()+-]/;

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
