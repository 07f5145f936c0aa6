// The way back from a patch.
import type { Repository } from "../../git/open/repository.ts";
import { patchRecord, recordedCommit, reverseDiff } from "../../git/write/patch-record.ts";
import { type Quarantine, withQuarantine } from "../../git/write/quarantine.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { fillFromIndex, noWorkingTree } from "./patch-target.ts";

/** The diff that takes a patch back: for one that is not applied, what it would change; else what its record holds. */
export async function undoPatch(repo: Repository, proposal: Proposal): Promise<Buffer> {
  const { applyProposal, notIdempotent } = await import("../../patch/apply-proposal.ts");
  return await withQuarantine(repo, async (room) => {
    const { tree } = repo.isBare ? await fillFromHead(repo, room) : await fillFromIndex(repo, room);
    const applied = await applyProposal(room, tree, proposal, async () => false);
    const fault = applied.ok ? await notIdempotent(room, applied.value, proposal) : applied.error[0];
    if (applied.ok && fault === undefined && applied.value.changes.length > 0)
      return await reverseDiff(room.repo, tree, await applied.value.tree());
    const recorded = patchRecord(repo, proposal.digest());
    if (recorded !== undefined) return recorded;
    const tip = repo.head.kind === "unborn" ? undefined : repo.head.id;
    const commit = await recordedCommit(repo, proposal.digest(), tip);
    if (commit !== undefined) return await reverseDiff(repo, `${commit}^`, commit);
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
