import { taskStatus } from "../../../check/task/task-status.ts";
import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { dayOf, readDay } from "../../../check/today.ts";
import { withQuarantineToCome } from "../../../check/with-quarantine-to-come.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { statusPrinters } from "../../../report/task/status.ts";
import { keptEntries } from "../../../system/kept/kept-entries.ts";
import { askedIn } from "./asked-in.ts";

export const statusCommand: Command = {
  name: "task status",
  about:
    "Says how far the work on a task is: used and allowed of its budget, paths outside what it may touch, proof-greps that fail, and its acceptance line by line. All commits of its branch count together, with what is staged and with the working tree; nothing is written. Exits with 1 where something stands against it.",
  optional: ["CODE"],
  flags: {
    format: formatFlag(statusPrinters),
    now: { value: "DATE", help: "the day to judge by, YYYY-MM-DD" },
    all: { help: "shows more than 20 findings of a rule" },
  },
  examples: [{ line: "arkitekt task status", says: "of the active task" }],
  async run(input, world) {
    const print = printerOf(input, statusPrinters);
    const day = input.text("now");
    const today = day === undefined ? dayOf(world.now) : readDay(day);
    // Only read: nothing is written here.
    const kept: Parameters<typeof taskStatus>[3] = keptEntries(world.program);
    const status = await withQuarantineToCome(world, async (repo) => {
      const here = await tasksHere(repo);
      return await taskStatus(here, await taskAsked(here, askedIn(input, world)), today, kept);
    });
    const { paint, columns } = world.stdout;
    const options = { paint, width: columns, all: input.has("all"), next: "", seeAll: "--all" };
    world.stdout.write(print(status, options));
    return status.looks.some(({ verdict }) => verdict.outcome === "block") ? EXIT.blocked : EXIT.pass;
  },
};
