import { finishTask } from "../../../check/task/rewrite-task.ts";
import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import { finishedTaskPrinters } from "../../../report/task/index.ts";
import { askedIn } from "./asked-in.ts";

export const doneCommand: Command = {
  name: "task done",
  about:
    'Writes "done": true into a task\'s file, and changes nothing else in it. What a finished task has proved stays so: its proof-greps hold for everybody after it.',
  optional: ["CODE"],
  flags: { format: formatFlag(finishedTaskPrinters) },
  examples: [{ line: "arkitekt task done phase6_colors" }],
  async run(input, world) {
    const print = printerOf(input, finishedTaskPrinters);
    const finished = await withRepository(world, async (repo) => {
      const { task } = await taskAsked(await tasksHere(repo), askedIn(input, world));
      if (repo.top === undefined)
        throw new CannotLook(
          failure("no-working-tree", "there is no working tree here", "run it in a clone"),
        );
      return { code: task.code, ...(await finishTask(repo.top, task)) };
    });
    world.stdout.write(print(finished, world.stdout));
    return EXIT.pass;
  },
};
