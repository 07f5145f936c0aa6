// A pipeline: phases in order, a branch each. What its manifest says, how far a run has come, and what follows from the two.
import type { Position } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { ObjectId } from "./change.ts";
import type { Counted } from "./task/task-report.ts";
import type { Task, TaskRemark, TaskSource } from "./task.ts";

export interface Manifest {
  /** "release" of `.codex/pipeline-release.json`; "" of `.codex/pipeline.json`, and of a file with any other name. */
  readonly name: string;
  readonly source: TaskSource;
  /** The digest of all that it says, whatever its spacing: a different one is a different manifest. */
  readonly digest: string;
  readonly stopOnFail: boolean;
  /** In order; those that can't be read are left out, and each has its fault. */
  readonly phases: readonly ManifestPhase[];
  /** What was ignored, or read leniently. */
  readonly warnings: readonly TaskRemark[];
  /** Where a key stands in its text, from the root of the manifest; if it is missing, the nearest thing that exists. */
  placeOf(keys: readonly (string | number)[]): Position | undefined;
}

export interface ManifestPhase {
  readonly name: string;
  /** In its manifest, from 0. */
  readonly index: number;
  /** Names of phases that it builds on, besides those whose allowlists overlap with its own. */
  readonly needs: readonly string[];
  /** What its payload says; its code is `phase-<name>`. */
  readonly task: Task;
  /** The payload as it was written, as canonical JSON on one line. */
  readonly payload: string;
  /** SHA-256 of the payload, as 64 hex digits. */
  readonly digest: string;
}

/** How far a pipeline has come in one repository, kept in its Git folder between two calls. */
export interface PipelineJournal {
  /** The manifest that it began with. */
  readonly manifest: { readonly path: RepoPath; readonly digest: string };
  /** Where the first phase begins: `HEAD` at the first run. */
  readonly base: PipelineBase;
  /** A phase for which nothing was done is left out. */
  readonly phases: readonly PhaseRecord[];
}

export interface PipelineBase {
  readonly commit: ObjectId;
  /** Undefined if no branch was checked out. */
  readonly branch: string | undefined;
}

/** What was done for a phase, and what came of it. */
export interface PhaseRecord {
  readonly name: string;
  /** The digest of the payload that it was done by. */
  readonly digest: string;
  readonly state: RecordedState;
  /** The commit on its branch, for one that is done. */
  readonly commit: ObjectId | undefined;
  /** How often a change for it was judged. */
  readonly tries: number;
  /** Why it is not done, as text: the failure contract where the gate refused a change. */
  readonly contract: string | undefined;
  readonly ciUrl: string | undefined;
}

/** `unresolved`: an agent's every try was refused. `waiting`: somebody has to hand in its change. */
export type RecordedState = "done" | "failed" | "unresolved" | "skipped" | "waiting";

/** `ready` is the next one to be carried out; `pending` comes after it; `blocked` builds on one that failed, or was stopped by it. */
export type PhaseState = RecordedState | "ready" | "pending" | "blocked";

/** Who makes the change for a phase: the program itself, `--agent`, `--patches`, or whoever hands it in. */
export type PhaseMaker = "deterministic" | "agent" | "patches" | "hand";

export interface PipelinePlan {
  readonly manifest: Manifest;
  /** Undefined if nothing was run yet and `HEAD` is not a commit. */
  readonly base: PipelineBase | undefined;
  readonly phases: readonly PlannedPhase[];
  /** The name of the phase that comes next; undefined if there is none to carry out. */
  readonly next: string | undefined;
}

export interface PlannedPhase {
  readonly phase: ManifestPhase;
  readonly name: string;
  /** `codex/phase-<name>`. */
  readonly branch: string;
  /** The phase whose branch it begins at; undefined: at the pipeline's base. */
  readonly basedOn: string | undefined;
  /** The commit that it begins at, if it is known. */
  readonly baseCommit: ObjectId | undefined;
  /** Undefined if neither it nor the policy limits a change. */
  readonly budget: Counted | undefined;
  readonly by: PhaseMaker;
  readonly state: PhaseState;
  /** Why it is blocked: the phase that failed. */
  readonly blockedBy: string | undefined;
  readonly record: PhaseRecord | undefined;
}
