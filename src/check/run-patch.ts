// A patch from its text to the verdict on it and, where that is wanted and it passed, to the files: in the index and the working
// tree, or as one commit on its task's branch.

import { ok, type Result } from "../base/result.ts";
import type { Memories } from "../gate/memory.ts";
import type { Repository } from "../git/open/repository.ts";
import { indexFile } from "../git/write/index-writer.ts";
import {
  forgetRecords,
  patchRecord,
  recordedCommit,
  recordName,
  reverseDiff,
} from "../git/write/patch-record.ts";
import { type Quarantine, withQuarantine } from "../git/write/quarantine.ts";
import { commitTree, moveRef, placeOfBranch } from "../git/write/task-commit.ts";
import { writeToWorkingTree } from "../git/write/write-working-tree.ts";
import type { ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import type { Task } from "../model/task.ts";
import type { Proposal } from "../patch/proposal.ts";
import { undoOutline } from "../patch/undo-outline.ts";
import type { Policy } from "../policy/policy.ts";
import { readFileIfThere } from "../system/files.ts";
import type { KeptEntries } from "../system/kept-entries.ts";
import { loadLuaReader } from "./lua-reader.ts";
import { JudgedPatch, ontoIndex, type PatchBase, type PatchVerdict } from "./patch.ts";
import { layerOfProofs, patchProofs } from "./patch-proofs.ts";
import { namesHere } from "./task-of.ts";
import type { TaskNames } from "./task-question.ts";

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
  /** Taken instead of the repository's own. */
  readonly policy?: Policy;
  /** The branches it is judged for; those that it goes to when left out. */
  readonly branches?: readonly string[];
  /** What was found out before. */
  readonly kept?: KeptEntries<Memories> | undefined;
}

export interface CommitWish {
  readonly branch: string;
  readonly message: string;
  /** The line that records what made it; the digest of the patch when left out. */
  readonly trailer?: string;
  /** Lines of trailers besides. */
  readonly trailers?: readonly string[];
  /** The commit that it stands on, and the one that the branch is moved from: what the branch holds, else `HEAD`, when left out. */
  readonly onto?: { readonly base: ObjectId; readonly tip: ObjectId | undefined };
}

/** A patch that hangs on what it is applied to; the error is all that keeps it from being made. */
export type Proposer = (
  repo: Repository,
  base: PatchBase,
) => Promise<Result<Proposal, readonly JudgedFinding[]>>;

export interface PatchRun extends PatchVerdict {
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
    // Both will be asked for, and can be made ready while Git is at work.
    room.repo.objects.start();
    const reader = loadLuaReader();
    const target =
      options.commit === undefined ? await onIndex(repo, room) : await onBranch(repo, room, options.commit);
    const base =
      options.branches === undefined ? target.base : { ...target.base, branches: options.branches };
    await reader;
    const made = typeof proposed === "function" ? await proposed(room.repo, base) : ok(proposed);
    if (!made.ok) return { ...refusal(made.error), isWritten: false, commit: undefined };
    const proposal = made.value;
    const proofs = patchProofs(proposal.proofGreps);
    if (!proofs.ok) throw new CannotLook(proofs.error);
    const layer = layerOfProofs(proofs.value);
    const layers = layer === undefined ? [] : [layer];
    const isRecorded = async () =>
      patchRecord(repo, proposal.digest) !== undefined ||
      (await recordedCommit(repo, proposal.digest, base.parent)) !== undefined;
    const commit = target.commitFor?.(proposal);
    const onto = commit === undefined ? base : { ...base, commit };
    const { today, isReproduced = false, given, kept, policy } = options;
    // A commit names its task by its branch and its title.
    const { names = options.commit === undefined ? namesHere(repo) : {} } = options;
    const found = await JudgedPatch.judge(room, onto, proposal, isRecorded, {
      today,
      layers,
      isReproduced,
      names,
      given,
      kept,
      ...(policy && { policy }),
    });
    const isWritten = options.isWritten && found.judged !== undefined && found.changes.length > 0;
    if (isWritten && found.judged !== undefined) await target.land(found.judged, proposal);
    return { ...found, isWritten, commit: isWritten ? found.judged?.commit : undefined };
  });
}

interface Target {
  readonly base: PatchBase;
  /** Makes the commit of a tree; left out where the index is what changes. */
  commitFor?(proposal: Proposal): NonNullable<PatchBase["commit"]>;
  land(judged: JudgedPatch, proposal: Proposal): Promise<void>;
}

/** What keeps a patch from being made, all of it. */
function refusal(findings: readonly JudgedFinding[]): PatchVerdict {
  const verdict: Verdict = { outcome: "block", findings, notes: [], commits: [] };
  return { verdict, done: [], changes: [], acceptance: [], judged: undefined };
}

async function onIndex(repo: Repository, room: Quarantine): Promise<Target> {
  const { top } = repo;
  if (top === undefined) throw new CannotLook(noWorkingTree());
  const { indexBefore, tree } = await fillFromIndex(repo, room);
  return {
    base: ontoIndex(repo, tree),
    async land({ base, tree: after, changes }, proposal) {
      const contents = await reverseDiff(room.repo, base, after);
      const record = { name: recordName(proposal.digest), contents };
      await writeToWorkingTree(repo, top, room, { changes, indexBefore, record });
      if (proposal.steps.kind === "diff") forgetRecords(repo, proposal.steps.bytes);
    },
  };
}

