// Which phases are done, judged by what their branches hold, each on the one before it. Pure.
import type { ObjectId } from "../../model/change.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { KeptRecord } from "../../model/task/pipeline-run.ts";
import type { PhaseBranch } from "./phase-branch.ts";

export interface ChainTerms {
  readonly base: ObjectId;
  readonly phases: readonly ManifestPhase[];
  readonly branches: ReadonlyMap<string, PhaseBranch>;
  readonly records: ReadonlyMap<string, KeptRecord>;
  /** Branches that are made again: what they hold so far counts for nothing. */
  readonly moved: Readonly<Record<string, ObjectId>>;
  /** Phases whose commit is part of what the pipeline begins at. */
  readonly merged: ReadonlySet<string>;
}

export interface PhaseChain {
  /** The commit of each phase that is done; undefined if there was nothing to change. */
  readonly done: ReadonlyMap<string, { readonly commit: ObjectId | undefined; readonly base: ObjectId }>;
  /** What the next phase begins at. */
  readonly tip: ObjectId;
}

/**
 * From the pipeline's base, in the manifest's order, each phase that stands where the one before it ended. One that was done later
 * than those after it stands at the end.
 */
export function chainOf(terms: ChainTerms): PhaseChain {
  const done = new Map<string, { commit: ObjectId | undefined; base: ObjectId }>();
  let tip = terms.base;
  for (let isLonger = true; isLonger; ) {
    isLonger = false;
    for (const phase of terms.phases) {
      if (done.has(phase.name)) continue;
      const found = doneOn(phase, tip, terms);
      if (found === undefined) continue;
      done.set(phase.name, { commit: found.commit, base: tip });
      tip = found.tip ?? tip;
      isLonger = true;
    }
  }
  return { done, tip };
}

/** An equal payload, or an equal commit, counts only on an equal base. */
function doneOn(
  { name, digest }: ManifestPhase,
  base: ObjectId,
  { branches, records, moved, merged }: ChainTerms,
): { readonly commit: ObjectId | undefined; readonly tip?: ObjectId } | undefined {
  const record = records.get(name);
  const isRecorded = record?.state === "done" && record.digest === digest;
  const branch = branches.get(name);
  if (merged.has(name)) return { commit: branch?.tip };
  if (isRecorded && record.commit === undefined && record.base === base) return { commit: undefined };
  if (branch === undefined || moved[branch.branch] === branch.tip) return undefined;
  const { tip, carried } = branch;
  if (carried?.digest === digest && carried.base === base) return { commit: tip, tip };
  return isRecorded && record.commit === tip && record.base === base ? { commit: tip, tip } : undefined;
}
