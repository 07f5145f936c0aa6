import { ignoredPaths } from "../../git/changes/ignored-paths.ts";
import { CannotLook } from "../../model/failure.ts";
import type { ListedTask } from "../../model/task/task-report.ts";
import { taskFile } from "../../task/task-file.ts";
import { activeNow, type TasksHere } from "./tasks-here.ts";

/** Every task there is, files first, each phase in its manifest's order; one that can't be read stands in the list with the reason. */
export async function listTasks(
  here: TasksHere,
  environment: string | undefined,
): Promise<readonly ListedTask[]> {
  const { repo, files } = here;
  const active = await quietly(() => activeNow(here, environment).then(({ task }) => task?.code));
  const listed: ListedTask[] = [];
  const [codes, manifests] = [await files.codes(), await files.manifests()];
  const ignored = ignoredPaths(repo, [...codes.map(taskFile), ...manifests]);
  for (const code of codes) {
    const task = await attempt(() => files.find(code));
    listed.push({
      code,
      ...task,
      isActive: code === active,
      isIgnored: ignored.has(taskFile(code)),
    });
  }
  for (const manifest of manifests) {
    const phases = await attempt(() => files.phases(manifest));
    const isIgnored = ignored.has(manifest);
    if (phases.task === undefined) {
      listed.push({
        code: manifest,
        task: undefined,
        fault: phases.fault,
        isActive: false,
        isIgnored,
      });
      continue;
    }
    for (const task of phases.task)
      listed.push({
        code: task.code,
        task,
        fault: undefined,
        isActive: task.code === active,
        isIgnored,
      });
  }
  return listed;
}

async function attempt<T>(
  read: () => Promise<T | undefined>,
): Promise<{ readonly task: T | undefined; readonly fault: string | undefined }> {
  try {
    return { task: await read(), fault: undefined };
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    const { message, where } = error.failure;
    return { task: undefined, fault: where === undefined ? message : `${where}: ${message}` };
  }
}

/** The name of a task that does not exist keeps nobody from seeing those that do. */
async function quietly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CannotLook) return undefined;
    throw error;
  }
}
