import type { Command } from "../../../command/command.ts";
import { pipelineStatus } from "../../../pipeline/run/pipeline-status.ts";
import { REPORT_FLAGS, withPipeline } from "./run-flags.ts";

export const statusCommand: Command = {
  name: "pipeline status",
  about:
    "Says what became of each phase: done, with its commit; refused, with the contract; waiting; with its tries, the address of CI, and every line of its acceptance.",
  flags: REPORT_FLAGS,
  examples: [{ line: "arkitekt pipeline status --format json", says: "for programs" }],
  run: (input, world) => withPipeline(input, world, pipelineStatus, true),
};
