// What people say about a phase: that it is left out, or where CI looked at it.
import { CannotLook, failure } from "../../model/failure.ts";
import type { KeptJournal, KeptRecord, PipelineReport } from "../../model/task/pipeline-run.ts";
import { clearDead } from "./clear-dead.ts";
import { phaseNamed } from "./phase-named.ts";
import { branchesOf, newRecord, type PipelineHere, standingOf } from "./pipeline-here.ts";
import { pipelineStatus } from "./pipeline-status.ts";
import { takeUp } from "./take-up.ts";

/** The run goes on without it, until it is adopted or everything is made again. */
export async function skipPhase(pipeline: PipelineHere, name: string): Promise<PipelineReport> {
  phaseNamed(pipeline, name);
  return await marked(pipeline, name, async (record, journal) => {
    const standing = await standingOf(pipeline, journal.base, journal);
    if (!standing.chain.done.has(name)) return { ...record, state: "skipped", contract: undefined };
    throw new CannotLook(
      failure("no-phase", `${name} is done already`, "arkitekt pipeline status shows what is to be done"),
    );
  });
}

/** The address of a CI run; it proves nothing, somebody just said so. */
export async function noteAddress(
  pipeline: PipelineHere,
  name: string,
  url: string,
): Promise<PipelineReport> {
  phaseNamed(pipeline, name);
  return await marked(pipeline, name, async (record, journal) => {
    const isKnown = journal.phases.some((each) => each.name === name);
    const isDone = async () => (await standingOf(pipeline, journal.base, journal)).chain.done.has(name);
    if (isKnown || (await isDone())) return { ...record, ciUrl: url };
    throw new CannotLook(failure("no-phase", `nothing was done for ${name} yet`, "arkitekt pipeline run"));
  });
}

async function marked(
  pipeline: PipelineHere,
  name: string,
  mark: (record: KeptRecord, journal: KeptJournal) => Promise<KeptRecord>,
): Promise<PipelineReport> {
  const { file } = pipeline;
  await file.owned(async () => {
    await clearDead(pipeline.repo, file.read()?.agent, branchesOf(pipeline));
    const journal =
      file.read() ?? (await takeUp(pipeline, { isReplanned: false, isFresh: false, from: undefined }));
    const { digest } = phaseNamed(pipeline, name);
    const record = journal.phases.find((each) => each.name === name);
    // Nothing was done for it yet, as far as was written down.
    const before: KeptRecord = record ?? { ...newRecord(name, digest), state: "waiting" };
    const after = await mark(before, journal);
    file.write({ ...journal, phases: [...journal.phases.filter((each) => each.name !== name), after] });
  });
  return await pipelineStatus(pipeline);
}
