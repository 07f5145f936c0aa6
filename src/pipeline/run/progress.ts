// How far a run is: its journal, written after each step, so that whoever goes on after a kill knows all but the current step.
import type { ObjectId } from "../../model/change.ts";
import type { Verdict } from "../../model/finding.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { KeptJournal, KeptRecord } from "../../model/task/pipeline-run.ts";
import type { CarriedOut } from "./carry-out.ts";
import { branchOf, newRecord, type PipelineHere, type PipelineState, recordsNow } from "./pipeline-here.ts";

/** The state of a phase that came to nothing: `unresolved` if an agent made it. */
export type Lost = "failed" | "unresolved";

export class RunProgress {
  /** For what this run has judged, by the name of the phase. */
  readonly verdicts = new Map<string, Verdict>();
  readonly #pipeline: PipelineHere;
  readonly #records: Map<string, KeptRecord>;
  #journal: KeptJournal;
  #tip: ObjectId;

  constructor(pipeline: PipelineHere, journal: KeptJournal, standing: PipelineState) {
    this.#pipeline = pipeline;
    this.#journal = journal;
    this.#tip = standing.chain.tip;
    const records = recordsNow(pipeline, journal.phases, standing);
    this.#records = new Map(records.map((record) => [record.name, record]));
  }

  /** What the next phase begins at. */
  get tip(): ObjectId {
    return this.#tip;
  }

  get records(): readonly KeptRecord[] {
    return [...this.#records.values()];
  }

  get journal(): KeptJournal {
    return { ...this.#journal, phases: this.records };
  }

  record(name: string): KeptRecord | undefined {
    return this.#records.get(name);
  }

  keep(): void {
    this.#pipeline.file.write(this.journal);
  }

  /** The commit that a branch may be moved from. */
  movedFrom(branch: string): ObjectId | undefined {
    return this.#journal.moved[branch];
  }

  /** It is written with the next step. */
  mayMove(branch: string, from: ObjectId): void {
    this.#journal = { ...this.#journal, moved: { ...this.#journal.moved, [branch]: from } };
  }

  /** Undefined once it has ended. */
  agentAtWork(agent: KeptJournal["agent"]): void {
    this.#journal = { ...this.#journal, agent };
    this.keep();
  }

  waits(phase: ManifestPhase): void {
    this.#note({ ...this.#recordOf(phase), state: "waiting", base: this.#tip });
  }

  finish(phase: ManifestPhase, outcome: CarriedOut, tries: number, lost: Lost): void {
    const { verdict, acceptance } = outcome;
    if (verdict !== undefined) this.verdicts.set(phase.name, verdict);
    const base = this.#tip;
    const record = { ...this.#recordOf(phase), tries, acceptance, base };
    if (outcome.kind === "refused") {
      this.#note({ ...record, state: lost, contract: outcome.contract });
      return;
    }
    const { [branchOf(this.#pipeline, phase)]: _, ...moved } = this.#journal.moved;
    this.#journal = { ...this.#journal, moved };
    this.#tip = outcome.commit ?? base;
    this.#note({ ...record, state: "done", commit: outcome.commit });
  }

  wasPushed(record: KeptRecord, remote: string, commit: ObjectId): void {
    this.#note({ ...record, pushed: { ...record.pushed, [remote]: commit } });
  }

  #recordOf({ name, digest }: ManifestPhase): Omit<KeptRecord, "state"> {
    const { ciUrl, pushed = {} } = this.#records.get(name) ?? {};
    return { ...newRecord(name, digest), ciUrl, pushed };
  }

  #note(record: KeptRecord): void {
    this.#records.set(record.name, record);
    this.keep();
  }
}
