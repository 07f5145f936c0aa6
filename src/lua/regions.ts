// Which bytes of a text are code, which are comments, which are strings.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { type Token, tokens } from "./tokens.ts";

export interface Region {
  readonly kind: "code" | "comment" | "string";
  readonly range: ByteRange;
}

/** The whole text, in order, without gaps. White space is code; a shebang is a comment. */
export function regionsOf(text: ByteText): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  for (const { kind, range } of tokens(text)) {
    const region = kind === "shebang" ? "comment" : kind;
    if (region !== "comment" && region !== "string") continue;
    if (range.start > at) regions.push({ kind: "code", range: { start: at, end: range.start } });
    regions.push({ kind: region, range });
    at = range.end;
  }
  if (at < text.length) regions.push({ kind: "code", range: { start: at, end: text.length } });
  return regions;
}

/** The text with a space in place of each byte of a comment; line ends and all positions stay. */
export function blankComments(text: ByteText): ByteText {
  if (!text.includes("--") && !text.startsWith("#") && !text.startsWith("\xef\xbb\xbf#")) return text;
  let blanked = "";
  let at = 0;
  for (const token of tokens(text)) {
    if (!isComment(token)) continue;
    const { start, end } = token.range;
    blanked += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]+/g, spaces);
    at = end;
  }
  return (blanked + text.slice(at)) as ByteText;
}

function isComment({ kind }: Token): boolean {
  return kind === "comment" || kind === "shebang";
}

function spaces(piece: string): string {
  return " ".repeat(piece.length);
}
