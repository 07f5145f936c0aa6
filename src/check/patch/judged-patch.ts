// The gate for a patch: what would come of it is made in a quarantine and judged like any other change. Only what passed is
// ever written, because only this makes a `JudgedPatch`.

import { judge } from "../../gate/judge.ts";
import type { Memories } from "../../gate/memory.ts";
import { commitChangeSets } from "../../git/changes/commits.ts";
import { type ChangedEntry, changesBetween } from "../../git/changes/tree.ts";
import { tellSameTree } from "../../git/objects/links.ts";
import { GitSource } from "../../git/objects/source.ts";
import { branchesOf } from "../../git/open/head.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { Quarantine } from "../../git/write/quarantine.ts";
import type { ChangeSet, FileChange, ObjectId } from "../../model/change.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import { committedPhase } from "../../model/task/phase-trailers.ts";
import type { TaskLayer } from "../../model/task/task-layer.ts";
import type { AcceptanceLine } from "../../model/task/task-report.ts";
import type { Task } from "../../model/task.ts";
import { applyProposal, notIdempotent } from "../../patch/apply-proposal.ts";
import type { PatchFault } from "../../patch/fault.ts";
import type { Proposal } from "../../patch/proposal.ts";
import type { Policy } from "../../policy/policy.ts";
import { withBrokenPolicy } from "../../policy-source/broken-policy.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { idempotence } from "../../rules/idempotence/idempotence.ts";
import { codeOfTitle } from "../../rules/task-code.ts";
import { expectShortRun } from "../../system/engine.ts";
import type { KeptEntries } from "../../system/kept-entries.ts";
import { loadLuaReader } from "../lua-reader.ts";
import { settledValue } from "../settled-value.ts";
import { type JudgedChange, proveAcceptance } from "../task/prove-acceptance.ts";
import { namesHere, TaskLookup } from "../task-of.ts";
import type { TaskNames } from "../task-question.ts";
import { termsFor } from "../terms-for.ts";

export interface PatchOptions {
  readonly today: string;
  /** In addition to what its task says: what the patch says for itself. */
  readonly layers?: readonly TaskLayer[];
  /** It is what a task makes: nobody has to read it. */
  readonly isReproduced?: boolean;
  /** What names its task; the working tree when left out. */
  readonly names?: TaskNames;
  readonly given?: Task | undefined;
  /** Used instead of the repository's own. */
  readonly policy?: Policy;
  /** What was found out before. */
  readonly kept?: KeptEntries<Memories> | undefined;
}

/** What a patch is applied to. */
export interface PatchBase {
  /** The tree of the index, or the tip that a commit is put on. */
  readonly tree: ObjectId;
  /** Whose policy is in force: the last commit's. */
  readonly parent: ObjectId | undefined;
  readonly branches: readonly string[];
  /** Makes the planned commit from the tree; left out where the index is what changes. */
  commit?(room: Quarantine, tree: ObjectId, changes: readonly ChangedEntry[]): Promise<ObjectId>;
}

export interface PatchVerdict {
  readonly verdict: Verdict;
  /** Steps that were done already, in words. */
  readonly done: readonly string[];
  readonly changes: readonly ChangedEntry[];
  /** What its task and itself ask for, line by line. */
  readonly acceptance: readonly AcceptanceLine[];
  /** Undefined when it is refused. */
  readonly judged: JudgedPatch | undefined;
}

/** A patch that has passed: the tree that was judged is the tree that is written. */
export class JudgedPatch {
  readonly base: ObjectId;
  readonly tree: ObjectId;
  readonly commit: ObjectId | undefined;
  readonly changes: readonly ChangedEntry[];

  private constructor(
    base: ObjectId,
    tree: ObjectId,
    commit: ObjectId | undefined,
    changes: readonly ChangedEntry[],
  ) {
    this.base = base;
    this.tree = tree;
    this.commit = commit;
    this.changes = changes;
  }

