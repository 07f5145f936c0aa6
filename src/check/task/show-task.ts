import type { AcceptanceLine, ShownTask } from "../../model/task/task-report.ts";
import type { Task } from "../../model/task.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { type Claim, claimsOf } from "../../task/acceptance.ts";
import { branchOfTask, type NamedBy } from "../../task/named-tasks.ts";
import { isIgnored, type TasksHere } from "./tasks-here.ts";

export const NAMED_BY: Readonly<Record<NamedBy, string>> = {
  flag: "by --task",
  environment: "by ARKITEKT_TASK",
  title: "by the title",
  use: "chosen for this working tree",
  branch: "by the branch",
};

export async function showTask(
  { repo, policy }: TasksHere,
  { task, by }: { readonly task: Task; readonly by: NamedBy | undefined },
): Promise<ShownTask> {
  const branch = branchOfTask(task.code, policy.project.agentBranches);
  const levelOf = (rule: string) => settingFor(policy, rule, { branches: [branch] }).level;
  return {
    task,
    by: by && NAMED_BY[by],
    isIgnored: task.source.path !== undefined && (await isIgnored(repo, task.source.path)),
    branch,
    acceptance: task.acceptance.flatMap(claimsOf).map((claim) => lineOf(claim, levelOf)),
  };
}

function lineOf({ text, rule }: Claim, levelOf: (rule: string) => string): AcceptanceLine {
  if (rule === undefined) return { text, rule, state: "not checked", why: "no rule proves it" };
  const level = levelOf(rule);
  if (level !== "error")
    return { text, rule, state: "not checked", why: `${rule} is ${level} on its branch` };
  return { text, rule, state: "open", why: undefined };
}
