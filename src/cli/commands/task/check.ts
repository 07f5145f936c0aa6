import { checkTask } from "../../../check/task/check-task.ts";
import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { checklistPrinters } from "../../../report/task/index.ts";
import { askedIn } from "./asked-in.ts";

export const checkCommand: Command = {
  name: "task check",
  about:
    "Answers the operator's checklist for a task: is the allowlist minimal, does the budget fit, is a shim needed, are the proof-greps there, is the way back clear? Exits with 1 where a point is open.",
  optional: ["CODE|FILE"],
  flags: { format: formatFlag(checklistPrinters) },
  examples: [{ line: "arkitekt task check phase6_colors", says: "before an agent begins with it" }],
  async run(input, world) {
    const print = printerOf(input, checklistPrinters);
    const checklist = await withRepository(world, async (repo) => {
      const here = await tasksHere(repo);
      const { task } = await taskAsked(here, askedIn(input, world));
      return await checkTask(here, task);
    });
    world.stdout.write(print(checklist, world.stdout));
    return checklist.points.every(({ isMet }) => isMet) ? EXIT.pass : EXIT.blocked;
  },
};
