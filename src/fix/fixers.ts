import picomatch from "picomatch";
import type { RepoPath } from "../base/repo-path.ts";
import type { Fixers } from "../model/fixers.ts";

/** Whether a fixer is for this file, as lint-staged matches it: a glob without a slash is for the name in every folder. */
export function hasFixer(fixers: Fixers, path: RepoPath): boolean {
  return Object.keys(fixers).some((glob) =>
    picomatch(glob, { dot: true, matchBase: !glob.includes("/"), strictBrackets: true })(path),
  );
}
