// Phases in order, as far as they go: each is carried out, judged and committed by itself, and recorded before the next one begins.
import { RefactoringTrees } from "../../check/refactor/refactoring-trees.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { KeptJournal, PipelineReport } from "../../model/task/pipeline-run.ts";
import { isDeterministic, type PhaseMakers } from "../plan-terms.ts";
import { pushPhase } from "../push/push-phase.ts";
import { type RemotePlace, remotePlace } from "../push/remote-place.ts";
import { type CarryTerms, takeIn } from "./carry-out.ts";
import { type Makers, madeChange } from "./made-change.ts";
import { leftOut, nextPhase, phaseToAdopt } from "./next-phase.ts";
import type { PatchFolder } from "./patch-folder.ts";
import { branchOf, type PipelineHere, type PipelineState, planTerms } from "./pipeline-here.ts";
import { RunProgress } from "./progress.ts";
import { reportOf } from "./report-of.ts";
import type { HandedIn, RunOptions } from "./run-options.ts";

export class Run {
  readonly #pipeline: PipelineHere;
  readonly #options: RunOptions;
  readonly #patches: PatchFolder;
  readonly #terms: CarryTerms;
  readonly #makers: PhaseMakers;
  readonly #standing: PipelineState;
  readonly #progress: RunProgress;
  readonly #remote: RemotePlace | undefined;
  #unpushed: PipelineReport["unpushed"];

  constructor(
    pipeline: PipelineHere,
    options: RunOptions,
    patches: PatchFolder,
    journal: KeptJournal,
    standing: PipelineState,
  ) {
    this.#pipeline = pipeline;
    this.#options = options;
    this.#patches = patches;
    this.#standing = standing;
    const { remote, env } = options;
    this.#remote = remote === undefined ? undefined : remotePlace(pipeline.repo, remote, env);
    this.#makers = { hasAgent: options.agent !== undefined, patches: new Set(patches.files.keys()) };
    const progress = new RunProgress(pipeline, journal, standing);
    this.#progress = progress;
    this.#terms = {
      pipeline,
      code: options.code,
      today: options.today,
      kept: options.kept,
      authorOf: options.authorOf,
      trees: new RefactoringTrees(),
      movedFrom: (branch) => progress.movedFrom(branch),
      isOwn: (name) => standing.branches.get(name)?.isIntact === true,
    };
    progress.keep();
  }

  /** What failed or waited before is taken up again, once. */
  async all(): Promise<PipelineReport> {
    const { manifest } = this.#pipeline;
    const progress = this.#progress;
    const left = leftOut(manifest, progress.journal, this.#options.from);
    const again = new Set(
      progress.records.flatMap(({ name, state }) => (state === "done" || state === "skipped" ? [] : [name])),
    );
    const terms = planTerms(this.#pipeline, this.#makers);
    if (!(await this.#pushDone())) return this.#report();
    for (;;) {
      const next = nextPhase({ manifest, journal: progress.journal, terms, left, again });
      if (next === undefined) break;
      again.delete(next.name);
      const made = await madeChange(this.#terms, this.#whoMakes(), next, progress.tip);
      if (made === undefined) {
        progress.waits(next.phase);
        break;
      }
      progress.finish(next.phase, made.outcome, made.tries, made.lost);
      const isPushed = made.outcome.kind === "refused" || (await this.#push(next.phase));
      if (!isPushed || this.#options.isOne) break;
    }
    return this.#report();
  }

  async adopt(phase: ManifestPhase, handed: HandedIn): Promise<PipelineReport> {
    const { name } = phase;
    const progress = this.#progress;
    this.#refuseAdoption(name);
    if (!(await this.#pushDone())) return this.#report();
    const { proposal, from } = await handed(progress.tip);
    if (from !== undefined && this.#standing.branches.get(name)?.tip === from)
      progress.mayMove(branchOf(this.#pipeline, phase), from);
    const outcome = await takeIn(this.#terms, phase, progress.tip, proposal);
    progress.finish(phase, outcome, 1, "failed");
    if (outcome.kind === "done") await this.#push(phase);
    return this.#report();
  }

  /** Refuses one that is done already, and one that others come before. */
  #refuseAdoption(name: string): void {
    const { records, journal } = this.#progress;
    const refused = (message: string, next: string) => new CannotLook(failure("no-phase", message, next));
    if (this.#progress.record(name)?.state === "done")
      throw refused(
        `${name} is done already`,
        `to make it again: arkitekt pipeline run --start-fresh --from ${name}`,
      );
    const open = records.flatMap((each) =>
      each.state === "done" || each.state === "skipped" ? [] : [each.name],
    );
    const { manifest } = this.#pipeline;
    const terms = planTerms(this.#pipeline, this.#makers);
    const choice = { manifest, journal, terms, left: new Set<string>(), again: new Set([...open, name]) };
    const next = phaseToAdopt(choice, name)?.name ?? "another phase";
    if (next !== name)
      throw refused(`${next} comes before ${name}`, "arkitekt pipeline status shows what is to be done");
  }

  #whoMakes(): Makers {
    const { agent, env } = this.#options;
    const running = (leader: KeptJournal["agent"]) => this.#progress.agentAtWork(leader);
    return { agent: agent && { ...agent, env, running }, patches: this.#patches.files };
  }

  /** What was done before and has not been pushed yet. */
  async #pushDone(): Promise<boolean> {
    for (const name of this.#standing.chain.done.keys()) {
      const phase = this.#pipeline.manifest.phases.find((each) => each.name === name);
      if (phase !== undefined && !(await this.#push(phase))) return false;
    }
    return true;
  }

  async #push(phase: ManifestPhase): Promise<boolean> {
    const remote = this.#remote;
    const record = this.#progress.record(phase.name);
    if (remote === undefined || record === undefined) return true;
    const found = await pushPhase(this.#terms, record, branchOf(this.#pipeline, phase), remote);
    if (found?.kind === "pushed") this.#progress.wasPushed(record, remote.name, found.commit);
    if (found?.kind !== "not pushed") return true;
    this.#unpushed = { name: phase.name, ...found };
    return false;
  }

  #report(): PipelineReport {
    const { others, files } = this.#patches;
    const { phases } = this.#pipeline.manifest;
    const unused = phases.filter((phase) => files.has(phase.name) && isDeterministic(phase));
    const remarks = [
      ...(others.length === 0 ? [] : [`--patches holds ${others.join(", ")}, and no phase has such a name`]),
      ...unused.map(
        ({ name }) => `${name} is carried out by the program itself, so its patch is not looked at`,
      ),
    ];
    return reportOf(this.#pipeline, {
      journal: this.#progress.journal,
      makers: this.#makers,
      verdicts: this.#progress.verdicts,
      unpushed: this.#unpushed,
      remarks,
    });
  }
}
