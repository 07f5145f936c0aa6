// The task of a commit that says which phase of a pipeline it is.
import type { CommittedPhase } from "../../model/task/phase-trailers.ts";
import type { Task } from "../../model/task.ts";
import { readTask } from "../../task/read-task.ts";
import { codeFault, phaseCode } from "../../task/task-file.ts";
import type { FoundTask, KeptTasks } from "./kept-tasks.ts";

/**
 * The phase itself if a manifest holds it; else what the commit says about it, which can only narrow. Undefined where it says nothing
 * that can be read.
 */
export async function phaseOfCommit(
  phase: CommittedPhase,
  kept: KeptTasks | undefined,
): Promise<FoundTask | undefined> {
  const code = phaseCode(phase.name);
  if (codeFault(code) !== undefined) return undefined;
  const found = await kept?.find(code);
  if (found !== undefined) return found;
  const task = saidTask(phase);
  return task && { kind: "task", task };
}

/** What the phase has to do, as the commit itself says it. */
export function saidTask({ name, payload }: CommittedPhase): Task | undefined {
  if (payload === undefined) return undefined;
  const source = { where: "trailer", path: undefined } as const;
  const task = readTask(Buffer.from(payload, "utf8"), { code: phaseCode(name), source });
  return task.ok ? task.value : undefined;
}
