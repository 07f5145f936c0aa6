// The playbook's meta-tasks ("New meta-tasks"): two write files that steer the program, which it writes itself; the third runs a pipeline.
import { count } from "../base/wording.ts";
import { WORKFLOW } from "../model/ci-places.ts";
import type { Task } from "../model/task.ts";

export const AUTHOR_MANIFEST = "author_pipeline_manifest";
export const AUTHOR_WORKFLOW = "create_ci_notifications";
export const RUN_PIPELINE = "run_pipeline";

export function isAuthored({ kind }: Pick<Task, "kind">): boolean {
  return kind === AUTHOR_MANIFEST || kind === AUTHOR_WORKFLOW;
}

/** What such a task does, in a line. */
export function authoredDeed({ kind, edits }: Pick<Task, "kind" | "edits">): string {
  const paths = kind === AUTHOR_WORKFLOW ? [WORKFLOW] : edits.map(({ path }) => path);
  const line = `write ${paths.join(", ")}`;
  return line.length <= MOST ? line : `write ${count(paths.length, "manifest")}`;
}

/** In characters: what a title has room for after a code. */
const MOST = 66;
