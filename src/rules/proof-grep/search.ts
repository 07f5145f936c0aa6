// Where a grep looks, and how what it finds becomes a finding.

import type { ByteText } from "../../base/byte-text.ts";
import { matchesAny } from "../../base/glob.ts";
import type { ByteRange } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { LineChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt } from "../../model/place.ts";
import type { Project } from "../../model/project.ts";
import { GREP_DEFAULTS, type Grep, type HeldGrep } from "../../model/proof-grep.ts";
import { isAddedBetween } from "../../modules/added-lines.ts";
import { isLua, isOwnLua, isVendored } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import { type CompiledPattern, compilePattern } from "./compile.ts";
import { view } from "./masked-text.ts";

/** Third-party code is never judged; generated code only if `files` asks for it. */
export function looksAt({ files }: Grep, path: RepoPath, project: Project): boolean {
  if (files === undefined) return isOwnLua(path, project);
  return matchesAny(files, path) && !isVendored(path, project);
}

/** Every match in the part of the file that the grep reads; undefined if the grep itself is at fault. */
export function search(
  grep: Grep,
  file: SourceFile,
  project: Project,
): readonly ByteRange[] | "spent" | undefined {
  const compiled = compilePattern(grep);
  if (!compiled.ok) return undefined;
  if (!compiled.value.literals.every((literal) => file.text.includes(literal))) return [];
  return compiled.value.search(view(file, grep.in ?? GREP_DEFAULTS.in, project));
}

/** Whether a match touches a line that the change adds. What has no lines is added as a whole. */
export function isAdded({ start, end }: ByteRange, file: SourceFile): boolean {
  const first = file.lines.at(start).line;
  const last = end > start ? file.lines.at(end - 1).line : first;
  return isAddedBetween(first, last, file);
}

export function addsLines(lines: LineChange): boolean {
  return lines.kind === "binary" || lines.added.length > 0;
}

/** A match of what must not be found. */
export function found(grep: Grep, range: ByteRange, file: SourceFile, project: Project): Finding {
  const text = view(file, grep.in ?? GREP_DEFAULTS.in, project);
  const scope = isLua(file.path, project) ? file.lua.scopeAt(range.start) : "";
  const lines = wholeLines(text, range);
  const squeezed = (part: string) => `${grep.pattern}\0${part.replaceAll(/\s+/g, "")}`;
  return {
    place: placeIn(file, range),
    message: grep.message ?? `must not be found: ${grep.pattern}`,
    hint: `take it out; ${readAs(grep, isLua(file.path, project))}`,
    anchor: {
      scope,
      code: squeezed(lines),
      group: [squeezed(text.slice(range.start, range.end)), scope, squeezed(withoutNames(lines))].join("\0"),
    },
  };
}

/** A finding of a grep that only warns is a warning too. */
export function atMost({ atMost }: HeldGrep, finding: Finding): Finding {
  return atMost === undefined ? finding : { ...finding, atMost };
}

/** A renamed variable makes no new match of what else stands in its line; fields keep their names. */
function withoutNames(lines: string): string {
  return lines.replaceAll(/(?<!(?<!\.)\.|:|\w)[A-Za-z_]\w*/g, "_");
}

/** Fails closed: the grep took too long, so nobody knows. Even if it did so before. */
export function unjudged(grep: Grep, file: SourceFile): Finding {
  return {
    place: fileAt(file.path),
    message: `could not be judged by ${grep.pattern}: it takes too much time or memory here`,
    hint: "make the pattern simpler: fewer repetitions, none inside another, a plain word at its start",
    evenIfOld: true,
  };
}

/** How the grep was understood: if it finds something unexpected, this explains it. */
export function readAs(grep: Grep, inLua: boolean): string {
  const compiled = compilePattern(grep);
  if (!compiled.ok) return "";
  const { dialect, pattern }: CompiledPattern = compiled.value;
  const kind = dialect === "lua" ? "Lua pattern" : "regular expression";
  return `read as the ${kind} ${pattern} in ${REGIONS[inLua ? (grep.in ?? GREP_DEFAULTS.in) : "text"]}`;
}

const REGIONS = { code: "code without comments", text: "the whole text", comments: "comments" };

function wholeLines(text: ByteText, { start, end }: ByteRange): string {
  const before = text.slice(Math.max(0, start - LONGEST_SIDE), start);
  const after = text.slice(end, end + LONGEST_SIDE);
  const to = after.indexOf("\n");
  const from = start - before.length + before.lastIndexOf("\n") + 1;
  return text.slice(from, to < 0 ? end + after.length : end + to);
}

/** In a line that no person wrote, what stands near a match is enough to recognise it: such a line may hold thousands of matches. */
const LONGEST_SIDE = 500;
