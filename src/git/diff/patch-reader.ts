// Counts what a patch (`-p -U0 --full-index`) adds, section by section, without holding it. Hunk bodies are read by the
// counts in their headers, so that the text of a file is never taken for a header.
import type { LineChange, LineRange } from "../../model/change.ts";
import { CrossHunkPairs } from "./cross-hunk-pairs.ts";
import { addRange, Hunk } from "./hunk.ts";

const NEW_LINE = 10;
const PLUS = 0x2b;
const MINUS = 0x2d;
const BACKSLASH = 0x5c;

interface PatchSection {
  readonly kind: "text";
  readonly added: LineRange[];
  addedLoc: number;
}

/** The hunk that is being read. An ordinary one has one old side, a merge's has one for each parent. */
interface Body {
  readonly oldLeft: number[];
  newLeft: number;
  newLine: number;
  /** Counts an ordinary hunk as a whole; a merge's is counted line by line. */
  hunk: Hunk | undefined;
  /** All that is left are lines of a new file, none of them with a line end of its own kind. */
  isQuick: boolean;
}

export class PatchReader {
  readonly lines = new Map<string, LineChange>();
  /** The keys of sections in which white space, ignored, may pair more lines than were paired here. */
  readonly doubtful = new Set<string>();
  /** The keys of sections with lines that hold a CR inside, so that Lua counts more lines than Git. */
  readonly oddEnds = new Set<string>();
  /** True when the next bytes begin another commit. */
  isOver = false;
  #key = "";
  #section: PatchSection = { kind: "text", added: [], addedLoc: 0 };
  #crossHunk: CrossHunkPairs | undefined;
  /** The first line of the old text after the last hunk. */
  #oldEnd = 1;
  #body: Body | undefined;
  /** What counts the line whose beginning was read; undefined between lines. */
  #counting: Hunk | "nothing" | undefined;

  /** Reads on from `at` and gives the place up to which everything is read. */
  read(bytes: Buffer, at: number): number {
    let place = at;
    while (place < bytes.length) {
      const next =
        this.#body === undefined ? this.#readHeader(bytes, place) : this.#readLine(bytes, place, this.#body);
      if (next === place) break;
      place = next;
    }
    return place;
  }

