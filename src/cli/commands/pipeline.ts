import type { Family } from "../../command/command.ts";
import { abortCommand } from "./pipeline/abort.ts";
import { adoptCommand } from "./pipeline/adopt.ts";
import { checkCommand } from "./pipeline/check.ts";
import { newCommand } from "./pipeline/new.ts";
import { nextCommand } from "./pipeline/next.ts";
import { noteCommand } from "./pipeline/note.ts";
import { planCommand } from "./pipeline/plan.ts";
import { runCommand } from "./pipeline/run.ts";
import { skipCommand } from "./pipeline/skip.ts";
import { statusCommand } from "./pipeline/status.ts";

export const pipeline: Family = {
  name: "pipeline",
  about: "Phases in order, a branch each: written, held against the playbook, planned, and carried out.",
  commands: [
    newCommand,
    checkCommand,
    planCommand,
    runCommand,
    nextCommand,
    adoptCommand,
    skipCommand,
    abortCommand,
    statusCommand,
    noteCommand,
  ],
};
