// Which task a change is for.
import { resolve } from "node:path";
import { withGuess } from "../../base/wording.ts";
import type { Repository } from "../../git/open/repository.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Task } from "../../model/task.ts";
import { readNamedFile } from "../../system/places.ts";
import { type NamedBy, type NamedTask, type Names, namedTasks } from "../../task/named-tasks.ts";
import { LARGEST_TASK, readTask } from "../../task/read-task.ts";
import { taskFailure } from "../../task/task-fault.ts";
import { codeFault } from "../../task/task-file.ts";
import { TaskFiles, type TaskPlaces } from "../task-files.ts";

export interface TaskChoice {
  /** Undefined where nothing names one that exists. */
  readonly task: Task | undefined;
  readonly by: NamedBy | undefined;
  /** All names, in order of precedence. */
  readonly named: readonly NamedTask[];
  /** Names of tasks that don't exist: those that a title or a branch happens to have bind nobody. */
  readonly missing: readonly NamedTask[];
}

/**
 * The task that a change is for, among all that may name one: `--task`, `ARKITEKT_TASK`, the commit's title, `arkitekt task use`, the
 * branch. What was asked for by name must exist; a title or a branch may have a name that no task has.
 */
export async function activeTask(
  repo: Repository,
  names: Names,
  agentBranches: readonly string[],
  places: TaskPlaces,
): Promise<TaskChoice> {
  const named = namedTasks(names, agentBranches);
  const missing: NamedTask[] = [];
  const files = new TaskFiles(repo, places);
  for (const name of named) {
    const task = await files.find(name.code);
    if (task !== undefined) return { task, by: name.by, named, missing };
    if (name.by === "flag" || name.by === "environment" || name.by === "use")
      throw new CannotLook(await noSuchTask(name, files));
    missing.push(name);
  }
  return { task: undefined, by: undefined, named, missing };
}

/** A task by what was typed: its code, or the name of a file that holds it. */
export async function taskNamed(
  repo: Repository,
  typed: string,
  cwd: string,
  places: TaskPlaces,
): Promise<Task> {
  if (isFileName(typed)) return readTaskFile(typed, cwd);
  const files = new TaskFiles(repo, places);
  const task = await files.find(typed);
  if (task !== undefined) return task;
  throw new CannotLook(await noSuchTask({ by: "flag", code: typed }, files));
}

/** What is not a code: a code holds neither a slash nor an ending. */
export function isFileName(typed: string): boolean {
  return /[/\\]|\.json$/.test(typed);
}

export function readTaskFile(file: string, cwd: string): Task {
  const code = (file.split(/[/\\]/).at(-1) ?? "").replace(/\.json$/, "");
  const bytes = readNamedFile(resolve(cwd, file), LARGEST_TASK);
  const source = { where: "disk", path: file } as const;
  const task = readTask(bytes, { code: codeFault(code) === undefined ? code : "task", source });
  if (task.ok) return task.value;
  throw new CannotLook(taskFailure(task.error));
}

const WHO: Readonly<Record<NamedBy, string>> = {
  flag: "",
  environment: "ARKITEKT_TASK names it: ",
  trailer: "the commit says that it is of it: ",
  title: "the title names it: ",
  use: "it was chosen here: ",
  branch: "the branch names it: ",
};

/** Why there is nothing by the name that was asked for, with what was probably meant. */
export async function noSuchTask({ by, code }: NamedTask, files: TaskFiles) {
  const sentence = `${WHO[by]}there is no task "${code}"`;
  const next =
    by === "use" ? "choose another: arkitekt task use CODE, or none: arkitekt task use --none" : HOW;
  const why = codeFault(code);
  if (why !== undefined) return failure("no-task", `${sentence}: ${why}`, next);
  return failure("no-task", withGuess(sentence, code, await files.codes()), next);
}

const HOW = "arkitekt task list shows those there are; arkitekt task new writes one";
