// The tasks that the commit being made would record: what was applied here since the last one, else the task that was chosen, if it
// can be done again.
import { appliedTasks } from "../../git/open/applied-tasks.ts";
import type { Repository } from "../../git/open/repository.ts";
import { usedTask } from "../../git/open/used-task.ts";

/** `environment` is `ARKITEKT_TASK`. Most commits have none, and pay for two looks into the Git folder. */
export async function tasksAtHand(
  repo: Repository,
  environment: string | undefined,
): Promise<readonly string[]> {
  const applied = appliedTasks(repo);
  const code = environment || usedTask(repo);
  if (applied.length > 0 || code === undefined) return applied;
  const { recordOfTask } = await import("./record-of-task.ts");
  const record = await recordOfTask(repo, code);
  return record === undefined ? [] : [record];
}
