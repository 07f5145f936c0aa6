// Where in a history certain files were last touched, for questions that no diff of a change answers.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";

/**
 * The commits that lead to `from`, itself included, and change one of `paths`, newest first; merges are not simplified away.
 * What the files hold is not asked of Git, whose search passes over what attributes call binary.
 */
export async function touches(
  { git }: Repository,
  from: ObjectId,
  paths: readonly string[],
): Promise<readonly ObjectId[]> {
  const answer = await git.run([
    "log",
    "--format=%H",
    "--full-history",
    "--no-show-signature",
    from,
    "--",
    ...paths,
  ]);
  return answer.stdout.toString("latin1").split("\n").filter(Boolean);
}
