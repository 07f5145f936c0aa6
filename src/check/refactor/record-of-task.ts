import type { Repository } from "../../git/open/repository.ts";
import { recordOf } from "../../refactor/read-refactoring.ts";
import { refactoringOf } from "../../refactor/refactoring-of.ts";
import { TaskFiles } from "../task-files.ts";

/** What a commit would record of a task; undefined for one that no refactoring carries out, or that does not exist. */
export async function recordOfTask(repo: Repository, code: string): Promise<string | undefined> {
  const parent = repo.head.kind === "unborn" ? undefined : repo.head.id;
  const task = await new TaskFiles(repo, { parent, after: { kind: "index" }, top: repo.top }).find(code);
  const refactoring = task === undefined ? undefined : refactoringOf(task);
  return refactoring?.ok && refactoring.value !== undefined ? recordOf(refactoring.value) : undefined;
}
