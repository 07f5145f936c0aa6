import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { useTask } from "../../../git/open/used-task.ts";
import { EXIT } from "../../../model/exit.ts";

export const useCommand: Command = {
  name: "task use",
  about:
    "Chooses the task of this working tree. It counts before the branch's, and after ARKITEKT_TASK, --task and the title of a commit. It is kept in the Git folder; other working trees have their own.",
  optional: ["CODE"],
  flags: { none: { help: "chooses none any more" } },
  examples: [{ line: "arkitekt task use phase6_colors" }, { line: "arkitekt task use --none" }],
  async run(input, world) {
    const [code] = input.operands;
    const isNone = input.has("none");
    if ((code === undefined) !== isNone) return input.refuse("name a task, or say --none");
    const said = await withRepository(world, async (repo) => {
      if (code === undefined) {
        useTask(repo, undefined);
        return "no task is chosen for this working tree";
      }
      const { task } = await taskAsked(await tasksHere(repo), {
        typed: code,
        environment: undefined,
        cwd: world.cwd,
      });
      if (task.code !== code) return input.refuse(`"${code}" is a file; name a task by its code`);
      useTask(repo, code);
      return `${code} is the task of this working tree`;
    });
    world.stdout.write(`${said}\n`);
    return EXIT.pass;
  },
};
