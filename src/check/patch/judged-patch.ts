// The gate for a patch: what would come of it is made in a quarantine and judged like any other change. Only what passed is
// ever written, because only this makes a `JudgedPatch`.

import type { ChangedEntry } from "../../git/changes/tree.ts";
import { tellSameTree } from "../../git/objects/links.ts";
import { branchesOf } from "../../git/open/head.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { Quarantine } from "../../git/write/quarantine.ts";
import type { ObjectId } from "../../model/change.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import type { AcceptanceLine } from "../../model/task/task-report.ts";
import { type AppliedProposal, applyProposal, notIdempotent } from "../../patch/apply-proposal.ts";
import type { PatchFault } from "../../patch/fault.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { policyBefore } from "../../policy-source/in-force.ts";
import type { PolicyRead } from "../../policy-source/policy-at.ts";
import { idempotence } from "../../rules/idempotence/idempotence.ts";
import { loadLuaReader } from "../lua-reader.ts";
import { settledValue } from "../settled-value.ts";
import { proveAcceptance } from "../task/prove-acceptance.ts";

import { judgeMade, type PatchBase, type PatchOptions, type ToBeJudged } from "./judge-made.ts";

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
  /** As long as the quarantine is there. */
  readonly tree: () => Promise<ObjectId>;
  readonly commit: ObjectId | undefined;
  readonly changes: readonly ChangedEntry[];

  private constructor(
    base: ObjectId,
    tree: () => Promise<ObjectId>,
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
    const applying = applyProposal(room, onto.tree, proposal, isRecorded);
    // While Git is at work on the patch, what is needed next is made ready.
    const [ready, ended] = await Promise.allSettled([makeReady(room, onto), applying]);
    const applied = settledValue(ended);
    if (!applied.ok) return refusedFor(applied.error);
    const { tree, done, changes } = applied.value;
    const made = await whatIsMade(room, onto, applied.value);
    // While Git applies it a second time, or writes it, what came of the first one is judged.
    const [again, judgement] = await Promise.allSettled([
      notIdempotent(room, applied.value, proposal),
      judgeMade(room, { ...onto, policy: settledValue(ready) }, made, options),
      options.isTreeWanted ? tree() : undefined,
    ]);
    const fault = settledValue(again);
    if (fault !== undefined) return refusedFor([fault]);
    const { verdict, ...judging } = settledValue(judgement);
    const lines = [...new Set([...judging.acceptance, ...proposal.acceptance])];
    // Every patch is applied twice; one that differs then has been refused.
    const acceptance = proveAcceptance(lines, { ...judging, verdict, provedBesides: [idempotence.id] });
    const passes = verdict.outcome !== "block";
    const judged = passes ? new JudgedPatch(onto.tree, tree, made.commit, changes) : undefined;
    return { verdict, done, changes, acceptance, judged };
  }
}

function refusedFor(faults: readonly PatchFault[]): PatchVerdict {
  const verdict: Verdict = { outcome: "block", findings: faults.map(findingOf), notes: [], commits: [] };
  return { verdict, done: [], changes: [], acceptance: [], judged: undefined };
}

/** The policy on which the patch is put. */
async function makeReady({ repo }: Quarantine, { parent }: PatchBase): Promise<PolicyRead> {
  loadLuaReader();
  return await policyBefore(repo, parent);
}

/** Without a second application the index stays as it is, so that what is judged need not be written as a tree. */
async function whatIsMade(
  room: Quarantine,
  { tree: base, commit }: PatchBase,
  { tree, staged, isDone, changes, files }: AppliedProposal,
): Promise<ToBeJudged> {
  if (commit === undefined && staged !== undefined && (await isDone?.()))
    return { base, repo: room.inIndex, side: staged, commit: undefined, files };
  const id = await tree();
  const made = changes.length === 0 ? undefined : await commit?.(room, id, changes);
  if (made !== undefined) tellSameTree(room.repo, made, id);
  return { base, repo: room.repo, side: { kind: "tree", id }, commit: made, files };
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
