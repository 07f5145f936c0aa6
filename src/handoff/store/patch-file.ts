import { err, ok, type Result } from "../../base/result.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import { describeJsonFault } from "../../json/fault.ts";
import { parseJson } from "../../json/text.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import { describe, type Fault } from "../../protocol/fault.ts";
import type { Message } from "../../protocol/message.ts";
import { readPatchProposal } from "../../protocol/patch-proposal.ts";
import type { Folder } from "../../system/folder.ts";
import type { DecidedPatch } from "./apply-plan.ts";
import { sha256 } from "./digest.ts";
import { keptFromPatches } from "./kept-from-patches.ts";
import { readAt } from "./read-at.ts";

export interface PatchFile {
  readonly patch: DecidedPatch;
  readonly tolerated: readonly Fault[];
}

export interface PatchFileFault {
  readonly message: string;
  readonly hint?: string;
}

/** A patch that `message` has attached as `path`; what is wrong with it, in words. `lint` and `apply` read it alike. */
export function readPatchFile(
  request: Folder,
  { id, folder: requests }: { readonly id: string; readonly folder: string },
  message: Message,
  path: string,
): Result<PatchFile, PatchFileFault> {
  const whose = `${path} of ${message.id}`;
  const place = attachmentPath(path, id);
  if (!place.ok) return err({ message: `${whose}: ${place.error.message}` });
  const read = readAt(request, place.value.segments);
  const text = read.kind === "file" ? decodeUtf8(read.bytes) : undefined;
  if (read.kind !== "file" || text === undefined)
    return err({ message: `${whose} is not there as a plain file` });
  if (!text.ok) return err({ message: `${whose} is not UTF-8`, hint: "save it as UTF-8" });
  const digest = sha256(read.bytes);
  const document = parseJson(text.value);
  if (!document.ok) {
    const { line, column } = document.error.position;
    return err({ message: `${whose}:${line}:${column} ${describeJsonFault(document.error).message}` });
  }
  const proposal = readPatchProposal(document.value, message.ref);
  if (!proposal.ok) return err({ message: `${whose}: ${describe(proposal.error)}` });
  const { file, operations } = proposal.value.value;
  const kept = keptFromPatches(file.join("/"), operations, requests);
  if (kept !== undefined)
    return err({ message: `${whose}: ${file.join("/")} ${kept}, which no patch may change` });
  const [, folder = ""] = place.value.segments;
  if (place.value.segments.length === 3 && /^[0-9a-f]{16}$/.test(folder) && !digest.startsWith(folder))
    return err({ message: `${whose} has other bytes than its folder says, which is named after them` });
  return ok({
    patch: {
      message: message.id,
      attachment: place.value.segments.join("/"),
      digest,
      proposal: proposal.value.value,
    },
    tolerated: proposal.value.tolerated,
  });
}
