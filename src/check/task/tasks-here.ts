// Where a command looks for tasks, and what the policy says about them.
import { branchesOf } from "../../git/open/head.ts";
import type { Repository } from "../../git/open/repository.ts";
import { usedTask } from "../../git/open/used-task.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Task } from "../../model/task.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import type { NamedBy } from "../../task/named-tasks.ts";
import { TaskFiles, type TaskPlaces } from "../task-files.ts";
import { activeTask, taskNamed } from "./active-task.ts";

export interface TasksHere {
  readonly repo: Repository;
  readonly policy: Policy;
  readonly places: TaskPlaces;
  readonly files: TaskFiles;
  /** The branches that are checked out. */
  readonly branches: readonly string[];
}

export async function tasksHere(repo: Repository): Promise<TasksHere> {
  const { policy } = await policyInForce(repo);
  const places: TaskPlaces = {
    parent: repo.head.kind === "unborn" ? undefined : repo.head.id,
    after: repo.isBare ? undefined : { kind: "index" },
    top: repo.top,
  };
  return { repo, policy, places, files: new TaskFiles(repo, places), branches: branchesOf(repo.head) };
}

export interface TypedTask {
  /** A code or a file, as it was typed. */
  readonly typed: string | undefined;
  /** `ARKITEKT_TASK`. */
  readonly environment: string | undefined;
  readonly cwd: string;
}

/** The task that was asked for, else the active one. */
export async function taskAsked(
  here: TasksHere,
  { typed, environment, cwd }: TypedTask,
): Promise<{ readonly task: Task; readonly by: NamedBy | undefined }> {
  const { repo, places } = here;
  if (typed !== undefined) return { task: await taskNamed(repo, typed, cwd, places), by: undefined };
  const { task, by, missing } = await activeNow(here, environment);
  if (task !== undefined) return { task, by };
  const [first] = missing;
  const message = first === undefined ? "no task is active" : `there is no task "${first.code}"`;
  throw new CannotLook(failure("no-task", message, NEXT));
}

const NEXT = "name one, or choose one: arkitekt task use CODE; arkitekt task list shows them";

/** The task of the next commit, as far as it is known before there is a title. */
export async function activeNow({ repo, policy, places, branches }: TasksHere, environment?: string) {
  const names = { environment, use: usedTask(repo), branches };
  return await activeTask(repo, names, policy.project.agentBranches, places);
}
