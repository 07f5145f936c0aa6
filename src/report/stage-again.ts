import type { RepoPath } from "../base/repo-path.ts";
import { shellWord } from "../base/shell-word.ts";

/** The command that stages mended files and commits again, as a shell takes it; all that is changed where a name is no text. */
export function stageAgain(paths: readonly RepoPath[]): string {
  const isLong = paths.length > MOST_NAMED;
  if (isLong || paths.some((path) => /[\ud800-\udfff\0-\x1f\x7f]/.test(path)))
    return "git add -u :/ && git commit";
  if (paths.length === 0) return "git commit";
  return `git add -- ${paths.map(fromRoot).join(" ")} && git commit`;
}

const MOST_NAMED = 8;

/** Paths count from the root, wherever the command is typed. */
function fromRoot(path: RepoPath): string {
  return shellWord(`:/${path}`);
}
