import { isMerging } from "../../git/changes/staged.ts";
import type { Repository } from "../../git/open/repository.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import { tasksAtHand } from "./tasks-at-hand.ts";

/** The tasks at hand, where what is staged is what they make of `HEAD`: what its commit may record. None of a merge. */
export async function provedTasks(
  repo: Repository,
  environment: string | undefined,
): Promise<readonly string[]> {
  const tasks = await tasksAtHand(repo, environment);
  if (tasks.length === 0 || isMerging(repo)) return [];
  // Loaded for those who have a task at hand that can be done again.
  const { TaskReplay } = await import("./task-replay.ts");
  const { policy } = await policyInForce(repo);
  const { kind } = await new TaskReplay(repo).replayStaged(tasks, policy.project);
  return kind === "equal" ? tasks : [];
}
