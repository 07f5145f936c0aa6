// A change that lies in a commit already, as a patch like any other.
import { mergeBase } from "../../git/history/range.ts";
import { parseCommit } from "../../git/objects/commit-object.ts";
import type { Repository } from "../../git/open/repository.ts";
import { reverseDiff } from "../../git/write/patch-record.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { readProposal } from "../../patch/read-proposal.ts";

export interface CommittedChange {
  readonly proposal: Proposal;
  readonly from: ObjectId;
}

/** All that it has and `base` lacks, if it stands on that; else what it changes itself. Its message is its notes. */
export async function changeOfCommit(
  repo: Repository,
  revision: string,
  base: ObjectId,
): Promise<CommittedChange> {
  const found = await repo.objects.find(`${revision}^{commit}`);
  if (found?.type !== "commit") throw refused(`${revision} is not a commit of this repository`);
  const { bytes } = await repo.objects.get(found.id);
  const { parents, message } = parseCommit(bytes ?? Buffer.alloc(0));
  const isOnBase = (await mergeBase(repo, base, found.id)) === base;
  const [parent] = parents;
  if (!isOnBase && (parent === undefined || parents.length > 1))
    throw refused(
      `${revision} is ${parents.length > 1 ? "a merge" : "a first commit"}, and does not stand on ${base.slice(0, 10)}`,
    );
  const diff = await reverseDiff(repo, found.id, isOnBase ? base : (parent ?? base));
  if (diff.length === 0) throw refused(`${revision} changes nothing`);
  const proposal = readProposal(diff, "diff");
  if (!proposal.ok) throw new CannotLook(proposal.error);
  const isTrailer = new Set(message.trailers.map(({ key }) => key));
  const notes = message.text
    .split("\n")
    .slice(1)
    .filter((text) => !isTrailer.has(text.split(":")[0] ?? ""))
    .join("\n");
  return { proposal: { ...proposal.value, notes }, from: found.id };
}

function refused(message: string): CannotLook {
  return new CannotLook(failure("unknown-revision", message, "name the commit that holds the change"));
}
