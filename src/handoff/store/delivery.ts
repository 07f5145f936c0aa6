import { err, ok, type Result } from "../../base/result.ts";
import { CannotLook } from "../../model/failure.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import { messageFile } from "../../protocol/message.ts";
import type { Folder } from "../../system/folder.ts";
import type { Stage } from "../writing/stage.ts";
import { sha256 } from "./digest.ts";
import { LIMITS } from "./limits.ts";
import { type Box, type BoxFault, type HeldMessage, readMailbox } from "./mailbox.ts";
import { readAt } from "./read-at.ts";

export interface DeliveryReport {
  /** Ids that were new on the other side, in the order of their files. */
  readonly delivered: readonly string[];
  /** Ids that were there already, byte for byte. */
  readonly known: readonly string[];
  readonly faults: readonly BoxFault[];
}

export interface DeliveryWish {
  /** Which messages, by file name and by id. */
  wants(file: string, id: string): boolean;
  readonly isDryRun: boolean;
}

/**
 * Brings the messages of `from`'s outbox into the inbox of the side that `stage` changes: attachments first, the message last.
 * What is there already stays; the same id with other bytes is a conflict. A message that cannot be brought is named
 * and stops none of the others.
 */
export function deliver(from: Folder, stage: Stage, id: string, wish: DeliveryWish): DeliveryReport {
  const outbox = readMailbox(from, id, ["outbox"]);
  const there = new Map(readMailbox(stage.folder, id).held.map((held) => [held.message.id, held]));
  const delivered: string[] = [];
  const known: string[] = [];
  const faults: BoxFault[] = [...outbox.faults];
  for (const held of outbox.held) {
    if (!wish.wants(held.file, held.message.id)) continue;
    const way = { from, stage, id, box: "inbox", isDryRun: wish.isDryRun } as const;
    const outcome = stage.attempt(() =>
      unlessInTheWay(() => deliverOne(held, way, there.get(held.message.id))),
    );
    if (!outcome.ok) faults.push({ file: `outbox/${held.file}`, message: outcome.error });
    else (outcome.value === "delivered" ? delivered : known).push(held.message.id);
  }
  return { delivered, known, faults };
}

/**
 * Brings messages that lie in `from`'s inbox, because that side has sent them once, back into the outbox of a side that no longer has them. What
 * can't be brought stays where it is: that is no concern of that side.
 */
export function bringBack(
  held: readonly HeldMessage[],
  from: Folder,
  stage: Stage,
  id: string,
): readonly string[] {
  return held.flatMap((one) => {
    const way = { from, stage, id, box: "outbox", isDryRun: false } as const;
    const outcome = stage.attempt(() => unlessInTheWay(() => deliverOne(one, way, undefined)));
    return outcome.ok ? [one.message.id] : [];
  });
}

interface Way {
  readonly from: Folder;
  /** What is going to change on the side that messages are brought to. */
  readonly stage: Stage;
  readonly id: string;
  /** Where it lies then. */
  readonly box: Box;
  readonly isDryRun: boolean;
}

function deliverOne(
  held: HeldMessage,
  { from, stage, id, box, isDryRun }: Way,
  there: HeldMessage | undefined,
): Result<"delivered" | "known", string> {
  if (there !== undefined) {
    if (there.bytes.equals(held.bytes)) return ok("known");
    return err(`is there already as ${there.box}/${there.file}, with other contents`);
  }
  const attachments = gather(held, from, stage, id);
  if (!attachments.ok) return attachments;
  if (isDryRun) return ok("delivered");
  for (const { segments, bytes } of attachments.value) {
    const landed = stage.add(segments, bytes);
    if (!landed.ok) return landed;
  }
  const file = messageFile(held.message.id);
  const landed = stage.add([box, file], held.bytes);
  return landed.ok ? ok("delivered") : err(`${box}/${file} on the other side is something else`);
}

/** A link or a file where a folder should be stops one message; trouble of the system stops all of them. */
function unlessInTheWay<T>(work: () => Result<T, string>): Result<T, string> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CannotLook) || !["link", "no-folder"].includes(error.failure.kind)) throw error;
    return err(`cannot be brought: ${error.failure.message}`);
  }
}

interface Parcel {
  readonly segments: readonly string[];
  readonly bytes: Buffer;
}

/** The attachments of a message, all of them readable here and none of them colliding with another one there. */
function gather(
  held: HeldMessage,
  from: Folder,
  stage: Stage,
  id: string,
): Result<readonly Parcel[], string> {
  const parcels: Parcel[] = [];
  for (const path of held.message.attachments) {
    const place = attachmentPath(path, id);
    if (!place.ok) return err(place.error.message);
    const { segments } = place.value;
    const read = readAt(from, segments);
    if (read.kind === "missing") return err(`names the attachment ${path}, which is not there`);
    if (read.kind === "too-large")
      return err(
        `names the attachment ${path} of ${read.size} bytes; at most ${LIMITS.attachment} are carried`,
      );
    if (read.kind !== "file") return err(`names the attachment ${path}, which is not a plain file`);
    const other = stage.digestOf(segments);
    if (other !== undefined && other !== sha256(read.bytes)) {
      return err(`brings the attachment ${path}, and another file has that name on the other side`);
    }
    parcels.push({ segments, bytes: read.bytes });
  }
  return ok(parcels);
}
