// Which phase a run takes next: the one its plan has, except for what `--from` leaves out. Pure.
import { CannotLook, failure } from "../../model/failure.ts";
import type { Manifest, ManifestPhase, PipelineJournal, PlannedPhase } from "../../model/pipeline.ts";
import { phasesMeet } from "../phases-meet.ts";
import { type PlanTerms, plan } from "../plan.ts";
import { newRecord } from "./pipeline-here.ts";

export interface Choice {
  readonly manifest: Manifest;
  readonly journal: PipelineJournal;
  readonly terms: PlanTerms;
  /** Names of the phases that are left out, and with them what builds on them. */
  readonly left: ReadonlySet<string>;
  /** Names of those that were lost or waited for, and are taken up once more. */
  readonly again: ReadonlySet<string>;
}

/** The one that is to be carried out next. */
export function nextPhase(choice: Choice): PlannedPhase | undefined {
  const { phases, next } = planned(choice);
  return phases.find((phase) => phase.name === next && !isOnLeft(phase, choice));
}

/** This one, if it can be handed in by now, even while others that it does not build on are open; else what comes before it. */
export function phaseToAdopt(choice: Choice, name: string): PlannedPhase | undefined {
  const { phases, next } = planned(choice);
  const wanted = phases.find((phase) => phase.name === name);
  if (wanted?.state === "ready" || wanted?.state === "waiting") return wanted;
  return phases.find((phase) => phase.name === next);
}

function planned({ manifest, journal, terms, left, again }: Choice) {
  const records = journal.phases.filter(({ name }) => !again.has(name) && !left.has(name));
  const skipped = [...left].map((name) => ({ ...newRecord(name, ""), state: "skipped" as const }));
  return plan(manifest, { ...journal, phases: [...records, ...skipped] }, terms);
}

function isOnLeft({ phase }: PlannedPhase, { manifest, left }: Choice): boolean {
  return manifest.phases.some((other) => left.has(other.name) && buildsOn(phase, other));
}

/** The phases before `from` that are not done: a run from there leaves them out. It is refused if `from` builds on one. */
export function leftOut(
  { phases }: Manifest,
  { phases: records }: PipelineJournal,
  from: string | undefined,
): ReadonlySet<string> {
  const over = new Set(
    records.flatMap(({ name, state }) => (state === "done" || state === "skipped" ? [name] : [])),
  );
  const first = from === undefined ? 0 : phases.findIndex(({ name }) => name === from);
  const open = phases.slice(0, first).filter(({ name }) => !over.has(name));
  const start = phases[first];
  const needed = start === undefined ? undefined : open.find((other) => buildsOn(start, other));
  if (needed === undefined) return new Set(open.map(({ name }) => name));
  const next = `do it first, or leave it out: arkitekt pipeline skip ${needed.name}`;
  throw new CannotLook(failure("no-phase", `${from} builds on ${needed.name}, which is not done`, next));
}

function buildsOn(phase: ManifestPhase, other: ManifestPhase): boolean {
  return phase.needs.includes(other.name) || phasesMeet(phase, other);
}
