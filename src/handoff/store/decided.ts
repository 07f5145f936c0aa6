import { byTime, statuses } from "../../protocol/conversation.ts";
import type { Message } from "../../protocol/message.ts";
import { isPatchName } from "../../protocol/patch-proposal.ts";
import type { Folder } from "../../system/folder.ts";
import type { DecidedPatch } from "./apply-plan.ts";
import { type Box, readMailbox } from "./mailbox.ts";
import { readPatchFile } from "./patch-file.ts";

export interface Decided {
  readonly patches: readonly DecidedPatch[];
  readonly faults: readonly string[];
  /** Why a proposal is left out, for people. */
  readonly waiting: readonly string[];
}

/**
 * The patches of the proposals in `source` that are decided, oldest first: settled by a decision of the other side than the
 * one that proposes, for nobody decides their own proposal, or named by the caller. One that is superseded, by whomever, is out.
 */
export function decidedPatches(request: Folder, id: string, source: Box, named: readonly string[]): Decided {
  const box = readMailbox(request, id, [source]);
  const proposals = box.held.map(({ message }) => message).filter(({ type }) => type === "proposal");
  const decisionOn = decisionsOn(request, id, source);
  const faults = box.faults.map(({ file, message }) => `${file} ${message}`);
  const waiting: string[] = [];
  const patches: DecidedPatch[] = [];
  for (const name of named) {
    if (!proposals.some((message) => message.id === name))
      faults.push(`there is no proposal ${name} in the ${source}`);
  }
  for (const message of proposals.sort(byTime)) {
    const paths = message.attachments.filter(isPatchName);
    if (paths.length === 0 || (named.length > 0 && !named.includes(message.id))) continue;
    const { status, decision } = decisionOn(message);
    if (status === "superseded") waiting.push(`superseded: ${message.id} is not applied`);
    else if (status === "open" && !named.includes(message.id)) {
      waiting.push(
        `not decided: ${message.id} is not applied; answer it with a decision, or name it with --msg`,
      );
    } else {
      for (const path of paths) {
        const read = readPatchFile(request, id, message, path);
        if (read.ok) {
          const other = otherThanDecided(read.value.patch, decision);
          if (other !== undefined) faults.push(other);
          else patches.push({ ...read.value.patch, ...(decision === undefined ? {} : { decision }) });
        } else faults.push(read.error.message);
      }
    }
  }
  return { patches, faults, waiting };
}

/** A decision holds for the bytes that it was made on; one that names no bytes (as other programs write it), for what is there. */
function otherThanDecided(patch: DecidedPatch, decision: Message | undefined): string | undefined {
  if (decision?.patches === undefined || decision.patches[patch.attachment] === patch.digest)
    return undefined;
  return `${patch.attachment} of ${patch.message} is not what ${decision.id} has decided: its SHA-256 is another`;
}

/** How a proposal stands, and by which decision: superseded if anybody has said so, resolved only if the other side has. */
function decisionsOn(
  request: Folder,
  id: string,
  source: Box,
): (proposal: Message) => { readonly status: Message["status"]; readonly decision?: Message } {
  const everybody = readMailbox(request, id).held.map(({ message }) => message);
  const others = readMailbox(request, id, [source === "inbox" ? "outbox" : "inbox"]).held;
  const known = statuses(everybody);
  const decisions = others.map(({ message }) => message).sort(byTime);
  return (proposal) => {
    if (known.get(proposal.id) === "superseded") return { status: "superseded" };
    const latest = decisions.findLast(({ type, parent }) => type === "decision" && parent === proposal.id);
    return latest?.status === "resolved" ? { status: "resolved", decision: latest } : { status: "open" };
  };
}
