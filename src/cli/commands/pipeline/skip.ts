import type { Command } from "../../../command/command.ts";
import { skipPhase } from "../../../pipeline/run/mark-phase.ts";
import { REPORT_FLAGS, withPipeline } from "./run-flags.ts";

export const skipCommand: Command = {
  name: "pipeline skip",
  about:
    "Leaves a phase out: the pipeline goes on without it, until `adopt` takes up a change for it after all.",
  operands: ["PHASE"],
  flags: REPORT_FLAGS,
  examples: [{ line: "arkitekt pipeline skip palette" }],
  run(input, world) {
    const [name = ""] = input.operands;
    return withPipeline(input, world, (pipeline) => skipPhase(pipeline, name));
  },
};
