import { pathspecWords } from "../base/pathspec.ts";
import type { RepoPath } from "../base/repo-path.ts";

/** The command that stages mended files and commits again, as a shell takes it; all that is changed if there are many. */
export function stageAgain(paths: readonly RepoPath[]): string {
  if (paths.length > MOST_NAMED) return "git add -u :/ && git commit";
  if (paths.length === 0) return "git commit";
  return `git add -- ${pathspecWords(paths)} && git commit`;
}

const MOST_NAMED = 8;
