// The trailers of a message, as `git interpret-trailers --parse` reads them (trailer.c), without a process.
import { withoutEnd } from "../../base/without-end.ts";
import type { Trailer } from "../../model/change.ts";

/** Lines that Git itself writes; one of them makes the last paragraph a trailer block even among other text. */
const OF_GIT = ["Signed-off-by: ", "(cherry picked from commit "];

/** `text` is a message without comment lines. A value that continues on further lines is joined by spaces. */
export function parseTrailers(text: string): Trailer[] {
  const trailers: { key: string; value: string }[] = [];
  // What an indented line continues: nothing after a line that is not a trailer.
  let last: { key: string; value: string } | undefined;
  for (const line of trailerBlock(text)) {
    const separator = separatorAt(line);
    if (/^\s/.test(line)) {
      if (last !== undefined) last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    last =
      separator > 0
        ? { key: line.slice(0, separator).trim(), value: line.slice(separator + 1).trim() }
        : undefined;
    if (last !== undefined) trailers.push(last);
  }
  return trailers;
}

/** Whether the last paragraph is one of trailers, so that another one belongs right below it. */
export function isTrailerBlock(text: string): boolean {
  return trailerBlock(text).some((line) => !isBlank(line));
}

function trailerBlock(text: string): readonly string[] {
  const lines = withoutConflicts(withoutEnd(text, "\n").split("\n"));
  const title = lines.findIndex(isBlank);
  if (title < 0) return [];
  let known = false;
  let trailers = 0;
  let others = 0;
  let continued = 0;
  let onlyBlank = true;
  for (let at = lines.length - 1; at >= title; at--) {
    const line = lines[at] ?? "";
    if (isBlank(line)) {
      if (onlyBlank) continue;
      others += continued;
      const isBlock = (known && trailers * 3 >= others) || (trailers > 0 && others === 0);
      return isBlock ? lines.slice(at + 1) : [];
    }
    onlyBlank = false;
    if (OF_GIT.some((prefix) => line.startsWith(prefix))) {
      trailers++;
      continued = 0;
      known = true;
    } else if (separatorAt(line) > 0) {
      trailers++;
      continued = 0;
    } else if (/^\s/.test(line)) {
      continued++;
    } else {
      others += 1 + continued;
      continued = 0;
    }
  }
  return [];
}

/** Where the colon after a key is: letters, digits and `-`, then white space at most. -1 if the line has no key. */
function separatorAt(line: string): number {
  const key = /^[A-Za-z0-9-]+[ \t]*(?=:)/.exec(line);
  return key === null ? -1 : key[0].length;
}

/** An old Git left the list of conflicts at the end of a merge's message; it is not part of it. */
function withoutConflicts(lines: readonly string[]): readonly string[] {
  let start = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (line === "Conflicts:") start = at;
    else if (!isBlank(line) && !line.startsWith("\t")) break;
  }
  return lines.slice(0, start);
}

function isBlank(line: string): boolean {
  return /^\s*$/.test(line);
}
