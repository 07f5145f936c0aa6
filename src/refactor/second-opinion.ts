// Both sides of a text that we have changed, read by a parser that did not change it: the trees must be equal except for what was
// asked. luaparse lies in a part of its own, which is loaded when something is about to be written, never at a commit.
import { parse } from "luaparse";
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { replaceRanges } from "../base/replace-ranges.ts";
import { LuaSource } from "../lua/source.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { NameEdit, RewrittenText } from "./refactored.ts";

/** Why the change is not what was asked; undefined if it is. */
export function objection({ before, after: changed, edits, removed }: RewrittenText): string | undefined {
  const { version } = before;
  const whole = edits.toSorted((a, b) => a.range.start - b.range.start);
  const asked = whole.filter(({ isExpression }) => isExpression !== true);
  const blank = removed === undefined ? before.text : without(before.text, removed);
  const text = withPlaceholders(blank, whole, ({ range }) => range);
  const after = withPlaceholders(changed, whole, rangesAfter(whole, removed));
  const left = read(text, version);
  // It refuses some sound programs, and knows no 5.4: then it has no opinion, and our own parser has to suffice.
  if (left === undefined) return ownObjection(text, after, version, asked);
  const right = read(after, version);
  return right === undefined ? "a second parser does not read it any more" : difference(left, right, asked);
}

/** An expression that is replaced by another one becomes a name of our own on both sides: what stands around it must be equal. */
function withPlaceholders(
  text: ByteText,
  edits: readonly NameEdit[],
  rangeOf: (edit: NameEdit) => ByteRange,
): ByteText {
  const placed = edits.filter(({ isExpression }) => isExpression === true);
  if (placed.length === 0) return text;
  const name = "arkitekt_stands_here" as ByteText;
  return replaceRanges(
    text,
    placed.map((edit) => ({ range: rangeOf(edit), text: name })),
  );
}

/** Where what an edit has written stands; `edits` is in the order of the text, without what was removed. */
function rangesAfter(
  edits: readonly NameEdit[],
  removed: ByteRange | undefined,
): (edit: NameEdit) => ByteRange {
  const starts = new Map<NameEdit, number>();
  let moved = 0;
  let isCut = removed === undefined;
  for (const edit of edits) {
    if (!isCut && removed !== undefined && removed.start <= edit.range.start) {
      moved -= removed.end - removed.start;
      isCut = true;
    }
    starts.set(edit, edit.range.start + moved);
    moved += edit.text.length - (edit.range.end - edit.range.start);
  }
  return (edit) => {
    const start = starts.get(edit) ?? 0;
    return { start, end: start + edit.text.length };
  };
}

function ownObjection(
  text: ByteText,
  after: ByteText,
  version: LuaVersion,
  asked: readonly NameEdit[],
): string | undefined {
  const left = new LuaSource(text, version).syntax;
  const right = new LuaSource(after, version).syntax;
  if (!left.ok) return undefined;
  if (!right.ok) return `it does not parse any more: ${right.error.message}`;
  return difference(left.value, right.value, asked);
}

/** What stood there becomes white space, so that every other place stays where it was. */
function without(text: ByteText, { start, end }: ByteRange): ByteText {
  return (text.slice(0, start) +
    text.slice(start, end).replaceAll(/[^\r\n]/g, " ") +
    text.slice(end)) as ByteText;
}

function read(text: ByteText, version: LuaVersion): unknown {
  try {
    return parse(readableByIt(text), {
      luaVersion: version === "luajit" ? "LuaJIT" : version === "5.4" ? "5.3" : version,
      encodingMode: "pseudo-latin1",
      comments: true,
      locations: false,
      ranges: false,
      scope: false,
    });
  } catch {
    return undefined;
  }
}

/** Without the byte order mark and the first line that only a shell reads, which luaparse takes for faults. */
function readableByIt(text: ByteText): string {
  return text.replace(/^\xef\xbb\xbf/, "").replace(/^#[^\n]*/, "");
}

function difference(before: unknown, after: unknown, asked: readonly NameEdit[]): string | undefined {
  const open = [...asked];
  const lefts: unknown[] = [before];
  const rights: unknown[] = [after];
  while (lefts.length > 0) {
    const [left, right] = [lefts.pop(), rights.pop()];
    if (left === right) continue;
    if (typeof left === "string" && typeof right === "string") {
      const at = open.findIndex((edit) => isEdit(edit, left, right));
      if (at < 0) return `${JSON.stringify(left)} became ${JSON.stringify(right)}, which nobody asked for`;
      open.splice(at, 1);
      continue;
    }
    if (!isNode(left) || !isNode(right) || count(left) !== count(right)) return OTHER;
    for (const key in left) {
      if (SKIPPED.has(key)) continue;
      if (!Object.hasOwn(right, key)) return OTHER;
      const [one, other] = [left[key], right[key]];
      if (one === other) continue;
      lefts.push(one);
      rights.push(other);
    }
  }
  return open.length === 0 ? undefined : `${JSON.stringify(open[0]?.from)} is still there`;
}

const OTHER = "it is another program than before";

/** `raw` is how a string is written, and its ranges say where: both may differ. Our own tree also says where a comment is. */
const SKIPPED: ReadonlySet<string> = new Set(["raw", "range", "loc"]);

function count(node: object): number {
  let found = 0;
  for (const key in node) if (!SKIPPED.has(key)) found++;
  return found;
}

function isEdit({ from, to }: NameEdit, left: string, right: string): boolean {
  if (left === from && right === to) return true;
  // In a comment the name is a part of the text.
  return left.includes("@module") && left.includes(from) && left.replace(from, () => to) === right;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
