// Where a run goes on: by its journal, or from the beginning. What has moved on or changed since is reported, and refused until somebody
// says it is wanted; and no branch is moved that is not the pipeline's own.
import { list } from "../../base/wording.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase, PipelineBase } from "../../model/pipeline.ts";
import type { KeptJournal } from "../../model/task/pipeline-run.ts";
import { headBase } from "../plan-terms.ts";
import { branchOf, commandOf, type PipelineHere, type PipelineState, standingOf } from "./pipeline-here.ts";
import { inShort, knownPhases, whatChanged } from "./what-changed.ts";

export interface TakeUpTerms {
  /** The manifest and the base are taken as they are now, and what does not stand on them is made again. */
  readonly isReplanned: boolean;
  /** All of it is made again; from `from` on, if that is named. */
  readonly isFresh: boolean;
  readonly from: string | undefined;
}

/** The journal that the run goes on with; nothing is written yet. */
export async function takeUp(pipeline: PipelineHere, terms: TakeUpTerms): Promise<KeptJournal> {
  const kept = pipeline.file.read();
  if (kept === undefined) {
    const begun = beginning(pipeline);
    return terms.isFresh ? await madeAnew(pipeline, begun, terms.from) : begun;
  }
  if (terms.isFresh && terms.from === undefined) {
    const begun = beginning(pipeline);
    return await madeAnew(pipeline, { ...begun, digests: digestsOf(pipeline, kept) }, undefined);
  }
  const now = await goingOn(pipeline, kept, terms.isReplanned);
  return terms.isFresh ? await madeAnew(pipeline, now, terms.from) : now;
}

function beginning(pipeline: PipelineHere): KeptJournal {
  const { manifest, path } = pipeline;
  const base = headBase(pipeline.repo);
  if (base === undefined) {
    const next = "make a first commit, with the policy, by hand";
    throw new CannotLook(
      failure("no-commit", "there is no commit that the first phase could stand on", next),
    );
  }
  return {
    manifest: { path, digest: manifest.digest },
    base,
    phases: [],
    stopOnFail: manifest.stopOnFail,
    known: knownPhases(manifest),
    digests: digestsOf(pipeline, undefined),
    moved: {},
    agent: undefined,
  };
}

function digestsOf({ manifest }: PipelineHere, kept: KeptJournal | undefined): readonly string[] {
  return [...new Set([...(kept?.digests ?? []), ...manifest.phases.map(({ digest }) => digest)])];
}

async function goingOn(
  pipeline: PipelineHere,
  kept: KeptJournal,
  isReplanned: boolean,
): Promise<KeptJournal> {
  const { manifest, path } = pipeline;
  const stale = await notAsBegun(pipeline, kept);
  if (stale === undefined) return kept;
  const { moved, said } = stale;
  if (!isReplanned) {
    const next = `to take it as it is now: ${commandOf(pipeline, "run --replan")}`;
    throw new CannotLook(failure("pipeline-changed", said.join("; "), next));
  }
  const base: PipelineBase = { ...kept.base, commit: moved?.tip ?? kept.base.commit };
  const names = new Set(manifest.phases.map(({ name }) => name));
  const journal: KeptJournal = {
    ...kept,
    manifest: { path, digest: manifest.digest },
    base: moved?.tip === undefined && moved !== undefined ? (headBase(pipeline.repo) ?? base) : base,
    phases: kept.phases.filter(({ name }) => names.has(name)),
    stopOnFail: manifest.stopOnFail,
    known: knownPhases(manifest),
    digests: digestsOf(pipeline, kept),
  };
  const standing = await standingOf(pipeline, journal.base, journal);
  const open = manifest.phases.filter(({ name }) => !standing.chain.done.has(name));
  return {
    ...journal,
    moved: { ...journal.moved, ...(await tipsToMove(pipeline, journal, standing, open)) },
  };
}

export interface NotAsBegun {
  /** How the branch that it began on stands now, if that has changed. */
  readonly moved: { readonly tip: ObjectId | undefined } | undefined;
  /** A sentence each. */
  readonly said: readonly string[];
}

/** What has changed, or moved on, since a pipeline began, so that a run refuses it; undefined if nothing has. */
export async function notAsBegun(pipeline: PipelineHere, kept: KeptJournal): Promise<NotAsBegun | undefined> {
  const changes = whatChanged(kept, pipeline.manifest);
  const moved = await movedOn(pipeline, kept.base);
  if (changes.length === 0 && (moved === undefined || (await isMerged(pipeline, kept, moved))))
    return undefined;
  return { moved, said: sentencesOf(pipeline, changes, kept.base, moved) };
}

