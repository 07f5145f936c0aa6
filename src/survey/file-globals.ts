// Globals that a linter allows only some files: an exception to the rule for those files, and nowhere else.
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { isTest } from "../modules/lua-files.ts";
import type { FileGlobals } from "./linters/declaration.ts";

export interface FileGlobalsFound {
  /** Each glob that matches files which are not tests, with its globals. */
  readonly code: readonly FileGlobals[];
  /** For globs that match tests: they share one exception. */
  readonly tests: readonly string[];
}

/** A glob that matches nothing here says nothing about what is here. */
export function fileGlobals(
  inFiles: readonly FileGlobals[],
  luaPaths: readonly RepoPath[],
): FileGlobalsFound {
  const code: FileGlobals[] = [];
  const tests = new Set<string>();
  for (const { glob, globals } of inFiles) {
    const matched = luaPaths.filter((path) => matchesAny([glob], path));
    if (matched.some((path) => !isTest(path))) code.push({ glob, globals });
    if (matched.some(isTest)) for (const name of globals) tests.add(name);
  }
  return { code, tests: [...tests] };
}
