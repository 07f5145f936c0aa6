import { ignoredPaths } from "../../git/changes/ignored-paths.ts";
import type { AcceptanceLine, ShownTask } from "../../model/task/task-report.ts";
import type { Task } from "../../model/task.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { type Claim, claimsOf } from "../../task/acceptance.ts";
import { branchOfTask, type NamedBy } from "../../task/named-tasks.ts";
import { NAMED_BY } from "./named-by.ts";
import { taskStatus } from "./task-status.ts";
import type { TasksHere } from "./tasks-here.ts";

/** If it is the active one, its acceptance is held against the working tree. */
export async function showTask(
  here: TasksHere,
  { task, by }: { readonly task: Task; readonly by: NamedBy | undefined },
  today: string,
): Promise<ShownTask> {
  const { repo, policy } = here;
  const branch = branchOfTask(task.code, policy.project.agentBranches);
  const levelOf = (rule: string) => settingFor(policy, rule, { branches: [branch] }).level;
  return {
    task,
    by: by && NAMED_BY[by],
    isIgnored: ignoredPaths(repo, task.source.path === undefined ? [] : [task.source.path]).size > 0,
    branch,
    acceptance:
      by === undefined || repo.top === undefined || task.acceptance.length === 0
        ? task.acceptance.flatMap(claimsOf).map((claim) => lineOf(claim, levelOf))
        : await acceptanceNow(here, { task, by }, today),
  };
}

async function acceptanceNow(here: TasksHere, active: Parameters<typeof taskStatus>[1], today: string) {
  const { looks } = await taskStatus(here, active, today);
  return looks.at(-1)?.acceptance ?? [];
}

function lineOf({ text, rule }: Claim, levelOf: (rule: string) => string): AcceptanceLine {
  if (rule === undefined) return { text, rule, state: "not checked", why: "no rule proves it" };
  const level = levelOf(rule);
  if (level !== "error")
    return { text, rule, state: "not checked", why: `${rule} is ${level} on its branch` };
  return { text, rule, state: "open", why: undefined };
}
