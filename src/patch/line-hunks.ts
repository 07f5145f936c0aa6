// Hunks of whole lines, put into a text. Kept lines keep their ends; added ones end as the line that they replace, else as the text's first line does; a byte
// order mark and a missing last newline stay as they were.
import { err, ok, type Result } from "../base/result.ts";
import type { LineHunk } from "../model/patch.ts";
import type { Replaced } from "./replace.ts";

/** The error says what is wrong with which hunk, counted from 1. */
export interface HunkFault {
  readonly hunk: number;
  readonly message: string;
}

interface Line {
  readonly text: string;
  readonly end: string;
}

interface LineEdit {
  readonly start: number;
  readonly length: number;
  readonly lines: readonly Line[];
}

/** All of them in the text as it is; where that can't be, one after another: a hunk may look for what one before it has made. */
export function applyHunks(
  bytes: Buffer,
  hunks: readonly LineHunk[],
  isRecorded: boolean,
): Result<Replaced, HunkFault> {
  const together = applyTogether(bytes, hunks, isRecorded);
  if (together.ok || hunks.length < 2) return together;
  let text = bytes;
  for (const hunk of hunks) {
    const result = applyTogether(text, [hunk], isRecorded);
    if (!result.ok) return together;
    text = result.value.bytes;
  }
  return ok({ bytes: text, isDone: text.equals(bytes) });
}

function applyTogether(
  bytes: Buffer,
  hunks: readonly LineHunk[],
  isRecorded: boolean,
): Result<Replaced, HunkFault> {
  const text = bytes.toString("latin1");
  const mark = text.startsWith(MARK) ? MARK : "";
  const lines = linesOf(text.slice(mark.length));
  const changes: LineEdit[] = [];
  for (const [at, hunk] of hunks.entries()) {
    const found = changeFor(lines, hunk, isRecorded);
    if (!found.ok) return err({ hunk: at + 1, message: found.error });
    if (found.value !== undefined) changes.push(found.value);
  }
  if (changes.length === 0) return ok({ bytes, isDone: true });
  changes.sort((one, other) => one.start - other.start);
  const clash = changes.findIndex((change, at) => change.start < endOf(changes[at - 1]));
  if (clash > 0) return err({ hunk: clash + 1, message: "two hunks change the same lines" });
  return ok({ bytes: Buffer.from(mark + joined(lines, changes), "latin1"), isDone: false });
}

const MARK = "\xef\xbb\xbf";

function endOf(change: LineEdit | undefined): number {
  return change === undefined ? 0 : change.start + change.length;
}

/** What the hunk changes; undefined if it is done. */
function changeFor(
  lines: readonly Line[],
  hunk: LineHunk,
  isRecorded: boolean,
): Result<LineEdit | undefined, string> {
  const { blanksAfter = 0 } = hunk;
  for (const blanks of blanksAfter > 0 ? [0, blanksAfter] : []) {
    const part = blanks === 0 ? hunk : { ...hunk, lines: hunk.lines.slice(0, -blanks) };
    const found = place(lines, part, false);
    if (found.ok) return ok(found.value === undefined ? undefined : changeAt(lines, part, found.value));
  }
  const found = place(lines, hunk, isRecorded);
  if (!found.ok) return found;
  return ok(found.value === undefined ? undefined : changeAt(lines, hunk, found.value));
}

/** Where the hunk goes; undefined if it is done. */
function place(
  lines: readonly Line[],
  hunk: LineHunk,
  isRecorded: boolean,
): Result<number | undefined, string> {
  const before = hunk.lines.filter(({ kind }) => kind !== "added").map(({ text }) => plain(text));
  const after = hunk.lines.filter(({ kind }) => kind !== "removed").map(({ text }) => plain(text));
  const from = anchored(lines, hunk, before[0]);
  if (!from.ok) return isRecorded || hasTakenAnchor(lines, hunk, after) ? ok(undefined) : from;
  const region = { lines, from: from.value, isAtEnd: hunk.isAtEnd };
  if (hunk.lines.every(({ kind }) => kind === "kept"))
    return occurrences(region, before).length > 0 ? ok(undefined) : err("its lines are nowhere in the file");
  if (before.length === 0) return insertion(region, hunk, after);
  const found = occurrences(region, before);
  const results = after.length === 0 ? [] : occurrences(region, after);
  const open = found.filter(
    (at) => !results.some((start) => start <= at && at + before.length <= start + after.length),
  );
  if (open.length === 0) {
    // It applies in reverse: what it makes is there, once.
    const isDone =
      isRecorded ||
      found.length > 0 ||
      results.length === 1 ||
      (results.length > 0 && hunk.anchors.length > 0);
    return isDone ? ok(undefined) : err("its lines are nowhere in the file");
  }
  if (hunk.anchors.length > 0) {
    const [first = 0] = open;
    return ok((results[0] ?? first) < first && !isPartOf(after, before) ? undefined : first);
  }
  return found.length === 1
    ? ok(open[0])
    : err(`its lines are in the file ${found.length} times, and nothing says which are meant`);
}

