// The refactorings that were applied to the index of a working tree since its last commit: what the next one may record.
import { join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { replaceFile } from "../../system/files.ts";
import { readIfThere } from "./head.ts";
import type { Repository } from "./repository.ts";

export const APPLIED_TASKS = "arkitekt-applied";

/** In the order in which they were applied, as a trailer records each; none once another commit was made. */
export function appliedTasks({ gitDir, head }: Repository): readonly string[] {
  const [stood, ...tasks] = (readIfThere(join(gitDir, APPLIED_TASKS)) ?? "")
    .split("\n")
    .filter((line) => line !== "");
  return stood === idOf(head) ? tasks : [];
}

export function addAppliedTask(repo: Repository, task: string): void {
  const lines = [idOf(repo.head), ...appliedTasks(repo), task];
  replaceFile(join(repo.gitDir, APPLIED_TASKS), `${lines.join("\n")}\n`);
}

function idOf(head: Repository["head"]): ObjectId {
  return head.kind === "unborn" ? "none" : head.id;
}
