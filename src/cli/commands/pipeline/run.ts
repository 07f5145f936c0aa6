import type { Command, Flag } from "../../../command/command.ts";
import { runPipeline } from "../../../pipeline/run/run-pipeline.ts";
import { COMMIT_FLAGS, MAKING_FLAGS, runOptions, withPipeline } from "./run-flags.ts";

/** How far, and from where, a run goes. */
export const GOING_FLAGS = {
  from: { value: "PHASE", help: "begins there, and leaves what is open before it" },
  replan: {
    help: "takes the manifest and the branch as they are now; what does not stand on them is made again",
  },
  "start-fresh": { help: "makes every phase again; moves only branches that are the pipeline's own" },
} as const satisfies Readonly<Record<string, Flag>>;

export const runCommand: Command = {
  name: "pipeline run",
  about:
    "Carries out the phases in order, each as one commit on codex/phase-<name>, on the one before it, judged by the gate before it exists. It goes on where it was left: what is done is found again in Git. Mechanical phases are carried out by the program; the change of any other one comes from --agent, from --patches, or by hand, where the run stops and says what comes next. Exits with 1 where a phase is refused.",
  flags: {
    ...COMMIT_FLAGS,
    ...MAKING_FLAGS,
    ...GOING_FLAGS,
  },
  examples: [
    { line: "arkitekt pipeline run", says: "as far as it goes" },
    { line: "arkitekt pipeline run --agent 'my-agent --edit' --timeout 600 --push origin" },
    { line: "arkitekt pipeline run --patches patches --format json" },
  ],
  run: (input, world) =>
    withPipeline(input, world, (pipeline) => runPipeline(pipeline, runOptions(input, world, false))),
};