  /** Says that nothing more comes. */
  finish(): void {
    if (this.#crossHunk?.hidesPairs) this.doubtful.add(this.#key);
    this.#crossHunk = undefined;
  }

  #readHeader(bytes: Buffer, at: number): number {
    if (beginsCommit(bytes, at)) {
      this.isOver = true;
      return at;
    }
    const end = bytes.indexOf(NEW_LINE, at);
    if (end < 0) return at;
    const line = bytes.toString("latin1", at, end);
    if (line.startsWith("index ")) this.#beginSection(line);
    else if (line.startsWith("@@")) this.#body = this.#beginBody(line);
    else if (line.startsWith("Binary files ") && !this.lines.has(this.#key))
      this.lines.set(this.#key, { kind: "binary" });
    return end + 1;
  }

  #beginSection(line: string): void {
    this.finish();
    this.#key = (line.split(" ")[1] ?? "").replace("..", ",");
    // A file that is new has nothing to be compared with, and a merge is not compared by white space.
    const isOrdinary = !/^0+,/.test(this.#key) && this.#key.split(",").length === 2;
    this.#crossHunk = isOrdinary ? new CrossHunkPairs() : undefined;
    this.#section = { kind: "text", added: [], addedLoc: 0 };
    this.#oldEnd = 1;
  }

  /** `@@ -1,2 +3,4 @@`, or `@@@ -1,2 -1,2 +3,4 @@@` for a merge; a count of one is left out. */
  #beginBody(line: string): Body | undefined {
    const sides = [...line.slice(0, line.indexOf(" @@")).matchAll(/ [-+](\d+)(?:,(\d+))?/g)];
    const counts = sides.map(([, , count]) => Number(count ?? 1));
    const newLeft = counts.pop() ?? 0;
    const newLine = Number(sides.at(-1)?.[1] ?? 1);
    this.#crossHunk?.beginHunk(this.#distance(Number(sides[0]?.[1] ?? 1), counts[0] ?? 0));
    const hunk = counts.length === 1 ? new Hunk(newLine, this.#crossHunk) : undefined;
    this.lines.set(this.#key, this.#section);
    return newLeft + counts.reduce((sum, count) => sum + count, 0) > 0
      ? {
          oldLeft: counts,
          newLeft,
          newLine,
          hunk,
          isQuick: this.#crossHunk === undefined && isNewFile(counts),
        }
      : undefined;
  }

  /** How many lines stand between the last hunk and the one that now begins at `start` of the old text. */
  #distance(start: number, count: number): number {
    // A hunk that removes nothing is named by the line before it.
    const begin = count === 0 ? start + 1 : start;
    const distance = begin - this.#oldEnd;
    this.#oldEnd = begin + count;
    return distance;
  }

  /** The lines of a new file that are here as a whole, all at once. */
  #readNewLines(bytes: Buffer, at: number, body: Body): number {
    let end = at;
    let lines = 0;
    for (let next = bytes.indexOf(NEW_LINE, at); next >= 0 && lines < body.newLeft; lines++) {
      end = next + 1;
      next = bytes.indexOf(NEW_LINE, end);
    }
    if (lines === 0) return at;
    const text = bytes.toString("latin1", at, end);
    // Lua ends a line there and Git does not: such lines are counted one by one.
    body.isQuick = !/\r(?!\n)/.test(text);
    if (!body.isQuick) return at;
    // A line that came in two pieces was counted by itself.
    if (body.hunk !== undefined) this.#take(body.hunk);
    addRange(this.#section.added, { start: body.newLine, end: body.newLine + lines });
    this.#section.addedLoc += text.match(INKED)?.length ?? 0;
    body.newLine += lines;
    body.newLeft -= lines;
    body.hunk = new Hunk(body.newLine, undefined);
    if (body.newLeft === 0) this.#body = undefined;
    return end;
  }

  #readLine(bytes: Buffer, at: number, body: Body): number {
    if (body.isQuick && this.#counting === undefined) {
      const end = this.#readNewLines(bytes, at, body);
      if (end > at) return end;
    }
    let start = at;
    if (this.#counting === undefined) {
      const signs = body.oldLeft.length;
      if (bytes.length < at + signs) return at;
      if (bytes[at] === BACKSLASH) {
        const end = bytes.indexOf(NEW_LINE, at);
        return end < 0 ? at : end + 1;
      }
      this.#counting = beginLine(body, bytes.subarray(at, at + signs));
      start += signs;
    }
    const end = bytes.indexOf(NEW_LINE, start);
    if (this.#counting !== "nothing")
      this.#counting.push(bytes.subarray(start, end < 0 ? bytes.length : end));
    if (end < 0) return bytes.length;
    this.#endLine(body, this.#counting);
    return end + 1;
  }

  #endLine(body: Body, counting: Hunk | "nothing"): void {
    this.#counting = undefined;
    if (counting !== "nothing") {
      counting.endLine();
      if (counting !== body.hunk) this.#take(counting);
    }
    if (body.newLeft > 0 || body.oldLeft.some((left) => left > 0)) return;
    if (body.hunk !== undefined) this.#take(body.hunk);
    this.#body = undefined;
  }

  #take(hunk: Hunk): void {
    if (hunk.hasLoneCr) this.oddEnds.add(this.#key);
    const { added, addedLoc } = hunk.end();
    for (const range of added) addRange(this.#section.added, range);
    this.#section.addedLoc += addedLoc;
  }
}

/** An added line that holds more than white space. */
const INKED = /^\+[\t\v\f\r ]*[^\t-\r ]/gm;

function isNewFile(oldCounts: readonly number[]): boolean {
  return oldCounts.length === 1 && oldCounts[0] === 0;
}

function beginLine(body: Body, signs: Buffer): Hunk | "nothing" {
  const isLost = signs.includes(MINUS);
  signs.forEach((sign, side) => {
    const isInOld = isLost ? sign === MINUS : sign !== PLUS;
    if (isInOld) body.oldLeft[side] = (body.oldLeft[side] ?? 0) - 1;
  });
  const number = body.newLine;
  if (!isLost) {
    body.newLeft--;
    body.newLine++;
  }
  if (body.hunk !== undefined) {
    body.hunk.beginLine(!isLost);
    return body.hunk;
  }
  if (!signs.every((sign) => sign === PLUS)) return "nothing";
  const hunk = new Hunk(number, undefined);
  hunk.beginLine(true);
  return hunk;
}

/** A commit id and a NUL, where a line of a patch could begin. */
function beginsCommit(bytes: Buffer, at: number): boolean {
  const length = bytes[at + 40] === 0 ? 40 : bytes[at + 64] === 0 ? 64 : 0;
  return length > 0 && /^[0-9a-f]+$/.test(bytes.toString("latin1", at, at + length));
}
