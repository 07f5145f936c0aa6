import type { Family } from "../../command/command.ts";
import { checkCommand } from "./pipeline/check.ts";
import { newCommand } from "./pipeline/new.ts";
import { planCommand } from "./pipeline/plan.ts";

export const pipeline: Family = {
  name: "pipeline",
  about: "Phases in order, a branch each: written, held against the playbook, and planned.",
  commands: [newCommand, checkCommand, planCommand],
};
