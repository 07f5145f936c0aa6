import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { useTask } from "../../../git/open/used-task.ts";
import { EXIT } from "../../../model/exit.ts";
import { chosenTaskPrinters } from "../../../report/task/index.ts";

export const useCommand: Command = {
  name: "task use",
  about:
    "Chooses the task of this working tree. It counts before the branch's, and after ARKITEKT_TASK, --task and the title of a commit. It is kept in the Git folder; other working trees have their own.",
  optional: ["CODE"],
  flags: { none: { help: "no task is chosen any more" }, format: formatFlag(chosenTaskPrinters) },
  examples: [{ line: "arkitekt task use phase6_colors" }, { line: "arkitekt task use --none" }],
  async run(input, world) {
    const print = printerOf(input, chosenTaskPrinters);
    const [code] = input.operands;
    const isNone = input.has("none");
    if ((code === undefined) !== isNone) return input.refuse("name a task, or give --none");
    await withRepository(world, async (repo) => {
      if (code === undefined) return useTask(repo, undefined);
      const asked = { typed: code, environment: undefined, cwd: world.cwd };
      const { task } = await taskAsked(await tasksHere(repo), asked);
      if (task.code !== code) return input.refuse(`"${code}" is a file; name a task by its code`);
      useTask(repo, code);
    });
    world.stdout.write(print({ code }, world.stdout));
    return EXIT.pass;
  },
};
