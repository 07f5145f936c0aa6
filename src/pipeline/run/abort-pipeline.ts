import type { TasksHere } from "../../check/task/tasks-here.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { phaseCode } from "../../task/task-file.ts";
import { manifestPlace } from "../manifest-here.ts";
import { clearDead } from "./clear-dead.ts";
import { JournalFile } from "./journal-file.ts";

/**
 * Drops what was written down of a pipeline, with its working trees and locks; branches stay. Says whether there was anything. It goes by what
 * was written down: neither the manifest nor the journal has to be intact.
 */
export async function abortPipeline(
  { repo, policy }: TasksHere,
  asked: string | undefined,
  cwd: string,
): Promise<boolean> {
  const file = new JournalFile(repo, manifestPlace(repo.top, asked, cwd).shown);
  return await file.owned(async () => {
    const journal = file.readWhole();
    const names = (journal?.known ?? []).map(({ name }) => name);
    const branches = names.map((name) => ({
      branch: branchOfTask(phaseCode(name), policy.project.agentBranches),
    }));
    await clearDead(repo, journal?.agent, branches);
    return file.drop();
  });
}
