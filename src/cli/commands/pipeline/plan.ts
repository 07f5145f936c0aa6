import { resolve } from "node:path";
import { scenesOf } from "../../../check/conformance/manifest-faults.ts";
import { phaseTitle } from "../../../check/conformance/phase-title.ts";
import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { checkPipeline } from "../../../pipeline/check-pipeline.ts";
import { manifestHere } from "../../../pipeline/manifest-here.ts";
import { plan } from "../../../pipeline/plan.ts";
import { planTerms } from "../../../pipeline/plan-terms.ts";
import { readPatchFolder } from "../../../pipeline/run/patch-folder.ts";
import { pipelineOf } from "../../../pipeline/run/pipeline-here.ts";
import { journalNow } from "../../../pipeline/run/pipeline-status.ts";
import { sceneHere } from "../../../pipeline/scene-here.ts";
import { pipelinePlanPrinters } from "../../../report/pipeline/plan.ts";
import { CODE_FLAG, MANIFEST_FLAG } from "./flags.ts";
import { MAKING_FLAGS } from "./run-flags.ts";

export const planCommand: Command = {
  name: "pipeline plan",
  about:
    "Shows what would be done, in order: each phase with its branch, what it begins at, its budget, who makes its change, and how far it is. Nothing is written.",
  flags: {
    manifest: MANIFEST_FLAG,
    code: CODE_FLAG,
    agent: MAKING_FLAGS.agent,
    patches: MAKING_FLAGS.patches,
    format: formatFlag(pipelinePlanPrinters),
  },
  examples: [
    { line: "arkitekt pipeline plan" },
    { line: "arkitekt pipeline plan --agent my-agent --patches patches", says: "with who makes what" },
    { line: "arkitekt pipeline plan --manifest release --format json", says: "for programs" },
  ],
  async run(input, world) {
    const print = printerOf(input, pipelinePlanPrinters);
    const asked = input.text("manifest");
    const shown = await withRepository(world, async (repo) => {
      const here = await tasksHere(repo);
      const found = await manifestHere(here, asked, world.cwd);
      const scene = await sceneHere(here, found.path, input.text("code"));
      const folder = input.text("patches");
      const handed =
        folder === undefined
          ? []
          : readPatchFolder(resolve(world.cwd, folder), found.manifest.phases).files.keys();
      const makers = { hasAgent: input.has("agent"), patches: new Set(handed) };
      const terms = planTerms(repo, here.policy, scene.paths, makers);
      const titles = scenesOf(found.manifest, scene).map((own) => {
        const title = phaseTitle(own);
        return title.ok ? title.value : undefined;
      });
      return {
        plan: plan(found.manifest, await journalNow(pipelineOf(here, found, asked)), terms),
        path: found.path,
        standing: found.standing,
        titles,
        faults: checkPipeline(found, scene).faults.length,
        flag: asked === undefined ? "" : ` --manifest ${asked}`,
      };
    });
    world.stdout.write(print(shown, world.stdout));
    return EXIT.pass;
  },
};