/** How the branch that the pipeline began on stands now; undefined if it still stands there, or there was none. */
async function movedOn(
  { repo }: PipelineHere,
  { branch, commit }: PipelineBase,
): Promise<{ readonly tip: ObjectId | undefined } | undefined> {
  if (branch === undefined) return undefined;
  const ref = `refs/heads/${branch}^{commit}`;
  const found = await repo.git.run(["rev-parse", "--verify", "--quiet", ref], { okCodes: [0, 1, 128] });
  const tip = found.code === 0 ? found.stdout.toString("latin1").trim() : undefined;
  return tip === commit ? undefined : { tip };
}

/** Whether all of it is done and the branch has it: nothing is left that could stand on another base. */
async function isMerged(
  pipeline: PipelineHere,
  kept: KeptJournal,
  { tip }: { readonly tip: ObjectId | undefined },
): Promise<boolean> {
  if (tip === undefined) return false;
  const { chain } = await standingOf(pipeline, kept.base, kept);
  const skipped = new Set(kept.phases.flatMap(({ name, state }) => (state === "skipped" ? [name] : [])));
  const isDone = pipeline.manifest.phases.every(({ name }) => chain.done.has(name) || skipped.has(name));
  return isDone && (await isAncestor(pipeline, chain.tip, tip));
}

async function isAncestor({ repo }: PipelineHere, one: ObjectId, other: ObjectId): Promise<boolean> {
  const { code } = await repo.git.run(["merge-base", "--is-ancestor", one, other], { okCodes: [0, 1] });
  return code === 0;
}

function sentencesOf(
  { path }: PipelineHere,
  changes: readonly string[],
  { branch = "HEAD", commit }: PipelineBase,
  moved: NotAsBegun["moved"],
): readonly string[] {
  const short = commit.slice(0, 10);
  const tip = moved?.tip?.slice(0, 10);
  return [
    ...(changes.length === 0 ? [] : [`${path} has changed since this pipeline began: ${inShort(changes)}`]),
    ...(moved === undefined
      ? []
      : [
          tip === undefined
            ? `${branch}, which this pipeline began on at ${short}, is gone`
            : `${branch} has moved on since this pipeline began: from ${short} to ${tip}`,
        ]),
  ];
}

/** From a phase on, or all: what is there is made again. */
async function madeAnew(
  pipeline: PipelineHere,
  journal: KeptJournal,
  from: string | undefined,
): Promise<KeptJournal> {
  const { phases } = pipeline.manifest;
  const first = from === undefined ? 0 : phases.findIndex(({ name }) => name === from);
  const fresh = phases.slice(first);
  const names = new Set(fresh.map(({ name }) => name));
  const standing = await standingOf(pipeline, journal.base, journal);
  const moved = await tipsToMove(pipeline, journal, standing, fresh);
  return {
    ...journal,
    phases: journal.phases.filter(({ name }) => !names.has(name)),
    moved: { ...journal.moved, ...moved },
  };
}

/** What these phases' branches may be moved from; one that is not the pipeline's own is refused by name. */
async function tipsToMove(
  pipeline: PipelineHere,
  { digests }: KeptJournal,
  { branches }: PipelineState,
  phases: readonly ManifestPhase[],
): Promise<Readonly<Record<string, ObjectId>>> {
  const moved: Record<string, ObjectId> = {};
  const foreign: string[] = [];
  for (const phase of phases) {
    const found = branches.get(phase.name);
    if (found === undefined) continue;
    const digest = found.carried?.digest;
    const isOwn =
      found.isIntact &&
      digest !== undefined &&
      (digests.includes(digest) || !(await isOfAnother(pipeline, phase, digest)));
    if (isOwn) moved[found.branch] = found.tip;
    else foreign.push(branchOf(pipeline, phase));
  }
  const [first] = foreign;
  if (first === undefined) return moved;
  const verb = foreign.length === 1 ? "is" : "are";
  const message = `${list(foreign, "and")} ${verb} not this pipeline's own, so nothing was moved`;
  throw new CannotLook(
    failure("branch-moved", message, `keep it by another name: git branch -m ${first} NAME`),
  );
}

/** Another manifest has a phase with this name that asks for the same. */
async function isOfAnother(
  { here, path }: PipelineHere,
  { name }: ManifestPhase,
  digest: string,
): Promise<boolean> {
  for (const other of await here.files.manifests()) {
    if (other === path) continue;
    const read = await here.files.manifest(other).catch(() => undefined);
    if (read?.manifest.phases.some((phase) => phase.name === name && phase.digest === digest)) return true;
  }
  return false;
}
