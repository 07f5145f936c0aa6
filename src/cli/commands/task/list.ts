import { listTasks } from "../../../check/task/list-tasks.ts";
import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { taskListPrinters } from "../../../report/task/index.ts";

export const listCommand: Command = {
  name: "task list",
  about: "Lists the tasks there are, files and phases of manifests, with the active one marked.",
  flags: { format: formatFlag(taskListPrinters) },
  examples: [{ line: "arkitekt task list" }],
  async run(input, world) {
    const print = printerOf(input, taskListPrinters);
    const tasks = await withRepository(world, async (repo) =>
      listTasks(await tasksHere(repo), world.env["ARKITEKT_TASK"]),
    );
    world.stdout.write(print(tasks, world.stdout));
    return EXIT.pass;
  },
};