  /** Applies a proposal in the quarantine, whose index holds the base, and judges what came of it. */
  static async judge(
    room: Quarantine,
    onto: PatchBase,
    proposal: Proposal,
    isRecorded: () => Promise<boolean>,
    options: PatchOptions,
  ): Promise<PatchVerdict> {
    const applied = await applyProposal(room, onto.tree, proposal, isRecorded);
    if (!applied.ok) return refusedFor(applied.error);
    const { tree, done, changes, files } = applied.value;
    const commit = changes.length === 0 ? undefined : await onto.commit?.(room, tree, changes);
    if (commit !== undefined) tellSameTree(room.repo, commit, tree);
    // While Git applies it a second time, what came of the first one is judged.
    const [again, judgement] = await Promise.allSettled([
      notIdempotent(room, onto.tree, applied.value, proposal),
      judgeTree(room.repo, onto, { tree, commit, files }, options),
    ]);
    const fault = settledValue(again);
    if (fault !== undefined) return refusedFor([fault]);
    const { verdict, ...judging } = settledValue(judgement);
    const lines = [...new Set([...judging.acceptance, ...proposal.acceptance])];
    // Every patch is applied twice; one that differs then has been refused.
    const acceptance = proveAcceptance(lines, { ...judging, verdict, provedBesides: [idempotence.id] });
    const passes = verdict.outcome !== "block";
    const judged = passes ? new JudgedPatch(onto.tree, tree, commit, changes) : undefined;
    return { verdict, done, changes, acceptance, judged };
  }
}

function refusedFor(faults: readonly PatchFault[]): PatchVerdict {
  const verdict: Verdict = { outcome: "block", findings: faults.map(findingOf), notes: [], commits: [] };
  return { verdict, done: [], changes: [], acceptance: [], judged: undefined };
}

async function judgeTree(
  repo: Repository,
  onto: PatchBase,
  { tree, commit, files: known }: ToBeJudged,
  {
    today,
    layers = [],
    isReproduced = false,
    names = namesHere(repo),
    given,
    kept,
    policy: own,
  }: PatchOptions,
): Promise<JudgedTree> {
  const change =
    commit === undefined ? await stagedAs(repo, onto, tree, known) : await committedAs(repo, onto, commit);
  const after = { kind: "tree", id: tree } as const;
  const files = async () => change.files;
  const { policy, broken } = await policyForChange(repo, onto.parent, { after, files }, own);
  const { parent, branches } = onto;
  const message = change.subject.kind === "commit" ? change.subject.message : undefined;
  const title = message && codeOfTitle(message.title, policy.project.taskCode.patterns);
  const phase = message && committedPhase(message);
  const task = await new TaskLookup(repo).termsFor({
    parent,
    branches,
    policy,
    names: { ...names, title, phase },
    given,
    files: change.files,
  });
  const all = { ...task, layers: [...task.layers, ...layers] };
  const terms = {
    ...termsFor(policy, branches, today, [], all),
    ...(kept && { memory: kept }),
    isReproduced,
  };
  await loadLuaReader();
  if (change.files.length <= FEW) await expectShortRun("commit");
  const judged = await judge(change, terms);
  const verdict = broken === undefined ? judged : withBrokenPolicy(judged, broken, change.files);
  const active = task.task?.active;
  const acceptance = active?.kind === "task" ? active.task.acceptance : [];
  return { change, terms, verdict, acceptance };
}

interface ToBeJudged {
  readonly tree: ObjectId;
  readonly commit: ObjectId | undefined;
  /** How the tree differs, where that is known. */
  readonly files: readonly FileChange[] | undefined;
}

/** With no more files than this a change is judged before optimised code would pay. */
const FEW = 60;

interface JudgedTree extends JudgedChange {
  /** The lines of its task. */
  readonly acceptance: readonly string[];
}

async function stagedAs(
  repo: Repository,
  onto: PatchBase,
  tree: ObjectId,
  known: readonly FileChange[] | undefined,
): Promise<ChangeSet> {
  return {
    subject: { kind: "staged", isMerge: false, isProposed: true },
    branches: onto.branches,
    files: known ?? (await changesBetween(repo, onto.tree, tree)),
    source: new GitSource(repo, { kind: "tree", id: onto.tree }, { kind: "tree", id: tree }),
  };
}

async function committedAs(repo: Repository, { branches }: PatchBase, commit: ObjectId): Promise<ChangeSet> {
  for await (const change of commitChangeSets(repo, [commit], { branchesOf: () => branches }))
    return { ...change, subject: { ...change.subject, isProposed: true } };
  throw new Error(`${commit} is not a commit`);
}

/** What a patch is applied to unless something else is named. */
export function ontoIndex({ head }: Repository, tree: ObjectId): PatchBase {
  return { tree, parent: head.kind === "unborn" ? undefined : head.id, branches: branchesOf(head) };
}

/** A patch that does not fit is reported like what a rule finds. */
function findingOf({ path, message, hint, contract }: PatchFault): JudgedFinding {
  return {
    rule: "patch",
    level: "error",
    standing: { kind: "new" },
    place: path === undefined ? WHOLE_CHANGE : fileAt(path),
    message,
    hint,
    ...(contract === undefined ? {} : { contract }),
  };
}