async function onBranch(
  repo: Repository,
  room: Quarantine,
  { branch, message, trailer, trailers = [], onto }: CommitWish,
): Promise<Target> {
  const ref = `refs/heads/${branch}`;
  const place = await placeOfBranch(repo, branch);
  if (onto !== undefined && place.isHere) throw new CannotLook(checkedOutHere(branch));
  const parent = onto?.base ?? place.tip ?? (repo.head.kind === "unborn" ? undefined : repo.head.id);
  if (parent === undefined) {
    const next = "make a first commit, with the policy, by hand";
    throw new CannotLook(failure("no-commit", "there is no commit that the patch could stand on", next));
  }
  await room.readTree(parent);
  const base: PatchBase = {
    tree: await room.writeTree(),
    parent,
    branches: [branch],
  };
  return {
    base,
    commitFor({ digest }) {
      const said = message.trimEnd();
      const last = trailer ?? `Arkitekt-Patch: ${digest}`;
      return (_, tree, changes) => {
        // What a recorded task makes is taken back by doing it the other way round.
        const outline = trailer === undefined ? undoOutline(changes, said) : undefined;
        const parts = [said, outline, [last, ...trailers].join("\n")].flatMap((part) => part ?? []);
        return commitTree(room.repo, tree, parent, `${parts.join("\n\n")}\n`);
      };
    },
    async land({ commit, changes, base: before, tree }, proposal) {
      if (commit === undefined) throw new Error("nothing to commit");
      if (!place.isHere || repo.top === undefined) {
        await room.migrate();
        return await moveRef(repo, ref, commit, onto === undefined ? place.tip : onto.tip);
      }
      const staged = await fillFromIndex(repo, room);
      await refuseOtherStaged(
        room,
        before,
        staged.tree,
        changes.map(({ path }) => path),
      );
      const record = {
        name: recordName(proposal.digest),
        contents: await reverseDiff(room.repo, before, tree),
      };
      await writeToWorkingTree(repo, repo.top, room, {
        changes,
        indexBefore: staged.indexBefore,
        branch: { ref, old: parent, new: commit },
        record,
      });
    },
  };
}

async function fillFromIndex(
  repo: Repository,
  room: Quarantine,
): Promise<{ readonly indexBefore: Buffer; readonly tree: ObjectId }> {
  const file = indexFile(repo);
  const indexBefore = readFileIfThere(file) ?? Buffer.alloc(0);
  room.fillIndex(indexBefore);
  return { indexBefore, tree: await room.writeTree() };
}

/** The branch is checked out here: what is staged on the same paths is not in the commit, and would be lost in it. */
async function refuseOtherStaged(
  { repo }: Quarantine,
  head: ObjectId,
  staged: ObjectId,
  paths: readonly string[],
): Promise<void> {
  if (head === staged) return;
  const { changedEntries } = await import("../git/changes/tree.ts");
  const touched = new Set(paths);
  const other = (await changedEntries(repo, head, staged)).find(({ path }) => touched.has(path));
  if (other === undefined) return;
  const message = `${other.path} is staged with other changes, so nothing was written`;
  throw new CannotLook(failure("other-work", message, "commit or unstage it, then run it again"));
}

function checkedOutHere(branch: string) {
  const next = "check out another one, and run it again: git switch -";
  return failure("checked-out", `${branch} is checked out here, and would be moved`, next);
}

function noWorkingTree() {
  return failure(
    "no-working-tree",
    "there is no working tree here",
    "run it in a clone, or make a commit: --commit",
  );
}

/** The diff that takes a patch back: of one that is not applied what it would change, else what its record holds. */
export async function undoPatch(repo: Repository, proposal: Proposal): Promise<Buffer> {
  const { applyProposal } = await import("../patch/apply-proposal.ts");
  return await withQuarantine(repo, async (room) => {
    const { tree } = repo.isBare ? await fillFromHead(repo, room) : await fillFromIndex(repo, room);
    const applied = await applyProposal(room, tree, proposal, async () => false);
    if (applied.ok && applied.value.tree !== tree)
      return await reverseDiff(room.repo, tree, applied.value.tree);
    const recorded = patchRecord(repo, proposal.digest);
    if (recorded !== undefined) return recorded;
    const tip = repo.head.kind === "unborn" ? undefined : repo.head.id;
    const commit = await recordedCommit(repo, proposal.digest, tip);
    if (commit !== undefined) return await reverseDiff(repo, `${commit}^`, commit);
    const [fault] = applied.ok ? [] : applied.error;
    const why = fault === undefined ? "it changes nothing here" : `it does not apply here (${fault.message})`;
    const next = "take it back by hand, or with git revert";
    throw new CannotLook(failure("no-record", `${why}, and there is no record of it`, next));
  });
}

async function fillFromHead(repo: Repository, room: Quarantine): Promise<{ readonly tree: ObjectId }> {
  if (repo.head.kind === "unborn") throw new CannotLook(noWorkingTree());
  await room.readTree(repo.head.id);
  return { tree: await room.writeTree() };
}
