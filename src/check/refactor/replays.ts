// What the tasks of a range say about its end: those that its commits record change nothing there, and what was finished before still
// holds.
import type { Repository } from "../../git/open/repository.ts";
import type { Finding } from "../../model/finding.ts";
import { WHOLE_CHANGE } from "../../model/place.ts";
import { recordedTasks } from "../../model/task/task-trailer.ts";
import { readRecord } from "../../refactor/read-refactoring.ts";
import { finishedTasks } from "./finished-tasks.ts";
import type { RangeOfTasks } from "./range-of-tasks.ts";

export async function replaysOf(repo: Repository, range: RangeOfTasks): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const commit of range.commits) {
    const tasks = commit.isMerge ? [] : recordedTasks(commit.message);
    for (const [at, task] of tasks.entries()) {
      const step = tasks.length === 1 ? "its task" : `its task ${at + 1}`;
      const found = await replayOf(`${commit.id.slice(0, 8)} "${commit.message.title}"`, step, task, range);
      if (found !== undefined) findings.push(found);
    }
  }
  return [...findings, ...(await finishedTasks(repo, range))];
}

async function replayOf(
  commit: string,
  step: string,
  task: string,
  { replay, tip, policy }: RangeOfTasks,
): Promise<Finding | undefined> {
  // A line that is not a task is reported at the commit itself.
  if (!readRecord(task).ok) return undefined;
  const again = await (await replay()).again(task, tip, policy.project);
  if (again.kind === "equal") return undefined;
  if (again.kind === "impossible")
    return {
      place: WHOLE_CHANGE,
      message: `whether ${step} of ${commit} is still done is unknown: ${again.why}`,
      details: [task],
      hint: "look at it by hand: what came after it is in its way",
      atMost: "warn",
    };
  return {
    place: WHOLE_CHANGE,
    message: `${step} of ${commit}, done again where this ends, would change ${again.paths} file${again.paths === 1 ? "" : "s"} more`,
    details: [task, ...again.diff],
    hint: "do it again and commit what it makes: shown is what that changes",
  };
}
