// Git says "not a git repository" even where there is one that it cannot read; this tells the two apart.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Failure, failure } from "../../model/failure.ts";

export function explainNoRepository(found: Failure, cwd: string): Failure {
  const gitFolder = findGitFolder(cwd);
  if (gitFolder === undefined) return failure(found.kind, `${cwd} is not in a Git repository`, found.next);
  const head = readHeadFile(gitFolder);
  if (head !== undefined && !/^(ref: refs\/|[0-9a-f]{40,64}\s*$)/.test(head))
    return failure(
      "broken-head",
      `${join(gitFolder, "HEAD")} does not name a branch or a commit`,
      "write the branch you were on into it, for example: ref: refs/heads/main",
    );
  return failure(
    "broken-repository",
    `${gitFolder} is there, but Git does not take it for a repository`,
    "run: git status; then restore what is missing from a clone or a backup",
  );
}

function findGitFolder(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const place = join(folder, ".git");
    if (existsSync(place)) return place;
    if (dirname(folder) === folder) return undefined;
  }
}

function readHeadFile(gitFolder: string): string | undefined {
  try {
    if (!statSync(gitFolder).isDirectory()) return undefined;
    return readFileSync(join(gitFolder, "HEAD"), "utf8");
  } catch {
    return undefined;
  }
}
