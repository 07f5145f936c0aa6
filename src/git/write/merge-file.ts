// Carries an edit over from one version of a file to another.
import { join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { fillFolder, withScratch } from "../../system/scratch.ts";
import type { Repository } from "../open/repository.ts";
import { askUserGit } from "../process/user-git.ts";

/** `mine` with everything that leads from `before` to `after`; undefined if that touches what `mine` changed too. */
export async function mergeFile(
  { git }: Repository,
  mine: Buffer,
  before: Buffer,
  after: Buffer,
): Promise<Buffer | undefined> {
  return await withScratch("merge", async (folder) => {
    fillFolder(folder, { mine, before, after });
    const files = ["mine", "before", "after"].map((name) => join(folder, name));
    const answer = await git.run(["merge-file", "-p", "-q", ...files], { okCodes: ALL });
    return answer.code === 0 ? answer.stdout : undefined;
  });
}

/** As many conflicts as there are; 255 for what is not text. */
const ALL = Array.from({ length: 256 }, (_, code) => code);

/** A blob as a checkout writes it to the working tree at `path`, through the user's filters and line ends. */
export function checkedOut({ git }: Repository, id: ObjectId, path: RepoPath): Buffer | undefined {
  if (encodePath(path).toString("utf8") !== path) return undefined;
  const answer = askUserGit(git.cwd, git.env, ["cat-file", "--filters", `--path=${path}`, id]);
  return answer.code === 0 ? answer.stdout : undefined;
}
