import { byTime, statuses } from "../../protocol/conversation.ts";
import type { Message } from "../../protocol/message.ts";
import { isPatchName } from "../../protocol/patch-proposal.ts";
import type { Folder } from "../../system/folder.ts";
import type { AppliedRecord, DecidedPatch } from "./apply-plan.ts";
import { sha256 } from "./digest.ts";
import { type Box, type HeldMessage, readMailbox } from "./mailbox.ts";
import { messageNamed } from "./message-named.ts";
import { readPatchFile } from "./patch-file.ts";

export interface Decided {
  readonly patches: readonly DecidedPatch[];
  readonly faults: readonly string[];
  /** Why a proposal is left out, for people. */
  readonly waiting: readonly string[];
}

/** What is asked of the proposals of a request. */
export interface DecidedWish {
  readonly id: string;
  /** The folder of the requests, from the top of the repository. */
  readonly folder: string;
  readonly source: Box;
  /** Proposals that the caller names, which decides them. */
  readonly named: readonly string[];
  /** Why a message could be anybody's word, which settles nothing. */
  anybodysWord(held: HeldMessage): string | undefined;
  readonly applied: readonly AppliedRecord[];
}

/**
 * The patches of the proposals in `source` that are decided, oldest first: settled by a decision of the side
 * that did not propose it, since nobody decides their own proposal, or named by the caller. One that is superseded, by whomever, is out.
 */
export function decidedPatches(request: Folder, wish: DecidedWish): Decided {
  const { id, source } = wish;
  const box = readMailbox(request, id, [source]);
  const proposals = box.held.filter(({ message }) => message.type === "proposal");
  const decisionOn = decisionsOn(request, wish);
  const faults = box.faults.map(({ file, message }) => `${file} ${message}`);
  const waiting: string[] = [];
  const patches: DecidedPatch[] = [];
  const found = wish.named.map((name) => ({ name, id: messageNamed(proposals, name)?.message.id }));
  for (const one of found)
    if (one.id === undefined) faults.push(`there is no proposal ${one.name} in the ${source}`);
  const named = found.flatMap((one) => one.id ?? []);
  if (faults.length > box.faults.length) return { patches, faults, waiting };
  for (const held of [...proposals].sort((left, right) => byTime(left.message, right.message))) {
    const { message } = held;
    const paths = message.attachments.filter(isPatchName);
    if (paths.length === 0 || (named.length > 0 && !named.includes(message.id))) continue;
    const { status, decision, doubt } = decisionOn(held);
    const isOpen = status === "open" && !named.includes(message.id);
    if (status === "superseded") {
      waiting.push(`superseded: ${message.id} is not applied`);
      continue;
    }
    if (!isOpen && decision !== undefined && isOther(held, decision)) {
      faults.push(`${message.id} is not what ${decision.id} has decided: the message was changed since`);
      continue;
    }
    const read = paths.map((path) => readPatchFile(request, wish, message, path));
    if (isOpen) {
      const known = read.flatMap((one) =>
        one.ok && wasApplied(one.value.patch, wish) ? [one.value.patch] : [],
      );
      patches.push(...known.map((patch) => ({ ...patch, isRemembered: true as const })));
      if (known.length < read.length) waiting.push(undecided(message.id, doubt));
      continue;
    }
    for (const one of read) {
      const other = one.ok ? otherThanDecided(one.value.patch, decision) : one.error.message;
      if (other !== undefined) faults.push(other);
      else if (one.ok) patches.push({ ...one.value.patch, ...(decision === undefined ? {} : { decision }) });
    }
  }
  return { patches, faults, waiting };
}

function undecided(message: string, doubt: string | undefined): string {
  const why =
    doubt === undefined ? "" : ` (a decision on it, or the message itself, ${doubt}: nothing here proves it)`;
  return `not decided: ${message} is not applied; answer it with a decision, or name it with --msg${why}`;
}

function wasApplied({ message, attachment, digest }: DecidedPatch, { applied }: DecidedWish): boolean {
  return applied.some(
    (record) => record.message === message && record.attachment === attachment && record.patch === digest,
  );
}

/** A decision holds for the bytes that it was made on; one that names no bytes (as other programs write it), for what is there. */
function otherThanDecided(patch: DecidedPatch, decision: Message | undefined): string | undefined {
  if (decision?.patches === undefined || decision.patches[patch.attachment] === patch.digest)
    return undefined;
  return `${patch.attachment} of ${patch.message} is not what ${decision.id} has decided: its SHA-256 is another`;
}

function isOther({ bytes }: HeldMessage, { proposalDigest }: Message): boolean {
  return proposalDigest !== undefined && proposalDigest !== sha256(bytes);
}

interface Settlement {
  readonly status: Message["status"];
  readonly decision?: Message;
  /** Why a decision on it is left out. */
  readonly doubt?: string | undefined;
}

/**
 * How a proposal stands, and by which decision: superseded if either side has said so, resolved only if the other side has. Anybody's
 * word settles nothing.
 */
function decisionsOn(request: Folder, wish: DecidedWish): (proposal: HeldMessage) => Settlement {
  const { id, source } = wish;
  const everybody = readMailbox(request, id).held.map(({ message }) => message);
  const others = readMailbox(request, id, [source === "inbox" ? "outbox" : "inbox"]).held;
  const known = statuses(everybody);
  const decisions = others
    .filter(({ message }) => message.type === "decision")
    .sort((left, right) => byTime(left.message, right.message));
  return (proposal) => {
    if (known.get(proposal.message.id) === "superseded") return { status: "superseded" };
    const own = decisions.filter(({ message }) => message.parent === proposal.message.id);
    if (own.length === 0) return { status: "open" };
    // A proposal of the other side says nothing in our name, wherever it came from.
    const about = source === "outbox" ? wish.anybodysWord(proposal) : undefined;
    const doubts = own.flatMap((decision) => about ?? wish.anybodysWord(decision) ?? []);
    const latest =
      about === undefined
        ? own.findLast((decision) => wish.anybodysWord(decision) === undefined)?.message
        : undefined;
    if (latest === undefined) return { status: "open", doubt: doubts[0] };
    return latest.status === "resolved" ? { status: "resolved", decision: latest } : { status: "open" };
  };
}
