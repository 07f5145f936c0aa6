// Where a patch goes: into the index and the working tree, or to one commit on a branch.
import type { Repository } from "../../git/open/repository.ts";
import { indexFile } from "../../git/write/index-writer.ts";
import { forgetRecords, recordName, reverseDiff } from "../../git/write/patch-record.ts";
import type { Quarantine } from "../../git/write/quarantine.ts";
import { commitTree, moveRef, placeOfBranch } from "../../git/write/task-commit.ts";
import { writeToWorkingTree } from "../../git/write/write-working-tree.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { undoOutline } from "../../patch/undo-outline.ts";
import { readFileIfThere } from "../../system/files.ts";
import type { PatchBase } from "./judge-made.ts";
import { type JudgedPatch, ontoIndex } from "./judged-patch.ts";

export interface CommitWish {
  readonly branch: string;
  readonly message: string;
  /** The line that records what made it; the digest of the patch when left out. */
  readonly trailer?: string;
  /** Further lines of trailers. */
  readonly trailers?: readonly string[];
  /** The commit that it stands on, and the one that the branch is moved from: what the branch holds, else `HEAD`, when left out. */
  readonly onto?: { readonly base: ObjectId; readonly tip: ObjectId | undefined };
}

export interface PatchTarget {
  readonly base: PatchBase;
  /** Makes the commit from a tree; left out where the index is what changes. */
  commitFor?(proposal: Proposal): NonNullable<PatchBase["commit"]>;
  land(judged: JudgedPatch, proposal: Proposal): Promise<void>;
}

export async function onIndex(repo: Repository, room: Quarantine): Promise<PatchTarget> {
  const { top } = repo;
  if (top === undefined) throw new CannotLook(noWorkingTree());
  const { indexBefore, tree } = await fillFromIndex(repo, room);
  return {
    base: ontoIndex(repo, tree),
    async land({ base, tree, changes }, proposal) {
      const contents = await reverseDiff(room.repo, base, await tree());
      const record = { name: recordName(proposal.digest()), contents };
      await writeToWorkingTree(repo, top, room, { changes, indexBefore, record });
      if (proposal.steps.kind === "diff") forgetRecords(repo, proposal.steps.bytes);
    },
  };
}

export async function onBranch(
  repo: Repository,
  room: Quarantine,
  { branch, message, trailer, trailers = [], onto }: CommitWish,
): Promise<PatchTarget> {
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
    commitFor(proposal) {
      const said = message.trimEnd();
      const last = trailer ?? `Arkitekt-Patch: ${proposal.digest()}`;
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
        name: recordName(proposal.digest()),
        contents: await reverseDiff(room.repo, before, await tree()),
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

export async function fillFromIndex(
  repo: Repository,
  room: Quarantine,
): Promise<{ readonly indexBefore: Buffer; readonly tree: ObjectId }> {
  const file = indexFile(repo);
  const indexBefore = readFileIfThere(file) ?? Buffer.alloc(0);
  room.fillIndex(indexBefore);
  return { indexBefore, tree: await room.writeTree() };
}

/** The branch is checked out here: what is staged on the same paths is not in the commit, and would get lost. */
async function refuseOtherStaged(
  { repo }: Quarantine,
  head: ObjectId,
  staged: ObjectId,
  paths: readonly string[],
): Promise<void> {
  if (head === staged) return;
  const { changedEntries } = await import("../../git/changes/tree.ts");
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

export function noWorkingTree() {
  return failure(
    "no-working-tree",
    "there is no working tree here",
    "run it in a clone, or make a commit: --commit",
  );
}
