// The parts of a unified diff, a file each, and what Git ignores in silence: a hunk that goes on after the lines that its header
// counts, and paths with and without the prefixes a/ and b/ in one diff.
import { err, ok, type Result } from "../base/result.ts";

export interface DiffSection {
  readonly text: string;
  /** Whether its paths are written without `a/` and `b/`; undefined if it does not show. */
  readonly isBare: boolean | undefined;
  /** It makes a copy of another file. */
  readonly isCopy: boolean;
}

/** `text` has one character per byte. The error is one sentence with the line. */
export function readDiff(text: string): Result<readonly DiffSection[], string> {
  const lines = text.replace(/\n$/, "").split("\n");
  const starts: number[] = [];
  let hasNames = true;
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.startsWith("diff --git ")) {
      starts.push(at);
      hasNames = false;
    } else if (isNames(lines, at)) {
      if (hasNames && /^@@ /.test(lines[at + 2] ?? "")) starts.push(at);
      hasNames = true;
      at++;
    } else if (starts.length > 0 && lines[at]?.startsWith("@@ ") && HUNK.test(lines[at] ?? "")) {
      const end = endOfHunk(lines, at);
      if (!end.ok) return end;
      at = end.value - 1;
    }
  }
  const parts = starts.map((start, at) => lines.slice(start, starts[at + 1]));
  const prefixes = new Set([...GIT_PREFIXES, ...parts.flatMap(ownPrefixes)]);
  const sections = parts.map((part) => section(part, prefixes));
  if (sections.some(({ isBare }) => isBare === true) && sections.some(({ isBare }) => isBare === false))
    return err("some of its paths begin with a/ and b/, and others do not");
  return ok(sections);
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

function isNames(lines: readonly string[], at: number): boolean {
  return lines[at]?.startsWith("--- ") === true && lines[at + 1]?.startsWith("+++ ") === true;
}

/** The line after the hunk, by the counts of its header, which have to agree with what is there. */
function endOfHunk(lines: readonly string[], start: number): Result<number, string> {
  const [, from = "", before = "1", to = "", after = "1"] = HUNK.exec(lines[start] ?? "") ?? [];
  const said = [Number(before), Number(after)] as const;
  const counted = [0, 0] as [number, number];
  let at = start + 1;
  for (; counted[0] < said[0] || counted[1] < said[1] || lines[at]?.startsWith("\\"); at++)
    if (!count(lines[at], counted)) break;
  if (counted[0] === said[0] && counted[1] === said[1] && !goesOn(lines, at)) return ok(at);
  const found = [0, 0] as [number, number];
  for (let next = start + 1; next < at || goesOn(lines, next); next++) if (!count(lines[next], found)) break;
  const header = `@@ -${from},${found[0]} +${to},${found[1]} @@`;
  return err(
    `line ${start + 1}: the hunk's header counts ${said[0]} lines before and ${said[1]} after, and what follows is ${header}`,
  );
}

/** Adds a line to both sides of a hunk; false for what is not a line of one. */
function count(line: string | undefined, sides: [number, number]): boolean {
  if (line === undefined || !/^[ +\-\\]|^\r?$/.test(line)) return false;
  if (line.startsWith("\\")) return true;
  if (!line.startsWith("+")) sides[0]++;
  if (!line.startsWith("-")) sides[1]++;
  return true;
}

/** Whether lines that look like a hunk's follow; a mail's signature and a list in prose do not. */
function goesOn(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (/^-- ?\r?$/.test(line) || isNames(lines, at)) return false;
  if (/^[ +-]/.test(line)) return true;
  let next = at;
  while (next < lines.length && /^\r?$/.test(lines[next] ?? "")) next++;
  return next > at && !isNames(lines, next) && /^[+-](?![ -] ?\S|-? ?\r?$)/.test(lines[next] ?? "");
}

function section(lines: readonly string[], prefixes: ReadonlySet<string>): DiffSection {
  const names = lines.findIndex((_, at) => isNames(lines, at));
  const isCopy = lines.slice(0, names < 0 ? lines.length : names).some((line) => line.startsWith("copy to "));
  return { text: `${lines.join("\n")}\n`, isBare: isBare(lines, prefixes), isCopy };
}

function isBare(lines: readonly string[], prefixes: ReadonlySet<string>): boolean | undefined {
  const git = /^diff --git ([^\r]*)/.exec(lines[0] ?? "")?.[1];
  // Without prefixes the two names are one, unless the file is moved.
  if (git !== undefined && git.slice(0, (git.length - 1) / 2) === git.slice((git.length + 1) / 2))
    return true;
  const paths = namesIn(lines).filter((path) => !/^\/dev\/null\s*$/.test(path));
  if (paths.length === 0) return undefined;
  return !paths.every((path) => prefixes.has(firstOf(path)));
}

/** The letters that Git itself puts before a path (`diff.mnemonicPrefix`). */
const GIT_PREFIXES = ["a", "b", "c", "i", "o", "w"];

/** What stands before one and the same path on both sides, as in a diff of two folders; a move between folders looks alike. */
function ownPrefixes(lines: readonly string[]): readonly string[] {
  const names = namesIn(lines).map((name) => name.replace(/[\t\r].*$/, ""));
  const [before = "", after = ""] = names;
  const [one, other] = [firstOf(before), firstOf(after)];
  const isOnePath = one !== other && before.replace(one, "") === after.replace(other, "");
  const isMoved = lines.some((line) => /^(?:rename|copy) from /.test(line));
  return isOnePath && !isMoved && one !== "" && other !== "" ? [one, other] : [];
}

/** What is written behind `---` and `+++`. */
function namesIn(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((_, index) => isNames(lines, index));
  return at < 0 ? [] : lines.slice(at, at + 2).map((line) => line.slice(4));
}

/** The first folder of a path, which may be quoted; "" where it lies in none. */
function firstOf(path: string): string {
  return /^"?([^/"]+)\//.exec(path)?.[1] ?? "";
}
