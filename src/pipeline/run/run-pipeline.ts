// A pipeline is taken up where it was left, by the one process that owns it. Whatever is wrong with what was asked is refused before
// anything is done.
import type { PipelineReport } from "../../model/task/pipeline-run.ts";
import { clearDead } from "./clear-dead.ts";
import { type PatchFolder, readPatchFolder } from "./patch-folder.ts";
import { phaseNamed } from "./phase-named.ts";
import { branchesOf, type PipelineHere, standingOf } from "./pipeline-here.ts";
import { refuseWhatDoesNotObey } from "./refuse-manifest.ts";
import { Run } from "./run.ts";
import type { HandedIn, RunOptions } from "./run-options.ts";
import { takeUp } from "./take-up.ts";

export async function runPipeline(pipeline: PipelineHere, options: RunOptions): Promise<PipelineReport> {
  if (options.from !== undefined) phaseNamed(pipeline, options.from);
  const patches =
    options.patches === undefined ? NO_PATCHES : readPatchFolder(options.patches, pipeline.manifest.phases);
  return await begun(pipeline, options, patches, (run) => run.all());
}

/** Takes up the change that somebody hands in for a phase, and stops after it. */
export async function adoptPhase(
  pipeline: PipelineHere,
  options: RunOptions,
  name: string,
  handed: HandedIn,
): Promise<PipelineReport> {
  const phase = phaseNamed(pipeline, name);
  return await begun(pipeline, options, NO_PATCHES, (run) => run.adopt(phase, handed));
}

const NO_PATCHES: PatchFolder = { files: new Map(), others: [] };

async function begun(
  pipeline: PipelineHere,
  options: RunOptions,
  patches: PatchFolder,
  work: (run: Run) => Promise<PipelineReport>,
): Promise<PipelineReport> {
  return await pipeline.file.owned(async () => {
    await clearDead(pipeline.repo, pipeline.file.read()?.agent, branchesOf(pipeline));
    const journal = await takeUp(pipeline, options);
    const standing = await standingOf(pipeline, journal.base, journal);
    await refuseWhatDoesNotObey(pipeline, journal, standing, options.code);
    return await work(new Run(pipeline, options, patches, journal, standing));
  });
}
