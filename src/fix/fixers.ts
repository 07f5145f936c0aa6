import picomatch from "picomatch";
import type { RepoPath } from "../base/repo-path.ts";
import type { Fixers } from "../model/transform.ts";

/** Whether a fixer is for this file, as lint-staged matches it: a glob without a slash is for the name in every folder. */
export function hasFixer(fixers: Fixers, path: RepoPath): boolean {
  return Object.keys(fixers).some((glob) => compile(glob)(path));
}

/** The first glob that can't be read as one. */
export function brokenGlob(fixers: Fixers): string | undefined {
  return Object.keys(fixers).find((glob) => {
    try {
      compile(glob);
      return false;
    } catch (error) {
      if (error instanceof SyntaxError) return true;
      throw error;
    }
  });
}

function compile(glob: string): (path: RepoPath) => boolean {
  return picomatch(glob, { dot: true, matchBase: !glob.includes("/"), strictBrackets: true });
}
