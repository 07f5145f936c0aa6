import type { KeptJournal, PipelineReport } from "../../model/task/pipeline-run.ts";
import { isAlive } from "../../system/owner.ts";
import { headBase } from "../plan-terms.ts";
import { type PipelineHere, recordsNow, standingOf } from "./pipeline-here.ts";
import { reportOf } from "./report-of.ts";
import { notAsBegun } from "./take-up.ts";
import { knownPhases } from "./what-changed.ts";

/** What the plan is made from: the journal, and what Git holds. Undefined if there is no commit; nothing is written. */
export async function journalNow(pipeline: PipelineHere): Promise<KeptJournal | undefined> {
  const { file, manifest, path, repo } = pipeline;
  const kept = file.read();
  const base = kept?.base ?? headBase(repo);
  if (base === undefined) return undefined;
  const standing = await standingOf(pipeline, base, kept);
  return {
    manifest: { path, digest: manifest.digest },
    stopOnFail: manifest.stopOnFail,
    known: knownPhases(manifest),
    digests: [],
    moved: {},
    agent: undefined,
    ...kept,
    base,
    phases: recordsNow(pipeline, kept?.phases ?? [], standing),
  };
}

/** How far it is, by its journal and by Git. */
export async function pipelineStatus(pipeline: PipelineHere): Promise<PipelineReport> {
  const journal = await journalNow(pipeline);
  const kept = pipeline.file.read();
  const stale = kept === undefined ? undefined : await notAsBegun(pipeline, kept);
  const agent = journal?.agent;
  return reportOf(pipeline, {
    journal,
    makers: { hasAgent: false, patches: new Set() },
    verdicts: new Map(),
    isStale: stale !== undefined,
    remarks: [
      ...(stale?.said ?? []),
      ...(agent !== undefined && isAlive(agent) ? [`an agent is at work (process ${agent.pid})`] : []),
    ],
  });
}
