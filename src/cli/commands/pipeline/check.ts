import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { checkPipeline } from "../../../pipeline/check-pipeline.ts";
import { manifestHere } from "../../../pipeline/manifest-here.ts";
import { sceneHere } from "../../../pipeline/scene-here.ts";
import { pipelineCheckPrinters } from "../../../report/pipeline/check.ts";
import { CODE_FLAG, MANIFEST_FLAG } from "./flags.ts";

export const checkCommand: Command = {
  name: "pipeline check",
  about:
    "Holds a manifest against the playbook, phase by phase: what each must say, its budget, the proof-greps it needs, its name, the title of its commit. Names each fault with its line and key, and exits with 1 where there is one.",
  flags: { manifest: MANIFEST_FLAG, code: CODE_FLAG, format: formatFlag(pipelineCheckPrinters) },
  examples: [
    { line: "arkitekt pipeline check", says: "before the pipeline is run" },
    { line: "arkitekt pipeline check --manifest release --format json" },
  ],
  async run(input, world) {
    const print = printerOf(input, pipelineCheckPrinters);
    const report = await withRepository(world, async (repo) => {
      const here = await tasksHere(repo);
      const found = await manifestHere(here, input.text("manifest"), world.cwd);
      return checkPipeline(found, await sceneHere(here, found.path, input.text("code")));
    });
    world.stdout.write(print(report, world.stdout));
    return report.faults.length === 0 ? EXIT.pass : EXIT.blocked;
  },
};
