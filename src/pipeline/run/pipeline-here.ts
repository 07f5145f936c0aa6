// A pipeline as a command finds it: its manifest, what its journal says, and what Git holds of it.
import { type TasksHere, tasksHere } from "../../check/task/tasks-here.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase, PipelineBase } from "../../model/pipeline.ts";
import type { KeptJournal, KeptRecord } from "../../model/task/pipeline-run.ts";
import { phaseNameFault } from "../../task/manifest-file.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { taskFailure } from "../../task/task-fault.ts";
import { type ManifestHere, manifestHere } from "../manifest-here.ts";
import type { PlanTerms } from "../plan.ts";
import { type PhaseMakers, planTerms as termsOfPlan } from "../plan-terms.ts";
import { chainOf, type PhaseChain } from "./chain.ts";
import { JournalFile } from "./journal-file.ts";
import { type PhaseBranch, phaseBranches } from "./phase-branch.ts";

export interface PipelineHere extends Pick<ManifestHere, "manifest" | "path" | "standing"> {
  readonly repo: Repository;
  readonly here: TasksHere;
  /** As it was asked for: what a command that is suggested must name. */
  readonly asked: string | undefined;
  readonly file: JournalFile;
}

/** A manifest with a fault is `CannotLook`. */
export async function pipelineHere(
  repo: Repository,
  asked: string | undefined,
  cwd: string,
): Promise<PipelineHere> {
  const here = await tasksHere(repo);
  const found = await manifestHere(here, asked, cwd);
  const [fault] = found.faults;
  if (fault !== undefined) throw new CannotLook(taskFailure(fault));
  if (found.manifest.phases.length === 0)
    throw new CannotLook(
      failure("bad-task", `${found.path} has no phases`, "write one: arkitekt pipeline new"),
    );
  return pipelineOf(here, found, asked);
}

export function pipelineOf(here: TasksHere, found: ManifestHere, asked: string | undefined): PipelineHere {
  const { manifest, path, standing } = found;
  const { repo } = here;
  return { repo, here, manifest, path, standing, asked, file: new JournalFile(repo, path) };
}

/** A command as it is typed, with the manifest that was named. */
export function commandOf({ asked }: Pick<PipelineHere, "asked">, words: string): string {
  return `arkitekt pipeline ${words}${asked === undefined ? "" : ` --manifest ${asked}`}`;
}

export function branchOf({ here }: Pick<PipelineHere, "here">, { task }: ManifestPhase): string {
  return branchOfTask(task.code, here.policy.project.agentBranches);
}

/** For each phase whose name can name a branch: any other name may lead to other branches, or out of the Git folder. */
export function branchesOf(
  pipeline: Pick<PipelineHere, "here" | "manifest">,
): readonly { readonly name: string; readonly branch: string }[] {
  const phases = pipeline.manifest.phases.filter(({ name }) => phaseNameFault(name) === undefined);
  return phases.map((phase) => ({ name: phase.name, branch: branchOf(pipeline, phase) }));
}

/** Without budgets: the gate holds what is judged to them. */
export function planTerms({ repo, here }: PipelineHere, makers: PhaseMakers): PlanTerms {
  return { ...termsOfPlan(repo, here.policy, [], makers), capOf: () => undefined };
}

export interface PipelineState {
  readonly base: PipelineBase;
  readonly branches: ReadonlyMap<string, PhaseBranch>;
  readonly chain: PhaseChain;
}

/** How far a pipeline that begins at `base` is, as Git has it. */
export async function standingOf(
  pipeline: PipelineHere,
  base: PipelineBase,
  journal: Pick<KeptJournal, "phases" | "moved"> | undefined,
): Promise<PipelineState> {
  const { repo, manifest } = pipeline;
  const branches = await phaseBranches(repo, branchesOf(pipeline));
  const records = new Map(journal?.phases.map((record) => [record.name, record]));
  const merged = await mergedPhases(repo, base.commit, manifest.phases, branches);
  const { moved = {} } = journal ?? {};
  const chain = chainOf({ base: base.commit, phases: manifest.phases, branches, records, moved, merged });
  return { base, branches, chain };
}

/** Phases whose commit the base has already: their branches were merged, and the pipeline begins after them. */
async function mergedPhases(
  { git }: Repository,
  base: ObjectId,
  phases: readonly ManifestPhase[],
  branches: ReadonlyMap<string, PhaseBranch>,
): Promise<ReadonlySet<string>> {
  const carried = phases.flatMap(({ name, digest }) => {
    const found = branches.get(name);
    return found?.carried?.digest === digest ? [{ name, ref: `refs/heads/${found.branch}` }] : [];
  });
  if (carried.length === 0) return new Set();
  const refs = carried.map(({ ref }) => ref);
  const { stdout } = await git.run(["for-each-ref", `--merged=${base}`, "--format=%(refname)", ...refs]);
  const merged = new Set(stdout.toString("utf8").split("\n"));
  return new Set(carried.flatMap(({ name, ref }) => (merged.has(ref) ? [name] : [])));
}

/** What the plan is made from: what Git holds counts before what was written down of it. */
export function recordsNow(
  { manifest }: PipelineHere,
  kept: readonly KeptRecord[],
  { chain }: Pick<PipelineState, "chain">,
): readonly KeptRecord[] {
  const records = new Map(kept.map((record) => [record.name, record]));
  return manifest.phases.flatMap(({ name, digest }): KeptRecord[] => {
    const record = records.get(name);
    const done = chain.done.get(name);
    const fresh = record ?? newRecord(name, digest);
    if (done !== undefined)
      return [{ ...fresh, digest, state: "done", commit: done.commit, base: done.base, contract: undefined }];
    // What was done no longer exists, or was done by another payload.
    if (record === undefined || record.state === "done" || record.digest !== digest) return [];
    return [record];
  });
}

export function newRecord(name: string, digest: string): Omit<KeptRecord, "state"> {
  return {
    name,
    digest,
    base: undefined,
    commit: undefined,
    tries: 0,
    contract: undefined,
    ciUrl: undefined,
    acceptance: [],
    pushed: {},
  };
}
