// The tasks of a fixture or an example, as the gate would find them: files below `.codex/tasks` that were there before.
import type { TaskAtHand } from "../../../src/model/task/task-at-hand.ts";
import { sameCode } from "../../../src/model/task/task-at-hand.ts";
import { taskCodeOf } from "../../../src/rules/task-code.ts";
import { readTask } from "../../../src/task/read-task.ts";
import { taskFailure } from "../../../src/task/task-fault.ts";
import { codeOfFile } from "../../../src/task/task-file.ts";
import type { Files } from "../repo.ts";
import { messageOf } from "./fixture-repo.ts";
import { PROJECT } from "./fixture-terms.ts";

export interface FixtureTasks {
  readonly code: string | undefined;
  readonly task: TaskAtHand | undefined;
}

/** The branch names the task, else the title does. */
export function tasksOf(before: Files, message: string, branches: readonly string[]): FixtureTasks {
  const code = taskCodeOf(messageOf(message).title, PROJECT.taskCode.patterns);
  const kept = Object.keys(before).flatMap((path) => codeOfFile(path) ?? []);
  if (kept.length === 0) return { code, task: undefined };
  const byBranch = branches.flatMap((branch) => branch.split("/").at(-1) ?? []);
  const named = [
    ...byBranch.map((name) => ({ name, foundBy: "branch" as const })),
    ...(code === undefined ? [] : [{ name: code, foundBy: "title" as const }]),
  ];
  for (const { name, foundBy } of named) {
    const own = kept.find((each) => sameCode(each, name));
    if (own === undefined) continue;
    const path = `.codex/tasks/${own}.json`;
    const read = readTask(Buffer.from(before[path] as string), {
      code: own,
      source: { where: "tree", path },
    });
    const shared = { code: own, foundBy, series: [], phases: [] };
    return {
      code,
      task: {
        kept,
        active: read.ok
          ? { ...shared, kind: "task", task: read.value }
          : { ...shared, kind: "broken", failure: taskFailure(read.error) },
      },
    };
  }
  return { code, task: { kept, active: undefined } };
}
