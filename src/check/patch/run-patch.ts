// A patch from its text to the verdict on it and, if it passed and that is wanted, to the files: in the index and the working
// tree, or as one commit on its task's branch.

import { ok, type Result } from "../../base/result.ts";
import type { Memories } from "../../gate/known/memory.ts";
import type { Repository } from "../../git/open/repository.ts";
import { patchRecord, recordedCommit } from "../../git/write/patch-record.ts";
import { withQuarantine } from "../../git/write/quarantine.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook } from "../../model/failure.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import type { Task } from "../../model/task.ts";
import type { Proposal } from "../../patch/proposal.ts";
import type { Policy } from "../../policy/policy.ts";
import type { KeptEntries } from "../../system/kept/kept-entries.ts";
import { loadLuaReader } from "../lua-reader.ts";
import { namesHere } from "../task-of.ts";
import type { TaskNames } from "../task-question.ts";
import type { PatchBase } from "./judge-made.ts";
import { JudgedPatch, type PatchVerdict } from "./judged-patch.ts";
import { layerOfProofs, patchProofs } from "./patch-proofs.ts";
import { type CommitWish, onBranch, onIndex } from "./patch-target.ts";

export interface RunPatchOptions {
  readonly today: string;
  readonly isWritten: boolean;
  /** One commit on this branch, with this message, in place of a change to the index. */
  readonly commit: CommitWish | undefined;
  /** It is what a task makes, by construction. */
  readonly isReproduced?: boolean;
  /** What names its task; the working tree when left out. */
  readonly names?: TaskNames;
  readonly given?: Task | undefined;
  /** Used instead of the repository's own. */
  readonly policy?: Policy;
  /** The branches it is judged for; those that it goes to when left out. */
  readonly branches?: readonly string[];
  /** What was found out before. */
  readonly kept?: KeptEntries<Memories> | undefined;
  /** Whether the tree of a patch that passes is to be told; it is when left out. */
  readonly isTreeTold?: boolean;
}

/** A patch that depends on what it is applied to; the error is all that keeps it from being made. */
export type Proposer = (
  repo: Repository,
  base: PatchBase,
) => Promise<Result<Proposal, readonly JudgedFinding[]>>;

export interface PatchRun extends PatchVerdict {
  /** Of a patch that passes, where it is to be told. */
  readonly tree: ObjectId | undefined;
  /** The commit that was made. */
  readonly commit: ObjectId | undefined;
  readonly isWritten: boolean;
}

export async function runPatch(
  repo: Repository,
  proposed: Proposal | Proposer,
  options: RunPatchOptions,
): Promise<PatchRun> {
  return await withQuarantine(repo, async (room) => {
    room.repo.objects.start();
    const target =
      options.commit === undefined ? await onIndex(repo, room) : await onBranch(repo, room, options.commit);
    const base =
      options.branches === undefined ? target.base : { ...target.base, branches: options.branches };
    const made =
      typeof proposed === "function" ? await proposedHere(proposed, room.repo, base) : ok(proposed);
    if (!made.ok) return { ...refusal(made.error), isWritten: false, commit: undefined, tree: undefined };
    const proposal = made.value;
    const proofs = patchProofs(proposal.proofGreps);
    if (!proofs.ok) throw new CannotLook(proofs.error);
    const layer = layerOfProofs(proofs.value);
    const layers = layer === undefined ? [] : [layer];
    const isRecorded = async () =>
      patchRecord(repo, proposal.digest()) !== undefined ||
      (await recordedCommit(repo, proposal.digest(), base.parent)) !== undefined;
    const commit = target.commitFor?.(proposal);
    const onto = commit === undefined ? base : { ...base, commit };
    const { today, isReproduced = false, given, kept, policy, isTreeTold = true } = options;
    // A commit names its task by its branch and its title.
    const { names = options.commit === undefined ? namesHere(repo) : {} } = options;
    const found = await JudgedPatch.judge(room, onto, proposal, isRecorded, {
      today,
      layers,
      isReproduced,
      names,
      given,
      kept,
      isTreeWanted: isTreeTold || options.isWritten,
      ...(policy && { policy }),
    });
    const isWritten = options.isWritten && found.judged !== undefined && found.changes.length > 0;
    if (isWritten && found.judged !== undefined) await target.land(found.judged, proposal);
    return {
      ...found,
      isWritten,
      tree: isTreeTold ? await found.judged?.tree() : undefined,
      commit: isWritten ? found.judged?.commit : undefined,
    };
  });
}

async function proposedHere(proposed: Proposer, repo: Repository, base: PatchBase): ReturnType<Proposer> {
  loadLuaReader();
  return await proposed(repo, base);
}

/** What keeps a patch from being made, all of it. */
function refusal(findings: readonly JudgedFinding[]): PatchVerdict {
  const verdict: Verdict = { outcome: "block", findings, notes: [], commits: [] };
  return { verdict, done: [], changes: [], acceptance: [], judged: undefined };
}
