import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { codeStart } from "./syntax/trivia.ts";

/** Comments on lines of their own, one right below the other; or one comment behind code. */
export interface CommentBlock {
  readonly range: ByteRange;
  readonly lines: readonly CommentLine[];
  /** Its first line begins with three dashes, as LuaLS and LDoc mark documentation. */
  readonly isDocumentation: boolean;
  /** Nothing but comments and blank lines stands before it. */
  readonly isFirst: boolean;
  /** Code stands before it on its first line. */
  readonly isBehindCode: boolean;
}

/** One line of a comment without its dashes and brackets. */
export interface CommentLine {
  readonly text: ByteText;
  /** Where `text` begins. */
  readonly start: number;
  readonly isDocumentation: boolean;
}

export function commentBlocks(text: ByteText, comments: readonly ByteRange[]): readonly CommentBlock[] {
  const groups: ByteRange[][] = [];
  for (const comment of comments) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const continues = before !== undefined && isNextLine(text, before.end, comment.start);
    if (group !== undefined && continues && !isBehindCode(text, before.start)) group.push(comment);
    else groups.push([comment]);
  }
  const first = firstCode(text, comments);
  return groups.map((group) => blockOf(text, group, first));
}

function blockOf(text: ByteText, group: readonly ByteRange[], first: number): CommentBlock {
  const lines = group.flatMap((comment) => linesOf(text, comment));
  const start = group[0]?.start ?? 0;
  return {
    range: { start, end: group.at(-1)?.end ?? start },
    lines,
    isDocumentation: lines[0]?.isDocumentation ?? false,
    isFirst: start < first,
    isBehindCode: isBehindCode(text, start),
  };
}

function linesOf(text: ByteText, { start, end }: ByteRange): CommentLine[] {
  const open = /--\[(=*)\[/y;
  open.lastIndex = start;
  const level = open.exec(text)?.[1];
  if (level === undefined) {
    const isDocumentation = text.startsWith("---", start);
    const inside = start + (isDocumentation ? 3 : 2);
    return [{ text: text.slice(inside, end) as ByteText, start: inside, isDocumentation }];
  }
  const close = `]${level}]`;
  const from = start + level.length + 4;
  const to = text.endsWith(close, end) ? end - close.length : end;
  let at = from;
  return text
    .slice(from, Math.max(from, to))
    .split(/(\r\n|\n\r|\n|\r)/)
    .flatMap((piece, index) => {
      const line = { text: piece as ByteText, start: at, isDocumentation: false };
      at += piece.length;
      return index % 2 === 0 ? [line] : [];
    });
}

function isNextLine(text: string, end: number, start: number): boolean {
  const gap = /[ \t\v\f]*(?:\r\n|\n\r|\n|\r)?[ \t\v\f]*/y;
  gap.lastIndex = end;
  gap.exec(text);
  return gap.lastIndex === start;
}

function isBehindCode(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") return false;
    if (!/[ \t\v\f\xef\xbb\xbf]/.test(character)) return true;
  }
  return false;
}

/** The first byte that is neither space nor comment, nor a first line for the shell. */
function firstCode(text: ByteText, comments: readonly ByteRange[]): number {
  const space = /\s*/y;
  let at = codeStart(text);
  for (const { start, end } of comments) {
    space.lastIndex = at;
    space.exec(text);
    if (space.lastIndex !== start) return space.lastIndex;
    at = end;
  }
  return text.length;
}
