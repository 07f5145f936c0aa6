import { readable } from "../base/byte-text.ts";
import type { Span } from "../base/position.ts";
import { type Paint, printable } from "./terminal-text.ts";

/**
 * The line of code that is meant, with its part underlined. A line too wide for the terminal is cut on both sides of it.
 */
export function frame(line: string, span: Span, width: number, paint: Paint): string[] {
  const gutter = String(span.start.line).padStart(5);
  const room = Math.max(20, width - gutter.length - 5);
  const { text, from, length } = window(line, span, room);
  const marks = " ".repeat(from) + "^".repeat(length);
  return [
    `${paint.dim(`${gutter} |`)} ${text}`,
    `${paint.dim(`${" ".repeat(gutter.length)} |`)} ${paint.red(marks)}`,
  ];
}

function window(line: string, { start, end }: Span, room: number) {
  const characters = [...printableCharacters(line)];
  const first = widthOf(characters.slice(0, start.column - 1));
  const last = end.line === start.line ? end.column - 1 : characters.length;
  const marked = Math.max(1, widthOf(characters.slice(start.column - 1, last)));
  const whole = characters.join("").trimEnd();
  if (whole.length <= room)
    return { text: whole, from: first, length: Math.min(marked, Math.max(1, room - first)) };
  const cutAt = Math.max(0, Math.min(first - Math.floor(room / 4), whole.length - room));
  const head = cutAt > 0 ? "…" : "";
  const tail = cutAt + room < whole.length ? "…" : "";
  const text = head + whole.slice(cutAt + head.length, cutAt + room - tail.length) + tail;
  const from = first - cutAt;
  return { text, from, length: Math.min(marked, room - from) };
}

/** One printed piece for each character of the line: a tab takes two columns, a control character four. */
function printableCharacters(line: string): string[] {
  return [...readable(line)].map(printable);
}

function widthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
