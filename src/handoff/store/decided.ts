import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../base/result.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import { describeJsonFault } from "../../json/fault.ts";
import { parseJson } from "../../json/text.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import { byTime, statuses } from "../../protocol/conversation.ts";
import { describe } from "../../protocol/fault.ts";
import type { Message } from "../../protocol/message.ts";
import { isPatchName, readPatchProposal } from "../../protocol/patch-proposal.ts";
import type { Folder } from "../../system/folder.ts";
import type { DecidedPatch } from "./apply-plan.ts";
import { readAt } from "./delivery.ts";
import { type Box, readMailbox } from "./mailbox.ts";

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
  const decidedStatus = decidedStatusOf(request, id, source);
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
    const status = decidedStatus(message);
    if (status === "superseded") waiting.push(`superseded: ${message.id} is not applied`);
    else if (status === "open" && !named.includes(message.id)) {
      waiting.push(
        `not decided: ${message.id} is not applied; answer it with a decision, or name it with --msg`,
      );
    } else {
      for (const path of paths) {
        const read = readPatch(request, id, message, path);
        if (read.ok) patches.push(read.value);
        else faults.push(read.error);
      }
    }
  }
  return { patches, faults, waiting };
}

/** How a proposal stands: superseded if anybody has said so, resolved only if the other side has. */
function decidedStatusOf(request: Folder, id: string, source: Box): (proposal: Message) => Message["status"] {
  const everybody = readMailbox(request, id).held.map(({ message }) => message);
  const others = readMailbox(request, id, [source === "inbox" ? "outbox" : "inbox"]).held;
  const known = statuses(everybody);
  const decisions = others.map(({ message }) => message).sort(byTime);
  return (proposal) => {
    if (known.get(proposal.id) === "superseded") return "superseded";
    const latest = decisions.findLast(({ type, parent }) => type === "decision" && parent === proposal.id);
    return latest?.status === "resolved" ? "resolved" : "open";
  };
}

function readPatch(
  request: Folder,
  id: string,
  message: Message,
  path: string,
): Result<DecidedPatch, string> {
  const whose = `${path} of ${message.id}`;
  const place = attachmentPath(path, id);
  if (!place.ok) return err(`${whose}: ${place.error.message}`);
  const read = readAt(request, place.value.segments);
  const text = read.kind === "file" ? decodeUtf8(read.bytes) : undefined;
  if (read.kind !== "file" || text?.ok !== true) return err(`${whose} is not there, or no plain UTF-8 file`);
  const document = parseJson(text.value);
  if (!document.ok) {
    const { line, column } = document.error.position;
    return err(`${whose}:${line}:${column} ${describeJsonFault(document.error).message}`);
  }
  const proposal = readPatchProposal(document.value, message.ref);
  if (!proposal.ok) return err(`${whose}: ${describe(proposal.error)}`);
  const digest = createHash("sha256").update(read.bytes).digest("hex");
  return ok({
    message: message.id,
    attachment: place.value.segments.join("/"),
    digest,
    proposal: proposal.value.value,
  });
}
