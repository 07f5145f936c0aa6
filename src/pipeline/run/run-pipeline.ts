// Phases in order, as far as they go: each is carried out, judged and committed by itself, and written down before the next one begins.
import { didYouMean } from "../../base/wording.ts";
import { phaseTitle } from "../../check/conformance/phase-title.ts";
import { RefactoringTrees } from "../../check/refactor/refactoring-trees.ts";
import type { RunPatchOptions } from "../../check/run-patch.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { ManifestPhase, PhaseMaker, RecordedState } from "../../model/pipeline.ts";
import type { KeptJournal, KeptRecord, PipelineReport } from "../../model/task/pipeline-run.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { phasesMeet } from "../phases-meet.ts";
import { plan } from "../plan.ts";
import { isDeterministic, type PhaseMakers } from "../plan-terms.ts";
import { type Agent, askAgent } from "./agent.ts";
import { type CarryTerms, carryOut, type Outcome, refusedBy, takeIn } from "./carry-out.ts";
import { clearDead } from "./clear-dead.ts";
import { type PatchFolder, patchIn, readPatchFolder } from "./patch-folder.ts";
import {
  branchOf,
  newRecord,
  type PipelineHere,
  planTerms,
  recordsNow,
  type Standing,
  standingOf,
} from "./pipeline-here.ts";
import { pushPhase } from "./push-phase.ts";
import { reportOf } from "./report-of.ts";
import { type TakeUpTerms, takeUp } from "./take-up.ts";

export interface RunOptions extends TakeUpTerms, Pick<RunPatchOptions, "today" | "kept"> {
  /** `--code`. */
  readonly code: string | undefined;
  readonly agent: Omit<Agent, "running" | "env"> | undefined;
  /** `--patches`, absolute. */
  readonly patches: string | undefined;
  /** `--push`. */
  readonly remote: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** One phase at most. */
  readonly isOne: boolean;
}

/** Whatever is wrong with what was asked is refused before anything is done. */
export async function runPipeline(pipeline: PipelineHere, options: RunOptions): Promise<PipelineReport> {
  refuseTitles(pipeline, options.code);
  if (options.from !== undefined) phaseNamed(pipeline, options.from);
  const patches =
    options.patches === undefined ? NO_PATCHES : readPatchFolder(options.patches, pipeline.manifest.phases);
  return await begun(pipeline, options, patches, (run) => run.all());
}

/** Takes up the change that somebody hands in for a phase, and stops behind it. */
export async function adoptPhase(
  pipeline: PipelineHere,
  options: RunOptions,
  name: string,
  handed: HandedIn,
): Promise<PipelineReport> {
  refuseTitles(pipeline, options.code);
  const phase = phaseNamed(pipeline, name);
  return await begun(pipeline, options, NO_PATCHES, (run) => run.adopt(phase, handed));
}

/** The change for what stands on this commit; `from` is the commit that it was taken from. */
export type HandedIn = (
  base: ObjectId,
) => Promise<{ readonly proposal: Proposal; readonly from?: ObjectId | undefined }>;

const NO_PATCHES: PatchFolder = { files: new Map(), others: [] };

async function begun(
  pipeline: PipelineHere,
  options: RunOptions,
  patches: PatchFolder,
  work: (run: Run) => Promise<PipelineReport>,
): Promise<PipelineReport> {
  return await pipeline.file.owned(async () => {
    await clearDead(pipeline);
    const journal = await takeUp(pipeline, options);
    const standing = await standingOf(pipeline, journal.base, journal);
    const run = new Run(pipeline, options, patches, journal, standing);
    run.keep();
    return await work(run);
  });
}

export function phaseNamed({ manifest, path }: PipelineHere, name: string): ManifestPhase {
  const phase = manifest.phases.find((each) => each.name === name);
  if (phase !== undefined) return phase;
  const names = manifest.phases.map((each) => each.name);
  const meant = didYouMean(name, names) ?? `there is ${names.join(", ")}`;
  throw new CannotLook(
    failure("no-phase", `${path} has no phase "${name}"; ${meant}`, "arkitekt pipeline status shows them"),
  );
}

function refuseTitles(pipeline: PipelineHere, code: string | undefined): void {
  const { policy } = pipeline.here;
  for (const phase of pipeline.manifest.phases) {
    const title = phaseTitle({ task: phase.task, policy, branch: branchOf(pipeline, phase), code });
    if (!title.ok)
      throw new CannotLook(failure("bad-task", `${phase.name}: ${title.error.message}`, title.error.next));
  }
}

class Run {
  readonly #pipeline: PipelineHere;
  readonly #options: RunOptions;
  readonly #patches: PatchFolder;
  readonly #terms: CarryTerms;
  readonly #makers: PhaseMakers;
  readonly #records: Map<string, KeptRecord>;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #branches: Standing["branches"];
  /** What was done before, each on the one before it. */
  readonly #before: readonly string[];
  #journal: KeptJournal;
  #tip: ObjectId;
  #unpushed: PipelineReport["unpushed"];

