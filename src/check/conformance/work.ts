// Whether the work that a phase names can be done: as one commit, and by the program where the program carries it out.
import type { Task } from "../../model/task.ts";
import { refactoringOf } from "../../refactor/refactoring-of.ts";
import { AUTHOR_MANIFEST, RUN_PIPELINE } from "../../task/authored-task.ts";
import type { ConformanceFault } from "./scene.ts";

export function workFaults(task: Task): readonly ConformanceFault[] {
  const { kind, edits } = task;
  // For a task that is not a phase this is found when somebody asks for it to be carried out.
  if (task.phase === undefined) return [];
  const fault = (message: string, next: string): ConformanceFault => ({
    about: "work",
    keys: ["task"],
    message,
    next,
  });
  if (kind === RUN_PIPELINE)
    return [fault("a phase is one commit, and can't run a pipeline", "put that one's phases into this one")];
  if (kind === AUTHOR_MANIFEST && edits.length === 0)
    return [
      fault("it can't be carried out: it names no manifest", 'write "edits": [{"path": …, "contents": {…}}]'),
    ];
  const refactoring = refactoringOf(task);
  if (refactoring.ok) return [];
  return [
    fault(
      `it can't be carried out: ${refactoring.error}`,
      "arkitekt refactor --help shows what each task needs",
    ),
  ];
}
