// The change of a phase, wherever it comes from, to the phase's one commit on its branch: judged by the gate before it exists.
import { phaseTitle } from "../../check/conformance/phase-title.ts";
import { type PatchRun, type Proposer, type RunPatchOptions, runPatch } from "../../check/patch/run-patch.ts";
import type { RefactoringTrees } from "../../check/refactor/refactoring-trees.ts";
import { type Author, authoredProposer } from "../../check/refactor/run-authored.ts";
import { proposerOf } from "../../check/refactor/run-refactor.ts";
import { ifReadable } from "../../check/task/if-readable.ts";
import { TaskFiles } from "../../check/task-files.ts";
import { parseCommit } from "../../git/objects/commit-object.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { AcceptanceLine } from "../../model/task/acceptance-line.ts";
import { phaseTrailers } from "../../model/task/phase-trailers.ts";
import { TASK_TRAILER } from "../../model/task/task-trailer.ts";
import type { Task } from "../../model/task.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { recordOf } from "../../refactor/read-refactoring.ts";
import { refactoringOf } from "../../refactor/refactoring-of.ts";
import { contract, contractOfFailure } from "../../report/verdict/contract.ts";
import { branchOf, commandOf, type PipelineHere } from "./pipeline-here.ts";

export interface CarryTerms extends Pick<RunPatchOptions, "today" | "kept"> {
  readonly pipeline: PipelineHere;
  /** `--code`. */
  readonly code: string | undefined;
  readonly trees: RefactoringTrees;
  /** What writes the files of a task that steers the program. */
  authorOf(task: Task): Author | undefined;
  /** The commit that a branch may be moved from. */
  movedFrom(branch: string): ObjectId | undefined;
  /** Whether a phase's branch shows that it is this pipeline's own. */
  isOwn(name: string): boolean;
}

export type CarriedOut =
  | {
      readonly kind: "done";
      /** Undefined if there was nothing to change. */
      readonly commit: ObjectId | undefined;
      readonly acceptance: readonly AcceptanceLine[];
      readonly verdict: Verdict | undefined;
    }
  | {
      readonly kind: "refused";
      readonly contract: string;
      readonly verdict: Verdict | undefined;
      readonly acceptance: readonly AcceptanceLine[];
      /** It would end the same if asked again. */
      readonly isFinal?: true;
    };

/** A deterministic phase, by the program itself. */
export async function carryOut(terms: CarryTerms, phase: ManifestPhase, base: ObjectId): Promise<CarriedOut> {
  const author = terms.authorOf(phase.task);
  if (author !== undefined) {
    const proposed = authoredProposer(author, () => {});
    return await committed(terms, phase, base, { proposed, record: undefined, notes: "", isOurs: true });
  }
  const refactoring = refactoringOf(phase.task);
  if (!refactoring.ok)
    return refusedBy(
      failure("bad-task", `the phase ${phase.name} can't be carried out: ${refactoring.error}`),
    );
  if (refactoring.value === undefined) throw new Error(`nothing carries out ${phase.name}`);
  const proposer = proposerOf(refactoring.value, terms.trees, () => {});
  const record = `${TASK_TRAILER}: ${recordOf(refactoring.value)}`;
  return await committed(terms, phase, base, { proposed: proposer, record, notes: "", isOurs: true });
}

/** A change that somebody hands in; one that changes nothing and was not there before is refused. */
export async function takeIn(
  terms: CarryTerms,
  phase: ManifestPhase,
  base: ObjectId,
  proposal: Proposal,
): Promise<CarriedOut> {
  try {
    return await committed(terms, phase, base, {
      proposed: proposal,
      record: undefined,
      notes: proposal.notes,
      isOurs: false,
    });
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-patch") return refusedBy(error.failure);
    throw error;
  }
}

/** `rule` names, for the contract, what found it. */
export function refusedBy(why: Failure, { rule = "patch", isFinal = false } = {}): CarriedOut {
  const said = contractOfFailure(why, rule).trimEnd();
  const base = { kind: "refused", contract: said, verdict: undefined, acceptance: [] } as const;
  return isFinal ? { ...base, isFinal } : base;
}

interface Handed {
  readonly proposed: Proposal | Proposer;
  readonly record: string | undefined;
  readonly notes: string;
  /** The program has made it: it is fine if there is nothing to change. */
  readonly isOurs: boolean;
}

