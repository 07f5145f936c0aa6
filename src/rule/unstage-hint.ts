import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { Subject } from "../model/change.ts";

/** The next step for somebody whose change holds a file that must not be in it. */
export function unstageHint(path: RepoPath, subject: Subject): string {
  if (subject.kind !== "staged") return "take it out of that commit";
  return isPlain(path)
    ? `take it out of the commit: git restore --staged -- ${path}`
    : "take it out of the commit: git restore --staged -- <file>";
}

/** A path that every shell reads as one word, as it stands. */
function isPlain(path: RepoPath): boolean {
  return showPath(path) === path && /^[\w./+@-]+$/.test(path);
}
