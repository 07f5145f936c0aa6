// What no rule could look at, and what that means for the findings around it.
import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { fileAt } from "../model/place.ts";
import { isOwn } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { luaParse } from "../rules/lua-parse.ts";
import type { RawFinding } from "./compare.ts";
import type { FileVersion } from "./files.ts";
import type { FileTask } from "./select.ts";
import { mentionsSuppression } from "./suppression/suppression-comment.ts";
import type { Terms } from "./terms.ts";

/**
 * Changes of files that could not be read before. One that did not parse counts only where `lua-parse` stops such files:
 * elsewhere anything could be written into one unseen, to be old when the file is mended.
 */
export function unreadBefore(
  broken: readonly SourceFile[],
  tooLarge: readonly FileVersion[],
  terms: Terms,
): ReadonlySet<FileChange> {
  const stopped = broken.filter(({ path }) => mustParse(path, terms));
  return new Set([...stopped, ...tooLarge].flatMap(({ change }) => change ?? []));
}

export function mustParse(path: RepoPath, terms: Terms): boolean {
  return terms.setting(luaParse.id, path).level === "error";
}

export function isSomebodyElses({ path }: FileVersion, { project }: Terms): boolean {
  return !isOwn(path, project);
}

/**
 * An exception to `lua-parse` that a person made does not cover what is added by somebody who may not make one: where the rest of the
 * file can't be read without the lines that it covers, nothing new goes in.
 */
export function isAddedUnread({ text, change }: SourceFile, terms: Terms): boolean {
  if (terms.mayOverride(luaParse.id) || !mentionsSuppression(text) || !/lua-parse/i.test(text)) return false;
  if (change === undefined || change.kind === "deleted") return false;
  return change.lines.kind === "binary" || change.lines.added.length > 0;
}

export function addedUnread({ path }: SourceFile): Finding {
  return {
    place: fileAt(path),
    message: "what this change adds here cannot be judged, because the file does not parse",
    hint: "mend the line that is switched off, or leave this file to somebody who may make exceptions",
  };
}

/** What no rule can look at does not pass: it is a finding of the first one that would have. */
export function unread(
  { path }: FileVersion,
  [first]: readonly FileTask[],
  size: number,
  limit: number,
): RawFinding {
  if (first === undefined) throw new Error(`nobody asked for ${path}`);
  const finding: Finding = {
    place: fileAt(path),
    message: `this file cannot be judged: ${tooLarge(size, limit)}`,
    hint: "split it; or in the policy list it as vendored or generated, or raise limits.fileBytes",
    anchor: { scope: "", code: "too large" },
  };
  return { rule: first.rule.id, finding, file: undefined };
}

function tooLarge(size: number, limit: number): string {
  return `${shown(size)} is more than the ${shown(limit)} that are read`;
}

function shown(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
}
