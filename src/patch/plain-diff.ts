// Diffs as `git diff` writes most of them: files that are changed, made or deleted, each of them once, and nothing else in between. What
// Git would say of such a one can be told from its text and what it was applied to; about any other one Git is asked.
import { decodePath, type RepoPath } from "../base/repo-path.ts";
import type { DiffSection } from "./read-diff.ts";

export interface PlainSection {
  readonly path: RepoPath;
  readonly kind: "modified" | "added" | "deleted";
  readonly hunks: readonly PlainHunk[];
}

export interface PlainHunk {
  readonly before: HunkSide;
  readonly after: HunkSide;
  /** Lines that stay follow on its last change: where none does, it belongs at the end of the file. */
  readonly isFollowed: boolean;
}

export interface HunkSide {
  /** Of its first line, from 1; 0 where it has no line. */
  readonly start: number;
  readonly lines: number;
  /** One character per byte. */
  readonly text: string;
}

/** Undefined for any other diff. */
export function plainDiff(sections: readonly DiffSection[]): readonly PlainSection[] | undefined {
  const plain: PlainSection[] = [];
  for (const { text } of sections) {
    const read = readSection(text.split("\n").slice(0, -1));
    if (read === undefined) return undefined;
    plain.push(read);
  }
  const paths = new Set(plain.map(({ path }) => path));
  return paths.size === plain.length ? plain : undefined;
}

function readSection(lines: readonly string[]): PlainSection | undefined {
  const path = /^diff --git a\/([\x21\x23-\x5b\x5d-\x7e]+) b\/\1$/.exec(lines[0] ?? "")?.[1];
  if (path === undefined) return undefined;
  let at = 1;
  const mode = /^(new|deleted) file mode 100(?:644|755)$/.exec(lines[at] ?? "")?.[1];
  if (mode !== undefined) at++;
  if (/^index [0-9a-f]+\.\.[0-9a-f]+(?: 100(?:644|755))?$/.test(lines[at] ?? "")) at++;
  const kind = mode === undefined ? "modified" : mode === "new" ? "added" : "deleted";
  const old = kind === "added" ? "/dev/null" : `a/${path}`;
  const new_ = kind === "deleted" ? "/dev/null" : `b/${path}`;
  if (lines[at] !== `--- ${old}` || lines[at + 1] !== `+++ ${new_}`) return undefined;
  const hunks = readHunks(lines, at + 2);
  const isPlain =
    hunks !== undefined && (kind === "modified" ? areInOrder(hunks) : isWholeFile(hunks, kind === "added"));
  return isPlain ? { path: decodePath(Buffer.from(path, "latin1")), kind, hunks } : undefined;
}

function readHunks(lines: readonly string[], start: number): readonly PlainHunk[] | undefined {
  const hunks: PlainHunk[] = [];
  for (let at = start; at < lines.length; ) {
    const header = HEADER.exec(lines[at++] ?? "");
    if (header === null) return undefined;
    const [, oldStart, oldLines = "1", newStart, newLines = "1"] = header;
    const before = { start: Number(oldStart), lines: Number(oldLines), text: "" };
    const after = { start: Number(newStart), lines: Number(newLines), text: "" };
    const left = [before.lines, after.lines] as [number, number];
    let isFollowed = false;
    for (let line = lines[at]; left[0] > 0 || left[1] > 0 || line?.startsWith("\\"); line = lines[++at]) {
      const sign = line?.[0];
      if (line === undefined || sign === undefined || !" +-\\".includes(sign)) return undefined;
      if (sign === "\\") {
        if (lines[at - 1]?.[0] !== "+") before.text = before.text.slice(0, -1);
        if (lines[at - 1]?.[0] !== "-") after.text = after.text.slice(0, -1);
        continue;
      }
      isFollowed = sign === " ";
      if (sign !== "+") {
        left[0]--;
        before.text += `${line.slice(1)}\n`;
      }
      if (sign !== "-") {
        left[1]--;
        after.text += `${line.slice(1)}\n`;
      }
    }
    if (left[0] < 0 || left[1] < 0) return undefined;
    hunks.push({ before, after, isFollowed });
  }
  return hunks.length === 0 ? undefined : hunks;
}

const HEADER = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** One behind the other on both sides, where those before have moved them; only the first at the beginning of the file. */
function areInOrder(hunks: readonly PlainHunk[]): boolean {
  let end = 1;
  let moved = 0;
  return hunks.every(({ before, after }, at) => {
    const isInOrder =
      before.lines > 0 &&
      after.lines > 0 &&
      before.start >= (at === 0 ? 1 : Math.max(end, 2)) &&
      after.start >= (at === 0 ? 1 : 2) &&
      after.start === before.start + moved;
    end = before.start + before.lines;
    moved += after.lines - before.lines;
    return isInOrder;
  });
}

function isWholeFile([hunk, ...others]: readonly PlainHunk[], isMade: boolean): boolean {
  if (hunk === undefined || others.length > 0) return false;
  const [nothing, all] = isMade ? [hunk.before, hunk.after] : [hunk.after, hunk.before];
  return nothing.start === 0 && nothing.lines === 0 && all.start === 1 && all.lines > 0;
}
