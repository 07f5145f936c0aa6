import type { Command } from "../../../command/command.ts";
import { runPipeline } from "../../../pipeline/run/run-pipeline.ts";
import { COMMIT_FLAGS, MAKING_FLAGS, runOptions, withPipeline } from "./run-flags.ts";

export const nextCommand: Command = {
  name: "pipeline next",
  about: "Carries out the phase that comes next, and no more, as `arkitekt pipeline run` does.",
  flags: { ...COMMIT_FLAGS, ...MAKING_FLAGS },
  examples: [{ line: "arkitekt pipeline next", says: "one step" }],
  run: (input, world) =>
    withPipeline(input, world, (pipeline) => runPipeline(pipeline, runOptions(input, world, true))),
};
