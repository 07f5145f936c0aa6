// Which bytes of a text are code, which are comments, which are strings.
import type { ByteText } from "../../../src/base/byte-text.ts";
import type { ByteRange } from "../../../src/base/position.ts";
import { eachToken } from "../../../src/lua/lexer/tokens.ts";

export interface Region {
  readonly kind: "code" | "comment" | "string";
  readonly range: ByteRange;
}

/** The whole text, in order, without gaps. White space is code; a shebang is a comment. */
export function regionsOf(text: ByteText): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  eachToken(text, (token, start, end) => {
    const kind = token === "shebang" ? "comment" : token;
    if (kind !== "comment" && kind !== "string") return;
    if (start > at) regions.push({ kind: "code", range: { start: at, end: start } });
    regions.push({ kind, range: { start, end } });
    at = end;
  });
  if (at < text.length) regions.push({ kind: "code", range: { start: at, end: text.length } });
  return regions;
}

/** The text with a space in place of each byte of a comment; line ends and all positions stay. */
export function blankComments(text: ByteText): ByteText {
  if (!text.includes("--") && !/^(?:\xef\xbb\xbf)?#/.test(text)) return text;
  const pieces: string[] = [];
  let at = 0;
  eachToken(text, (kind, start, end) => {
    if (kind !== "comment" && kind !== "shebang") return;
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]+/g, spaces));
    at = end;
  });
  pieces.push(text.slice(at));
  return pieces.join("") as ByteText;
}

function spaces(piece: string): string {
  return " ".repeat(piece.length);
}
