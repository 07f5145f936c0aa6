import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { codeStart } from "../lexer/trivia.ts";

/** Comments on lines of their own, one right below the other; or one comment after code. */
export interface CommentBlock {
  readonly range: ByteRange;
  readonly lines: readonly CommentLine[];
  /** It begins with three dashes, or `--[[--`, as LuaLS and LDoc mark documentation. */
  readonly isDocumentation: boolean;
  /** Nothing but comments and blank lines stands before it. */
  readonly isFirst: boolean;
  /** Code stands before it on its first line. */
  readonly isBehindCode: boolean;
  /** The next byte after it that is neither space nor comment; the end of the text if there is none. */
  readonly nextCode: number;
}

/** One line of a comment without its dashes and brackets. */
export interface CommentLine {
  readonly text: ByteText;
  /** Where `text` begins. */
  readonly start: number;
  readonly isDocumentation: boolean;
}

/** Those that hold `word`. */
export function commentBlocks(
  text: ByteText,
  comments: readonly ByteRange[],
  word: string,
): readonly CommentBlock[] {
  const groups = groupsOf(text, comments).filter((group) =>
    text.slice(startOf(group), endOf(group)).includes(word),
  );
  if (groups.length === 0) return [];
  const code = codeBehind(text, comments);
  const first = firstCode(text, comments, code);
  return groups.map((group) => ({
    range: { start: startOf(group), end: endOf(group) },
    lines: group.flatMap((comment) => linesOf(text, comment)),
    isDocumentation: /^--(?:-|\[=*\[-)/.test(text.slice(startOf(group), startOf(group) + 80)),
    isFirst: startOf(group) < first,
    isBehindCode: isBehindCode(text, startOf(group)),
    nextCode: code.get(endOf(group)) ?? text.length,
  }));
}

function groupsOf(text: ByteText, comments: readonly ByteRange[]): readonly (readonly ByteRange[])[] {
  const groups: ByteRange[][] = [];
  for (const comment of comments) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const continues = before !== undefined && isNextLine(text, before.end, comment.start);
    if (group !== undefined && continues && !isBehindCode(text, before.start)) group.push(comment);
    else groups.push([comment]);
  }
  return groups;
}

function startOf(group: readonly ByteRange[]): number {
  return group[0]?.start ?? 0;
}

function endOf(group: readonly ByteRange[]): number {
  return group.at(-1)?.end ?? 0;
}

/** By the end of each comment, the next byte that is neither space nor comment. */
function codeBehind(text: string, comments: readonly ByteRange[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let before = { start: text.length, code: text.length };
  for (const { start, end } of comments.toReversed()) {
    const next = afterSpace(text, end);
    const code = next === before.start ? before.code : next;
    found.set(end, code);
    before = { start, code };
  }
  return found;
}

/** The first byte that is neither space nor comment, nor a first line for the shell. */
function firstCode(text: string, comments: readonly ByteRange[], code: ReadonlyMap<number, number>): number {
  const at = afterSpace(text, codeStart(text));
  const [first] = comments;
  return first?.start === at ? (code.get(first.end) ?? at) : at;
}

function afterSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
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
