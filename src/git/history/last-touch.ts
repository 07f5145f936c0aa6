// Where in a history certain files were last touched, for questions that no diff of a change answers.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";

/**
 * The newest commit that leads to `from`, itself included, and changes one of `paths`; merges are not simplified away.
 * With `holding` only one that adds or takes away a line with that text.
 */
export async function lastTouch(
  { git }: Repository,
  from: ObjectId,
  paths: readonly string[],
  holding?: string,
): Promise<ObjectId | undefined> {
  const lines = holding === undefined ? [] : ["--no-textconv", "--no-ext-diff", "-G", holding];
  const answer = await git.run([
    "log",
    "-1",
    "--format=%H",
    "--full-history",
    "--no-show-signature",
    ...lines,
    from,
    "--",
    ...paths,
  ]);
  const id = answer.stdout.toString("latin1").trim();
  return id === "" ? undefined : id;
}
