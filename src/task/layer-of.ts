// A task as one more layer of settings.

import type { TaskLayer, TaskSetting } from "../model/task/task-layer.ts";
import type { Task } from "../model/task.ts";

/** What a task asks for, in terms of rules; `fence` is what `fenceOf` gives. One that may not widen narrows what the policy allows. */
export function layerOf(
  { constraints, proofGreps }: Pick<Task, "constraints" | "proofGreps">,
  fence: readonly string[] | undefined,
  mayWiden: boolean,
): TaskLayer {
  const { allowlist = [], diffBudget } = constraints;
  const documents = mayWiden ? allowlist.filter(namesDocument) : [];
  return {
    origin: "task",
    rules: {
      ...(fence === undefined ? {} : { "path-fence": fenceSetting(fence, mayWiden) }),
      ...(diffBudget === undefined ? {} : { "diff-budget": budgetSetting(diffBudget) }),
      ...(proofGreps.length === 0 ? {} : { "proof-grep": grepSetting(proofGreps) }),
      ...(documents.length === 0 ? {} : { "docs-fence": { options: { allow: documents } } }),
    },
  };
}

/** Proof-greps that are held as errors, whatever the policy makes of its own. */
export function grepSetting(greps: readonly unknown[]): TaskSetting {
  return { level: "error", options: { greps } };
}

function fenceSetting(fence: readonly string[], mayWiden: boolean): TaskSetting {
  const roots = fence.length === 0 ? NOTHING : fence;
  if (mayWiden) return { level: "error", options: { roots, within: [] } };
  return { level: "error", options: { within: roots }, alone: { roots: [] } };
}

/** An empty list of roots would not be a fence: here nothing may change but what is never fenced. */
const NOTHING = [".codex"];

function budgetSetting({ files, addedLoc }: NonNullable<Task["constraints"]["diffBudget"]>): TaskSetting {
  const most = Number.MAX_SAFE_INTEGER;
  return {
    level: "error",
    // The text of a task is not part of its work.
    options: { files: files ?? most, addedLoc: addedLoc ?? most, exclude: [".codex/**"] },
    alone: { strict: { globs: [] } },
  };
}

/** A document is asked for by its name, or by a glob with its ending; a folder and `**` ask for none. */
export function namesDocument(entry: string): boolean {
  if (!/[*?[\]{}()!+@\\]/.test(entry)) return true;
  return /\.(?:\w+|\{\w+(?:,\w+)*\})$/.test(entry);
}
