// The next step for somebody whose change holds what must not be in it. A command stands on a line of its own, and works as it
// is, wherever it is typed.
import { pathspecWords } from "../base/pathspec.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { isProposed, type Subject } from "../model/change.ts";

/** `besides` is what else may be done, if it can be kept: "put it below A". */
export function unstageHint(paths: readonly RepoPath[], subject: Subject, besides?: string): string {
  const before = besides === undefined ? "" : `${besides}, or `;
  if (isProposed(subject)) return `${before}take it out of the patch`;
  if (subject.kind !== "staged") return `${before}take it out of that commit`;
  return `${before}take it out of the commit:\n${unstage(paths, subject)}`;
}

/** Takes these paths out of the index; all that is staged if there are many. Before the first commit there is nothing to restore from. */
export function unstage(
  paths: readonly RepoPath[],
  { isFirst }: Extract<Subject, { kind: "staged" }>,
): string {
  const words = paths.length > MOST_NAMED ? ":/" : pathspecWords(paths);
  return isFirst ? `git reset -q -- ${words}` : `git restore --staged -- ${words}`;
}

export const MOST_NAMED = 8;
