// What a run of a pipeline leaves between two calls, and what it has to say.
import type { RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../change.ts";
import type { Verdict } from "../finding.ts";
import type { PhaseMaker, PhaseRecord, PhaseState, PipelineBase, PipelineJournal } from "../pipeline.ts";
import type { AcceptanceLine } from "./acceptance-line.ts";

/** What a manifest said of a phase when the pipeline took it up. */
export interface KnownPhase {
  readonly name: string;
  readonly digest: string;
  readonly payload: string;
  readonly needs: readonly string[];
}

export interface KeptRecord extends PhaseRecord {
  /** What it was done on. */
  readonly base: ObjectId | undefined;
  readonly acceptance: readonly AcceptanceLine[];
  /** What was pushed to each remote, by its name. */
  readonly pushed: Readonly<Record<string, ObjectId>>;
}

export interface KeptJournal extends PipelineJournal {
  readonly phases: readonly KeptRecord[];
  readonly stopOnFail: boolean;
  /** The phases in order, as they were taken up: they show what has changed since. */
  readonly known: readonly KnownPhase[];
  /** The digests of every payload that it has had: what a branch carries of those is the pipeline's own. */
  readonly digests: readonly string[];
  /** Branches that are made again, each with the commit that it may be moved from. */
  readonly moved: Readonly<Record<string, ObjectId>>;
  /** The process of the program that is at work on a phase: whoever finds its owner dead ends it. */
  readonly agent:
    | {
        readonly pid: number;
        readonly started: string;
        readonly host: string;
        /** What the environment of everything that it starts holds. */
        readonly mark: string | undefined;
        /** Its working tree. */
        readonly folder?: string | undefined;
      }
    | undefined;
}

export interface PhaseReport {
  readonly name: string;
  readonly state: PhaseState;
  readonly by: PhaseMaker;
  readonly branch: string;
  readonly base: ObjectId | undefined;
  readonly basedOn: string | undefined;
  readonly commit: ObjectId | undefined;
  readonly tries: number;
  readonly contract: string | undefined;
  readonly ciUrl: string | undefined;
  readonly blockedBy: string | undefined;
  readonly pushed: Readonly<Record<string, ObjectId>>;
  readonly acceptance: readonly AcceptanceLine[];
  /** Only for what this call has judged. */
  readonly verdict: Verdict | undefined;
}

export interface PipelineReport {
  /** Its name, as people are shown it. */
  readonly manifest: string;
  readonly path: RepoPath | undefined;
  readonly stopOnFail: boolean;
  readonly state: "done" | "waiting" | "failed" | "pending";
  readonly base: PipelineBase | undefined;
  readonly phases: readonly PhaseReport[];
  /** The phase that waits for somebody to hand in its change, and what it asks for, as JSON. */
  readonly waiting: { readonly name: string; readonly payload: string } | undefined;
  /** The command that comes next. */
  readonly next: string | undefined;
  /** What is worth saying but stops nothing. */
  readonly remarks: readonly string[];
  /** What was not pushed, and why. */
  readonly unpushed: { readonly name: string; readonly why: string; readonly next: string } | undefined;
}
