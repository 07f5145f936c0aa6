import { showTask } from "../../../check/task/show-task.ts";
import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { dayOf } from "../../../check/today.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { shownTaskPrinters } from "../../../report/task/index.ts";
import { askedIn } from "./asked-in.ts";

export const showCommand: Command = {
  name: "task show",
  about:
    "Shows a task as it is understood: what it may touch, its budget, and each line of its acceptance with the rule that proves it and, of the active task, its state in the working tree. The active task when none is named.",
  optional: ["CODE"],
  flags: { format: formatFlag(shownTaskPrinters) },
  examples: [{ line: "arkitekt task show" }, { line: "arkitekt task show phase6_colors --format json" }],
  async run(input, world) {
    const print = printerOf(input, shownTaskPrinters);
    const shown = await withRepository(world, async (repo) => {
      const here = await tasksHere(repo);
      return await showTask(here, await taskAsked(here, askedIn(input, world)), dayOf(world.now));
    });
    world.stdout.write(print(shown, world.stdout));
    return EXIT.pass;
  },
};