async function committed(
  terms: CarryTerms,
  phase: ManifestPhase,
  base: ObjectId,
  { proposed, record, notes, isOurs }: Handed,
): Promise<CarriedOut> {
  const { pipeline, today, kept } = terms;
  const { repo } = pipeline;
  const branch = branchOf(pipeline, phase);
  const tip = await tipOf(pipeline, branch);
  const mayWrite = tip === undefined || terms.movedFrom(branch) === tip;
  const run = await runPatch(repo, proposed, {
    today,
    kept,
    isReproduced: record !== undefined,
    isWritten: mayWrite,
    commit: {
      branch,
      message: messageOf(terms, phase, branch, notes),
      ...(record === undefined ? {} : { trailer: record }),
      trailers: await trailersOf(pipeline, phase, base),
      onto: { base, tip },
    },
  });
  const { verdict, acceptance } = run;
  if (verdict.outcome === "block")
    return { kind: "refused", contract: contract(verdict).trimEnd(), verdict, acceptance };
  if (run.changes.length === 0) {
    return isOurs || run.done.length > 0
      ? { kind: "done", commit: undefined, acceptance, verdict }
      : refusedBy(failure("bad-patch", "it changes nothing", "hand in what the phase asks for"));
  }
  if (run.commit !== undefined) return { kind: "done", commit: run.commit, acceptance, verdict };
  if (tip !== undefined && (await isSame(pipeline, tip, base, run)))
    return { kind: "done", commit: tip, acceptance, verdict };
  throw new CannotLook(inTheWay(terms, phase, branch));
}

async function tipOf({ repo }: PipelineHere, branch: string): Promise<ObjectId | undefined> {
  const { code, stdout } = await repo.git.run(
    ["rev-parse", "--verify", "--quiet", `refs/heads/${branch}^{commit}`],
    {
      okCodes: [0, 1, 128],
    },
  );
  return code === 0 ? stdout.toString("latin1").trim() : undefined;
}

/** An equal tree counts only on an equal base. */
async function isSame(
  { repo }: PipelineHere,
  tip: ObjectId,
  base: ObjectId,
  run: PatchRun,
): Promise<boolean> {
  const { bytes } = await repo.objects.get(tip);
  const { tree, parents } = parseCommit(bytes ?? Buffer.alloc(0));
  return tree === run.tree && parents.length === 1 && parents[0] === base;
}

/** A branch with that name that holds something else. */
function inTheWay({ pipeline, isOwn }: CarryTerms, { name }: ManifestPhase, branch: string): Failure {
  if (isOwn(name)) {
    const message = `${branch} stands on something other than what ${name} begins at now, and was not moved`;
    return failure("branch-moved", message, commandOf(pipeline, `run --start-fresh --from ${name}`));
  }
  const message = `${branch} is there already, and is not what ${name} makes: nothing of it was written`;
  return failure("branch-moved", message, `keep it by another name: git branch -m ${branch} NAME`);
}

/** In characters; an agent may have much to say. */
const MOST_NOTES = 4000;

function messageOf(
  { pipeline, code }: CarryTerms,
  { task }: ManifestPhase,
  branch: string,
  notes: string,
): string {
  const title = phaseTitle({ task, policy: pipeline.here.policy, branch, code });
  if (!title.ok) throw new CannotLook(failure("bad-task", title.error.message, title.error.next));
  const body = [task.notes, notes]
    .map(plain)
    .filter((part, at, all) => part !== "" && all.indexOf(part) === at);
  return [title.value, ...body].join("\n\n");
}

/** Text for a message: no line in it is one of Git's or ours, and none is invisible. */
function plain(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, "");
  const short = lines.length > MOST_NOTES ? `${lines.slice(0, MOST_NOTES).trimEnd()}…` : lines;
  return short.trim();
}

async function trailersOf(
  { repo, manifest, path }: PipelineHere,
  { name, digest, payload }: ManifestPhase,
  base: ObjectId,
): Promise<readonly string[]> {
  const files = new TaskFiles(repo, { parent: base, after: undefined, top: undefined });
  const isInside = manifest.source.path !== undefined;
  const held = isInside ? await ifReadable(() => files.manifest(path)) : undefined;
  const isHeld = held?.manifest.phases.some((phase) => phase.name === name && phase.digest === digest);
  return phaseTrailers({ name, digest, base, payload: isHeld ? undefined : payload });
}
