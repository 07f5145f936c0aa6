import type { Family } from "../../command/command.ts";
import { checkCommand } from "./task/check.ts";
import { doneCommand } from "./task/done.ts";
import { fmtCommand } from "./task/fmt.ts";
import { listCommand } from "./task/list.ts";
import { newCommand } from "./task/new.ts";
import { runCommand } from "./task/run.ts";
import { showCommand } from "./task/show.ts";
import { statusCommand } from "./task/status.ts";
import { useCommand } from "./task/use.ts";

export const task: Family = {
  name: "task",
  about: "What a change is for and how far it may reach; written, shown and checked without JSON by hand.",
  commands: [
    newCommand,
    useCommand,
    showCommand,
    listCommand,
    statusCommand,
    checkCommand,
    runCommand,
    doneCommand,
    fmtCommand,
  ],
};
