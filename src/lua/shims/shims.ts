import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { type CommentBlock, type CommentLine, commentBlocks } from "./comment-blocks.ts";
import { shimTarget } from "./shim-target.ts";
import { expiryOf, removalOf, saysWhenItExpires } from "./shim-terms.ts";

/** A temporary adapter, marked `@deprecated` in an ordinary comment (`---` marks LuaLS documentation instead). Playbook, "Parity & shims". */
export interface Shim {
  /** The comments of the header, from the first to the end of the last. */
  readonly range: ByteRange;
  /** From `@deprecated` to the end of its line. */
  readonly markRange: ByteRange;
  /** What follows `@deprecated` and a colon. */
  readonly deprecated: ByteText;
  readonly expires: Expiry;
  readonly removal: { readonly phase: ByteText; readonly range: ByteRange } | undefined;
  readonly target: ShimTarget;
}

export type Expiry =
  | { readonly kind: "date"; readonly date: string; readonly range: ByteRange }
  /** No date of the calendar: `After Phase 5`, `[date]`, `2025-02-30`. */
  | { readonly kind: "not-a-date"; readonly text: ByteText; readonly range: ByteRange }
  | { readonly kind: "missing" };

export type ShimTarget =
  | { readonly kind: "file" }
  | {
      readonly kind: "function";
      readonly name: ByteText;
      readonly params: readonly string[];
      readonly range: ByteRange;
    }
  /** An alias: `M.f = other.f`. */
  | { readonly kind: "assignment"; readonly name: ByteText; readonly range: ByteRange }
  /** It stands on something else, or on nothing. */
  | { readonly kind: "none" };

export function shimsOf(text: ByteText, comments: readonly ByteRange[]): readonly Shim[] {
  if (!text.includes(MARK)) return [];
  return commentBlocks(text, comments, MARK).flatMap((block) => shimsIn(block, text));
}

const MARK = "@deprecated";
const MARKED = /^[ \t*]*@deprecated(?![\w-])[ \t]*:?[ \t]*/;

/** A header usually marks one shim; every further mark begins another. */
function shimsIn(block: CommentBlock, text: ByteText): readonly Shim[] {
  const { range, lines } = block;
  const marks = lines.flatMap((line, index) => (isMark(line) ? [index] : []));
  if (marks.length === 0 || isDocumentation(block, marks[0] ?? 0)) return [];
  const target = shimTarget(block, text);
  return marks.map((at, index) => {
    const mark = lines[at] as CommentLine;
    const own = lines.slice(index === 0 ? 0 : at, marks[index + 1] ?? lines.length);
    const start = mark.start + mark.text.indexOf(MARK);
    return {
      range,
      markRange: { start, end: mark.start + mark.text.trimEnd().length },
      deprecated: mark.text.replace(MARKED, "").trimEnd() as ByteText,
      expires: expiryOf(own),
      removal: removalOf(own),
      target,
    };
  });
}

function isMark({ isDocumentation, text }: CommentLine): boolean {
  return !isDocumentation && MARKED.test(text);
}

/** There `@deprecated` alone says that a function is old, not that it is a shim. */
function isDocumentation({ isDocumentation, lines }: CommentBlock, mark: number): boolean {
  const isMeant = isDocumentation || lines.slice(0, mark).some((line) => line.isDocumentation);
  const hasTags = isMeant || lines.some(({ text }) => DOCUMENTATION.test(text));
  return hasTags && !saysWhenItExpires(lines) && !lines.some(({ text }) => /parity[ _]shim/i.test(text));
}

/** Tags of LuaLS and LDoc. Headers of whole scripts have others: `@noindex`, `@description`, `@version`. */
const DOCUMENTATION =
  /^[ \t*]*@(?:[tl]?param|t?return|t?field|l?function|see|usage|raise|within|class\w*|(?:sub)?module|type|table|alias|section|local|static\w*|signal|constructor|overload|generic|vararg|nodiscard|async|enum|export|private|protected|public|package|string|number|int|integer|bool|boolean|tab|func|array)\b/;
