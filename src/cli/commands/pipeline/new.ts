import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { newPipeline } from "../../../pipeline/new-pipeline.ts";
import { newPipelinePrinters } from "../../../report/pipeline/new.ts";

export const newCommand: Command = {
  name: "pipeline new",
  about:
    "Writes the skeleton of a manifest, which obeys the playbook as it stands: each phase with an allowlist, a budget, acceptance, proof-greps and notes, to be filled in. It asks nothing, and writes over nothing.",
  flags: {
    manifest: {
      value: "NAME",
      help: "the file .codex/pipeline-NAME.json; .codex/pipeline.json when left out",
    },
    phase: {
      value: "NAME",
      help: "a phase, in order; one called `first`, or <NAME>-first where there is one, when left out",
      isRepeatable: true,
    },
    allow: {
      value: "GLOB",
      help: "a file, folder or glob that the phases may change; the first feature's folder when left out",
      isRepeatable: true,
    },
    task: { value: "CODE", help: "the `task` of each phase, which the titles of the commits name" },
    format: formatFlag(newPipelinePrinters),
  },
  examples: [
    { line: "arkitekt pipeline new", says: "one phase, to be copied" },
    {
      line: "arkitekt pipeline new --manifest keys --phase scaffold --phase move --allow ARKITEKT/core/keys.lua",
    },
  ],
  async run(input, world) {
    const print = printerOf(input, newPipelinePrinters);
    const asked = {
      name: input.text("manifest") ?? "",
      phases: input.list("phase"),
      allowlist: input.list("allow"),
      task: input.text("task"),
    };
    const made = await withRepository(world, async (repo) => newPipeline(await tasksHere(repo), asked));
    world.stdout.write(print(made, world.stdout));
    return EXIT.pass;
  },
};
