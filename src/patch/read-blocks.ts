// Search/replace blocks: a path, then whole lines to be found once, and what replaces them.
import { err, ok, type Result } from "../base/result.ts";
import type { HunkLine, LineHunk, Patch, PatchEdit } from "../model/patch.ts";
import { addHunks } from "./add-hunks.ts";
import { type PatchLines, patchLines } from "./patch-lines.ts";
import { stepPath } from "./step-path.ts";

export const SEARCH_LINE = /^<{5,9} SEARCH\s*$/;
const DIVIDER = /^={5,9}\s*$/;
const REPLACE_LINE = /^>{5,9} REPLACE\s*$/;
const FENCE = /^\s*(?:```|~~~)/;

/** `text` has one character per byte. */
export function readBlocks(text: string): Result<Patch, string> {
  const lines = patchLines(text);
  const edits: PatchEdit[] = [];
  let path: string | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (!SEARCH_LINE.test(line)) {
      if (DIVIDER.test(line) || REPLACE_LINE.test(line))
        return err(`line ${at + 1}: no SEARCH comes before it`);
      if (line.trim() !== "" && !FENCE.test(line)) path = pathAfter(path, pathIn(line));
      at++;
      continue;
    }
    if (path === undefined) return err(`line ${at + 1}: a line with the path is needed before SEARCH`);
    const read = stepPath(path);
    if (!read.ok)
      return err(`line ${at + 1}: ${JSON.stringify(path)} is not a path of a repository: ${read.error}`);
    const end = indexFrom(lines, at + 1, REPLACE_LINE);
    const again = indexFrom(lines.slice(0, end), at + 1, SEARCH_LINE);
    if (again !== undefined) return err(`line ${again + 1}: the block before it has no end`);
    const dividers = dividersIn(lines, at, end ?? lines.length);
    const [divider, another] = dividers;
    if (divider === undefined || end === undefined)
      return err(
        `line ${at + 1}: this block has no ${divider === undefined ? "=======" : ">>>>>>> REPLACE"}`,
      );
    if (another !== undefined)
      return err(`line ${another + 1}: a second ======= in one block, and nothing says which divides it`);
    const search = lines.slice(at + 1, divider);
    if (search.length === 0 && isProse(read.value))
      return err(
        `line ${at + 1}: ${JSON.stringify(path)} comes before it, and cannot be the path of a new file`,
      );
    add(edits, read.value, search, lines.slice(divider + 1, end));
    at = end + 1;
  }
  if (edits.length === 0) return err("there is no block in it");
  return ok({ edits, moves: [], deletions: [] });
}

/** A file's blocks are hunks of one edit; a block that searches for nothing makes a new file. */
function add(edits: PatchEdit[], path: string, search: readonly string[], replace: readonly string[]): void {
  if (search.length === 0) {
    const contents = Buffer.from(replace.map((line) => `${line}\n`).join(""), "latin1");
    edits.push({ kind: "contents", path, contents, isNew: true });
    return;
  }
  const hunk: LineHunk = { anchors: [], lines: hunkLines(search, replace), isAtEnd: false };
  addHunks(edits, path, [hunk]);
}

/** Lines that both sides begin or end with are kept, with the ends that they have in the file. */
function hunkLines(search: readonly string[], replace: readonly string[]): readonly HunkLine[] {
  const most = Math.min(search.length, replace.length);
  let head = 0;
  while (head < most && search[head] === replace[head]) head++;
  let tail = 0;
  while (tail < most - head && search.at(-1 - tail) === replace.at(-1 - tail)) tail++;
  const of = (kind: HunkLine["kind"], lines: readonly string[]) => lines.map((text) => ({ kind, text }));
  return [
    ...of("kept", search.slice(0, head)),
    ...of("removed", search.slice(head, search.length - tail)),
    ...of("added", replace.slice(head, replace.length - tail)),
    ...of("kept", search.slice(search.length - tail)),
  ];
}

/** Without what Markdown sets a name off with. */
function pathIn(line: string): string {
  const bare = line
    .trim()
    .replace(/^#{1,6} +/, "")
    .replace(/:$/, "");
  return bare.replace(/^\*\*(.*?):?\*\*$/, "$1").replace(/^`(.*)`$/, "$1");
}

/** What is said between a path and its blocks, or between two of them, is no path. */
function pathAfter(known: string | undefined, line: string): string {
  return known !== undefined && !isProse(known) && isProse(line) && !line.includes("/") ? known : line;
}

/** Only the ending tells the path of a file that does not exist from a sentence: names of files with blanks have one. */
function isProse(path: string): boolean {
  return /\s/.test(path) && !/\.\w+$/.test(path);
}

/** Those of the markers' own length, if there are several. */
function dividersIn(lines: PatchLines, start: number, end: number): readonly number[] {
  const all: number[] = [];
  for (let at = start + 1; at < end; at++) if (DIVIDER.test(lines[at] ?? "")) all.push(at);
  if (all.length < 2) return all;
  const length = /^<+/.exec(lines[start] ?? "")?.[0].length;
  const alike = all.filter((at) => lines[at]?.trimEnd().length === length);
  return alike.length === 0 ? all : alike;
}

function indexFrom(lines: readonly string[], from: number, pattern: RegExp): number | undefined {
  for (let at = from; at < lines.length; at++) if (pattern.test(lines[at] ?? "")) return at;
  return undefined;
}