/** The hunk removes the line that it is anchored at, and what it makes is there, once. */
function hasTakenAnchor(lines: readonly Line[], hunk: LineHunk, after: readonly string[]): boolean {
  const isTaken = hunk.lines.some(({ kind, text }) => kind === "removed" && hunk.anchors.includes(text));
  return (
    isTaken && after.length > 0 && occurrences({ lines, from: 0, isAtEnd: hunk.isAtEnd }, after).length === 1
  );
}

/** A deletion leaves lines that were there before: finding them proves nothing. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  return whole.some((_, at) => part.every((text, offset) => whole[at + offset] === text));
}

function insertion(
  { lines, from, isAtEnd }: HunkRegion,
  hunk: LineHunk,
  after: readonly string[],
): Result<number | undefined, string> {
  const isAnchored = hunk.anchors.length > 0;
  // Put into an empty file, they are all that it holds.
  const isAll = lines.length === after.length && after.every((text, at) => lines[at]?.text === text);
  if (!isAnchored && !isAtEnd && lines.length > 0 && !isAll)
    return err("it adds lines, and nothing says where: give lines around them, or an anchor after @@");
  const at = isAtEnd || !isAnchored ? lines.length : from;
  const existing = isAtEnd || !isAnchored ? at - after.length : at;
  const isThere = existing >= 0 && after.every((text, offset) => lines[existing + offset]?.text === text);
  return ok(isThere ? undefined : at);
}

interface HunkRegion {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly isAtEnd: boolean;
}

/** The line after the last anchor, or that one itself where the hunk begins with it. */
function anchored(
  lines: readonly Line[],
  { anchors }: LineHunk,
  first: string | undefined,
): Result<number, string> {
  let from = 0;
  for (const anchor of anchors) {
    const wanted = plain(anchor);
    const exact = indexes(lines, from, (text) => text === wanted);
    const found = exact.length > 0 ? exact : indexes(lines, from, (text) => text.trim() === wanted.trim());
    const [at] = found;
    if (at === undefined) return err(`its anchor "@@ ${shown(anchor)}" is nowhere in the file`);
    if (found.length > 1) return err(`its anchor "@@ ${shown(anchor)}" is in the file ${found.length} times`);
    from = at + 1;
  }
  return ok(from > 0 && lines[from - 1]?.text === first ? from - 1 : from);
}

function indexes(lines: readonly Line[], from: number, is: (text: string) => boolean): readonly number[] {
  return lines.flatMap(({ text }, at) => (at >= from && is(text) ? [at] : []));
}

function occurrences({ lines, from, isAtEnd }: HunkRegion, block: readonly string[]): readonly number[] {
  const found: number[] = [];
  const last = lines.length - block.length;
  for (let at = isAtEnd ? Math.max(from, last) : from; at <= last; at++)
    if (block.every((text, offset) => lines[at + offset]?.text === text)) found.push(at);
  return found;
}

function changeAt(lines: readonly Line[], hunk: LineHunk, start: number): LineEdit {
  const usual = lines[0]?.end || "\n";
  const made: Line[] = [];
  let at = start;
  /** The line end of the line that goes, for the one that replaces it. */
  let end = usual;
  for (const { kind, text } of hunk.lines) {
    if (kind === "added") made.push({ text: plain(text), end });
    else {
      const line = lines[at++];
      end = (kind === "removed" && line?.end) || usual;
      if (kind === "kept" && line !== undefined) made.push(line);
    }
  }
  return { start, length: at - start, lines: made };
}

function joined(lines: readonly Line[], changes: readonly LineEdit[]): string {
  const end = lines[0]?.end || "\n";
  const isEnded = lines.length === 0 || lines.at(-1)?.end !== "";
  const made: Line[] = [];
  let from = 0;
  for (const change of changes) {
    made.push(...lines.slice(from, change.start), ...change.lines);
    from = change.start + change.length;
  }
  made.push(...lines.slice(from));
  const last = made.length - 1;
  return made.map((line, at) => line.text + (at < last || isEnded ? line.end || end : "")).join("");
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 ? text.length : next + 1;
    const whole = text.slice(at, stop);
    const end = whole.endsWith("\r\n") ? "\r\n" : whole.endsWith("\n") ? "\n" : "";
    lines.push({ text: whole.slice(0, whole.length - end.length), end });
    at = stop;
  }
  return lines;
}

/** A line without its end. */
function plain(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

function shown(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}
