// The suppressions of a text, each with the lines that it speaks of.
import type { SourceFile } from "../../modules/source-file.ts";
import { type SuppressionText, suppressionsIn } from "./suppression-comment.ts";

export type Text = Pick<SourceFile, "text" | "lines" | "lua">;

export interface WrittenSuppression extends Omit<SuppressionText, "at"> {
  /** The id of a rule, if there is one with that name. */
  readonly rule: string;
  /** The line of the comment itself. */
  readonly line: number;
  /** The line of code that it speaks of, with the comments in between: the next one, or, after code, its own. */
  readonly target: number;
  /** After code, the next line of code, which it does not speak of. */
  readonly next: number | undefined;
}

/** The suppressions of a text, and for each line that holds comments alone the line of code below it. */
export interface Written {
  readonly all: readonly WrittenSuppression[];
  readonly codeLines: ReadonlyMap<number, number>;
}

export function writtenSuppressions({ text, lines, lua }: Text): Written {
  const all: WrittenSuppression[] = [];
  const codeLines = new Map<number, number>();
  // Comments with no code below them all stand above the same place.
  const bottom = lines.at((lua.comments.at(-1)?.end ?? 1) - 1).line + 1;
  for (const { start, end, isBehindCode, nextCode } of commentsOf(text, lua.comments)) {
    const first = lines.at(start).line;
    const last = lines.at(end - 1).line;
    const below = nextCode === undefined ? bottom : lines.at(nextCode).line;
    for (let line = isBehindCode ? first + 1 : first; line <= last; line++) codeLines.set(line, below);
    for (const { at, ...written } of suppressionsIn(text.slice(start, end))) {
      all.push({
        ...written,
        rule: written.name.toLowerCase(),
        line: lines.at(start + at).line,
        target: isBehindCode ? first : below,
        next: isBehindCode ? below : undefined,
      });
    }
  }
  return { all, codeLines };
}

interface Comment {
  readonly start: number;
  readonly end: number;
  readonly isBehindCode: boolean;
  /** The next byte that is neither space nor comment. */
  readonly nextCode: number | undefined;
}

function commentsOf(text: string, ranges: readonly { start: number; end: number }[]): readonly Comment[] {
  const nextCode = new Map<number, number | undefined>();
  let below: { start: number; code: number | undefined } | undefined;
  for (const { start, end } of ranges.toReversed()) {
    const next = afterSpace(text, end);
    const code = next === below?.start ? below.code : next === text.length ? undefined : next;
    nextCode.set(start, code);
    below = { start, code };
  }
  let before: { end: number; isBehindCode: boolean } = { end: 0, isBehindCode: false };
  return ranges.map(({ start, end }) => {
    const gap = text.slice(before.end, start);
    const isLineBegun = /[\r\n]/.test(gap);
    const inLine = isLineBegun ? gap.slice(Math.max(gap.lastIndexOf("\n"), gap.lastIndexOf("\r")) + 1) : gap;
    const isAfterCode = inLine.replace(/^\xef\xbb\xbf/, "").trim() !== "";
    const isBehindCode = isAfterCode || (!isLineBegun && before.isBehindCode);
    // No code follows a comment of several lines on its last line.
    before = { end, isBehindCode: isBehindCode && !/[\r\n]/.test(text.slice(start, end)) };
    return { start, end, isBehindCode, nextCode: nextCode.get(start) };
  });
}

function afterSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
