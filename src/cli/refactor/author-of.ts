import type { Author } from "../../check/refactor/run-authored.ts";
import type { Task } from "../../model/task.ts";
import { authorManifest } from "../../pipeline/authored/author-manifest.ts";
import { AUTHOR_MANIFEST, AUTHOR_WORKFLOW } from "../../task/authored-task.ts";
import { authorWorkflow } from "../ci/author-workflow.ts";

/** What writes the files of a task that steers the program; undefined for any other task. */
export function authorOf(task: Task): Author | undefined {
  if (task.kind === AUTHOR_MANIFEST) return authorManifest(task, undefined);
  if (task.kind === AUTHOR_WORKFLOW) return authorWorkflow(task.workflow);
  return undefined;
}
