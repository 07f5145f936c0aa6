import { relative, resolve, sep } from "node:path";
import { repairTask } from "../../../check/task/rewrite-task.ts";
import { activeNow, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import { repairPrinters } from "../../../report/task/repairs.ts";
import { realPlace } from "../../../system/places.ts";
import { codeFault, taskFile } from "../../../task/task-file.ts";

export const fmtCommand: Command = {
  name: "task fmt",
  about:
    "Repairs a task or manifest that is not JSON but is read all the same: escapes that JSON does not know get their second backslash. Nothing else in it changes.",
  optional: ["CODE|FILE"],
  flags: {
    check: { help: "changes nothing, and exits with 1 where there is something to repair" },
    format: formatFlag(repairPrinters),
  },
  examples: [
    { line: "arkitekt task fmt phase6_colors" },
    { line: "arkitekt task fmt .codex/pipeline.json --check" },
  ],
  async run(input, world) {
    const print = printerOf(input, repairPrinters);
    const [typed] = input.operands;
    const isWritten = !input.has("check");
    const repaired = await withRepository(world, async (repo) => {
      const { top } = repo;
      if (top === undefined)
        throw new CannotLook(
          failure("no-working-tree", "there is no working tree here", "run it in a clone"),
        );
      const path =
        typed === undefined
          ? await activePath(await tasksHere(repo), world.env["ARKITEKT_TASK"])
          : codeFault(typed) === undefined
            ? taskFile(typed)
            : pathIn(top, resolve(world.cwd, typed));
      if (path === undefined) return input.refuse("name a task, or a file of this working tree");
      return await repairTask(top, path, isWritten);
    });
    world.stdout.write(print({ ...repaired, isWritten }, world.stdout));
    return isWritten || !repaired.isChanged ? EXIT.pass : EXIT.blocked;
  },
};

async function activePath(here: Awaited<ReturnType<typeof tasksHere>>, environment: string | undefined) {
  const { task } = await activeNow(here, environment);
  return task?.source.path;
}

/** As the repository names it; undefined outside it. */
function pathIn(top: string, file: string): string | undefined {
  const place = realPlace(file) ?? file;
  const path = relative(top, place);
  return path === "" || path.startsWith("..") ? undefined : path.split(sep).join("/");
}
