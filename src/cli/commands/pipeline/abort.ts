import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { EXIT } from "../../../model/exit.ts";
import { abortPipeline } from "../../../pipeline/run/abort-pipeline.ts";
import { MANIFEST_FLAG } from "./flags.ts";

export const abortCommand: Command = {
  name: "pipeline abort",
  about:
    "Drops what is written down of a pipeline, the working trees of its agents and its locks. Branches stay: a later run finds in them what is done.",
  flags: { manifest: MANIFEST_FLAG },
  examples: [{ line: "arkitekt pipeline abort" }],
  async run(input, world) {
    const wasThere = await withRepository(world, async (repo) =>
      abortPipeline(await tasksHere(repo), input.text("manifest"), world.cwd),
    );
    world.stdout.write(
      wasThere ? "the pipeline is dropped; its branches are kept\n" : "there is no pipeline under way here\n",
    );
    return EXIT.pass;
  },
};
