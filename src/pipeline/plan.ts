import type {
  Manifest,
  ManifestPhase,
  PhaseMaker,
  PhaseRecord,
  PhaseState,
  PipelineBase,
  PipelineJournal,
  PipelinePlan,
  PlannedPhase,
} from "../model/pipeline.ts";
import type { Counted } from "../model/task/task-report.ts";
import { branchOfTask } from "../task/named-tasks.ts";
import { phasesMeet } from "./phases-meet.ts";

/** What a plan depends on besides the manifest and what was done. */
export interface PlanTerms {
  /** Where a pipeline that has not begun would begin; undefined if `HEAD` is not a commit. */
  readonly head: PipelineBase | undefined;
  readonly agentBranches: readonly string[];
  /** Whether the program carries out a phase by itself. */
  isDeterministic(phase: ManifestPhase): boolean;
  /** Whether there is an agent to ask. */
  readonly hasAgent: boolean;
  /** Names of the phases that a patch is handed in for. */
  readonly patches: ReadonlySet<string>;
  /** What the policy lets a phase have on its branch, leaving out its own budget; undefined if nothing limits it. */
  capOf(phase: ManifestPhase, branch: string): Counted | undefined;
}

/** What is to be done, in which order and on what, and how far it is: the same for the same manifest and journal. */
export function plan(
  manifest: Manifest,
  journal: PipelineJournal | undefined,
  terms: PlanTerms,
): PipelinePlan {
  const base = journal?.base ?? terms.head;
  const records = new Map(journal?.phases.map((record) => [record.name, record]));
  const planned: PlannedPhase[] = [];
  const lost: ManifestPhase[] = [];
  for (const phase of manifest.phases) {
    const record = records.get(phase.name);
    const blocker = blockerOf(phase, lost, manifest);
    const state = stateOf(record, blocker, planned);
    const before = planned.findLast((other) => isBelow(other.state));
    const branch = branchOfTask(phase.task.code, terms.agentBranches);
    planned.push({
      phase,
      name: phase.name,
      branch,
      basedOn: before?.name,
      baseCommit: before === undefined ? base?.commit : before.record?.commit,
      budget: budgetOf(phase, terms.capOf(phase, branch)),
      by: makerOf(phase, terms),
      state,
      blockedBy: state === "blocked" ? blocker?.name : undefined,
      record,
    });
    if (state === "failed" || state === "unresolved" || state === "blocked") lost.push(phase);
  }
  const next = planned.find(({ state }) => state === "ready" || state === "waiting");
  return { manifest, base, phases: planned, next: next?.name };
}

/** The phase that keeps this one from being carried out: any that is lost if the first failure ends the run, else one that it builds on. */
function blockerOf(
  phase: ManifestPhase,
  lost: readonly ManifestPhase[],
  { stopOnFail }: Manifest,
): ManifestPhase | undefined {
  if (stopOnFail) return lost[0];
  return lost.find((other) => phase.needs.includes(other.name) || phasesMeet(phase, other));
}

function stateOf(
  record: PhaseRecord | undefined,
  blocker: ManifestPhase | undefined,
  before: readonly PlannedPhase[],
): PhaseState {
  if (record?.state === "done" || record?.state === "skipped") return record.state;
  if (blocker !== undefined) return "blocked";
  if (record !== undefined) return record.state;
  return before.some(({ state }) => state === "ready" || state === "waiting") ? "pending" : "ready";
}

/** Whether the next phase begins where this one ended: true for those that will be carried out, and for those that were. */
function isBelow(state: PhaseState): boolean {
  return state === "done" || state === "ready" || state === "waiting" || state === "pending";
}

/** Its own budget, and never more than the policy's. */
function budgetOf({ task }: ManifestPhase, cap: Counted | undefined): Counted | undefined {
  const { files, addedLoc } = task.constraints.diffBudget ?? {};
  if (cap === undefined)
    return files === undefined || addedLoc === undefined ? undefined : { files, addedLoc };
  return {
    files: Math.min(files ?? cap.files, cap.files),
    addedLoc: Math.min(addedLoc ?? cap.addedLoc, cap.addedLoc),
  };
}

function makerOf(phase: ManifestPhase, { isDeterministic, patches, hasAgent }: PlanTerms): PhaseMaker {
  if (isDeterministic(phase)) return "deterministic";
  if (patches.has(phase.name)) return "patches";
  return hasAgent ? "agent" : "hand";
}
