// String literals with the place of their content, so that a fixer can edit the content and leave the quotes alone.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { StringLiteral } from "./ast.ts";

export interface TextLiteral {
  /** What the program sees, escapes resolved. */
  readonly value: ByteText;
  readonly range: ByteRange;
  /** Between the quotes or brackets. */
  readonly content: ByteRange;
  readonly quote: "'" | '"' | "[[";
  /** Whether the content, byte for byte, is the value: no escape, no line end that Lua rewrites. */
  readonly isPlain: boolean;
}

export function textLiteral(node: StringLiteral, text: ByteText): TextLiteral {
  const [start, end] = node.range;
  const first = text[start];
  const quote = first === "'" || first === '"' ? first : "[[";
  const width = quote === "[[" ? bracketWidth(text, start) : 1;
  const content = { start: start + width, end: end - width };
  const isPlain = text.slice(content.start, content.end) === node.value;
  return { value: node.value, range: { start, end }, content, quote, isPlain };
}

/** The length of `[[`, `[=[`, `[==[`, … */
function bracketWidth(text: string, start: number): number {
  return text.indexOf("[", start + 1) + 1 - start;
}