  constructor(
    pipeline: PipelineHere,
    options: RunOptions,
    patches: PatchFolder,
    journal: KeptJournal,
    standing: Standing,
  ) {
    this.#pipeline = pipeline;
    this.#options = options;
    this.#patches = patches;
    this.#journal = journal;
    this.#tip = standing.chain.tip;
    this.#branches = standing.branches;
    this.#before = [...standing.chain.done.keys()];
    this.#makers = { hasAgent: options.agent !== undefined, patches: new Set(patches.files.keys()) };
    // What failed or waited before is taken up again; what is known of it besides stays.
    this.#records = new Map(
      recordsNow(pipeline, journal.phases, standing).map((record) => [record.name, record]),
    );
    this.#terms = {
      pipeline,
      code: options.code,
      today: options.today,
      kept: options.kept,
      trees: new RefactoringTrees(),
      movedFrom: (branch) => this.#journal.moved[branch],
      isOwn: (name) => this.#branches.get(name)?.isIntact === true,
    };
  }

  async all(): Promise<PipelineReport> {
    const left = this.#leftOut();
    const lost = (state: RecordedState) =>
      state === "failed" || state === "unresolved" || state === "waiting";
    const before = [...this.#records.values()].filter(({ state }) => lost(state)).map(({ name }) => name);
    const tried = new Set<string>();
    if (!(await this.#pushDone())) return await this.#report();
    for (;;) {
      const again = new Set(before.filter((name) => !tried.has(name)));
      const next = this.#next(left, again);
      if (next === undefined) break;
      tried.add(next.phase.name);
      const isOver = !(await this.#one(next.phase, next.by)) || this.#options.isOne;
      if (isOver) break;
    }
    return await this.#report();
  }

  async adopt(phase: ManifestPhase, handed: HandedIn): Promise<PipelineReport> {
    const { name } = phase;
    const record = this.#records.get(name);
    if (record?.state === "done") {
      const next = "to make it anew: arkitekt pipeline run --start-fresh --from";
      throw new CannotLook(failure("no-phase", `${name} is done already`, `${next} ${name}`));
    }
    const lost = [...this.#records.values()].filter(({ state }) => state !== "done" && state !== "skipped");
    const next = this.#next(new Set(), new Set([...lost.map((each) => each.name), name]), name);
    if (next?.phase.name !== name) {
      const first = next?.phase.name ?? "another phase";
      throw new CannotLook(
        failure(
          "no-phase",
          `${first} comes before ${name}`,
          "arkitekt pipeline status shows what is to be done",
        ),
      );
    }
    if (!(await this.#pushDone())) return await this.#report();
    const branch = branchOf(this.#pipeline, phase);
    const { proposal, from } = await handed(this.#tip);
    if (from !== undefined && this.#branches.get(name)?.tip === from)
      this.#journal = { ...this.#journal, moved: { ...this.#journal.moved, [branch]: from } };
    const outcome = await takeIn(this.#terms, phase, this.#tip, proposal);
    await this.#finish(phase, outcome, 1, "failed");
    return await this.#report();
  }

  /** Writes down how far it is. */
  keep(): void {
    this.#pipeline.file.write({ ...this.#journal, phases: [...this.#records.values()] });
  }

  /** The phases before `--from` that are not done: this run leaves them out, and what builds on them. */
  #leftOut(): ReadonlySet<string> {
    const { from } = this.#options;
    const { phases } = this.#pipeline.manifest;
    const first = from === undefined ? 0 : phases.findIndex(({ name }) => name === from);
    const isOpen = ({ name }: ManifestPhase) =>
      !["done", "skipped"].includes(this.#records.get(name)?.state ?? "");
    const open = phases.slice(0, first).filter(isOpen);
    const start = phases[first];
    const needed = start === undefined ? undefined : open.find((other) => buildsOn(start, other));
    if (needed === undefined) return new Set(open.map(({ name }) => name));
    const next = `do it first, or leave it out: arkitekt pipeline skip ${needed.name}`;
    throw new CannotLook(failure("no-phase", `${from} builds on ${needed.name}, which is not done`, next));
  }

  /** What the plan has next where `left` is left out and `again` is taken up once more. */
  #next(left: ReadonlySet<string>, again: ReadonlySet<string>, wanted?: string) {
    const { manifest } = this.#pipeline;
    const records = [...this.#records.values()].filter(({ name }) => !again.has(name));
    const skipped = [...left].map((name): KeptRecord => ({ ...newRecord(name, ""), state: "skipped" }));
    const phases = [...records.filter(({ name }) => !left.has(name)), ...skipped];
    const planned = plan(manifest, { ...this.#journal, phases }, planTerms(this.#pipeline, this.#makers));
    const open = manifest.phases.filter(({ name }) => left.has(name));
    const isRunnable = ({ name, phase }: (typeof planned.phases)[number]) =>
      (wanted === undefined ? name === planned.next : name === wanted) &&
      !open.some((other) => buildsOn(phase, other));
    const found = planned.phases.find(isRunnable);
    if (wanted === undefined || found === undefined) return found;
    // One that is to be done by hand may be handed in while others that it does not build on are open.
    return found.state === "ready" || found.state === "waiting"
      ? found
      : planned.phases.find(({ name }) => name === planned.next);
  }

  /** False where the run stops behind it. */
  async #one(phase: ManifestPhase, by: PhaseMaker): Promise<boolean> {
    const base = this.#tip;
    if (by === "deterministic")
      return await this.#finish(phase, await carryOut(this.#terms, phase, base), 1, "failed");
    if (by === "patches") return await this.#finish(phase, await this.#byPatch(phase, base), 1, "failed");
    const { agent } = this.#options;
    if (by === "agent" && agent !== undefined) return await this.#byAgent(phase, base, agent);
    this.#note({ ...this.#recordOf(phase), state: "waiting", base });
    return false;
  }

  async #byPatch(phase: ManifestPhase, base: ObjectId): Promise<Outcome> {
    try {
      return await takeIn(this.#terms, phase, base, patchIn(this.#patches.files.get(phase.name) ?? ""));
    } catch (error) {
      if (error instanceof CannotLook && error.failure.kind === "bad-patch") return refusedBy(error.failure);
      throw error;
    }
  }

  async #byAgent(
    phase: ManifestPhase,
    base: ObjectId,
    given: NonNullable<RunOptions["agent"]>,
  ): Promise<boolean> {
    const agent: Agent = {
      ...given,
      env: this.#options.env,
      running: (leader) => {
        this.#journal = { ...this.#journal, agent: leader };
        this.keep();
      },
    };
    let contract: string | undefined;
    for (let tries = 1; ; tries++) {
      const answer = await askAgent(this.#pipeline.repo, agent, phase, base, contract);
      const outcome =
        answer.kind === "refused" ? answer.outcome : await takeIn(this.#terms, phase, base, answer.proposal);
      const isLast = outcome.kind === "done" || outcome.isFinal === true || tries >= agent.tries;
      if (isLast) return await this.#finish(phase, outcome, tries, "unresolved");
      contract = outcome.contract;
    }
  }

  async #finish(
    phase: ManifestPhase,
    outcome: Outcome,
    tries: number,
    lost: "failed" | "unresolved",
  ): Promise<boolean> {
    const { verdict, acceptance } = outcome;
    if (verdict !== undefined) this.#verdicts.set(phase.name, verdict);
    const base = this.#tip;
    const record = { ...this.#recordOf(phase), tries, acceptance, base };
    if (outcome.kind === "refused") {
      this.#note({ ...record, state: lost, contract: outcome.contract });
      return true;
    }
    const { [branchOf(this.#pipeline, phase)]: _, ...moved } = this.#journal.moved;
    this.#journal = { ...this.#journal, moved };
    this.#tip = outcome.commit ?? base;
    this.#note({ ...record, state: "done", commit: outcome.commit });
    return await this.#push(phase);
  }

  #recordOf({ name, digest }: ManifestPhase): Omit<KeptRecord, "state"> {
    const { ciUrl, pushed = {} } = this.#records.get(name) ?? {};
    return { ...newRecord(name, digest), ciUrl, pushed };
  }

  #note(record: KeptRecord): void {
    this.#records.set(record.name, record);
    this.keep();
  }

  /** What was done before and is not where it is to be pushed. */
  async #pushDone(): Promise<boolean> {
    for (const name of this.#before) {
      const phase = this.#pipeline.manifest.phases.find((each) => each.name === name);
      if (phase !== undefined && !(await this.#push(phase))) return false;
    }
    return true;
  }

  async #push(phase: ManifestPhase): Promise<boolean> {
    const { remote, env } = this.#options;
    const record = this.#records.get(phase.name);
    if (remote === undefined || record === undefined) return true;
    const found = await pushPhase(this.#terms, record, branchOf(this.#pipeline, phase), remote, env);
    if (found?.kind === "pushed")
      this.#note({ ...record, pushed: { ...record.pushed, [remote]: found.commit } });
    if (found?.kind !== "not pushed") return true;
    this.#unpushed = { name: phase.name, ...found };
    return false;
  }

  async #report(): Promise<PipelineReport> {
    const { others } = this.#patches;
    const unused = [...this.#patches.files.keys()].filter((name) => {
      const phase = this.#pipeline.manifest.phases.find((each) => each.name === name);
      return phase !== undefined && isDeterministic(phase);
    });
    const remarks = [
      ...(others.length === 0 ? [] : [`no phase is called like ${others.join(", ")} in --patches`]),
      ...unused.map((name) => `${name} is carried out by the program itself, so its patch is not looked at`),
    ];
    return reportOf(this.#pipeline, {
      journal: { ...this.#journal, phases: [...this.#records.values()] },
      makers: this.#makers,
      verdicts: this.#verdicts,
      unpushed: this.#unpushed,
      remarks,
    });
  }
}

function buildsOn(phase: ManifestPhase, other: ManifestPhase): boolean {
  return phase.needs.includes(other.name) || phasesMeet(phase, other);
}
