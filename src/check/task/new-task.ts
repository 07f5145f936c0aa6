// Writes a task that was not there: complete, within what the policy allows, and never over another one.
import { list } from "../../base/wording.ts";
import { ignoredPaths } from "../../git/changes/ignored-paths.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Grep } from "../../model/proof-grep.ts";
import type { NewTask } from "../../model/task/task-report.ts";
import { checkGreps } from "../../rules/proof-grep/check.ts";
import { contradiction } from "../../rules/proof-grep/contradiction.ts";
import { createWorkingFile } from "../../system/working-files.ts";
import { allowFault } from "../../task/allowlist.ts";
import { composeTask, type TaskPlan, unsaidHeadings } from "../../task/compose-task.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { codeFault, taskFile } from "../../task/task-file.ts";
import { capFor, capsOn } from "./budget-caps.ts";
import type { TasksHere } from "./tasks-here.ts";

export interface AskedTask extends Omit<TaskPlan, "budget"> {
  /** As much as the policy allows when left out. */
  readonly files: number | undefined;
  readonly addedLoc: number | undefined;
}

export async function newTask(here: TasksHere, asked: AskedTask): Promise<NewTask> {
  const { repo, policy, files } = here;
  const { code, allowlist } = asked;
  const path = taskFile(refuseCode(code));
  const { top } = repo;
  if (top === undefined) throw refused("there is no working tree here", "run it in a clone");
  if (await files.holds(path))
    throw refused(`there is a task ${code} already`, `arkitekt task show ${code}`, path);
  for (const entry of allowlist) {
    const why = allowFault(entry);
    if (why !== undefined)
      throw refused(
        `--allow ${entry}: ${why}`,
        "name files, folders and globs from the top of the repository",
      );
  }
  refuseGreps(asked.proofGreps, here);
  const branch = branchOfTask(code, policy.project.agentBranches);
  const budget = budgetOf(asked, here, branch);
  const written = createWorkingFile(top, path, composeTask({ ...asked, budget }, policy.project));
  if (written === "there") throw refused(`there is a file ${path} already`, "choose another code", path);
  if (written === "in the way")
    throw refused(`${path} can't be made: a folder of it is a link or a file`, "take that out of the way");
  return {
    code,
    path,
    allowlist,
    budget,
    branch,
    isIgnored: ignoredPaths(repo, [path]).has(path),
    unsaid: unsaidHeadings(asked.notes),
  };
}

function budgetOf(
  { files, addedLoc, allowlist, isMechanical }: AskedTask,
  { policy }: TasksHere,
  branch: string,
) {
  const caps = capsOn(policy, branch);
  if (caps === undefined) return { files: files ?? 12, addedLoc: addedLoc ?? 700 };
  const cap = capFor(caps, allowlist, isMechanical);
  const over = [
    files !== undefined && files > cap.files ? `${files} files are more than ${cap.files}` : "",
    addedLoc !== undefined && addedLoc > cap.addedLoc
      ? `${addedLoc} added lines are more than ${cap.addedLoc}`
      : "",
  ].filter((part) => part !== "");
  if (over.length > 0)
    throw refused(
      `${list(over, "and")}, which is what the policy allows on ${branch}`,
      "ask for less, or make it several tasks",
    );
  return { files: files ?? cap.files, addedLoc: addedLoc ?? cap.addedLoc };
}

function refuseGreps(greps: readonly Grep[], { policy }: TasksHere): void {
  const [fault] = checkGreps(greps);
  if (fault !== undefined) throw refused(fault.message, fault.next);
  for (const grep of greps) {
    const found = contradiction(grep, policy.project);
    if (found !== undefined) throw refused(found.message, found.next);
  }
}

function refuseCode(code: string): string {
  const why = codeFault(code);
  if (why === undefined) return code;
  throw refused(`"${code}" can't be the code of a task: ${why}`, "choose one like phase6_colors or RP-12");
}

function refused(message: string, next: string, where?: string): CannotLook {
  return new CannotLook(failure("bad-arguments", message, next, where));
}
