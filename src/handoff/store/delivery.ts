import { err, ok, type Result } from "../../base/result.ts";
import { CannotLook } from "../../model/failure.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import { messageFile } from "../../protocol/message.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";
import { type Box, type BoxFault, type Held, readMailbox } from "./mailbox.ts";

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
 * Brings the messages of `from`'s outbox into `to`'s inbox: attachments first, the message last, each whole or not at all.
 * What is there already stays; the same id with other bytes is a conflict. A message that cannot be brought is told by
 * name and stops none of the others. The caller holds the lock of `to`.
 */
export function deliver(from: Folder, to: Folder, id: string, wish: DeliveryWish): DeliveryReport {
  const outbox = readMailbox(from, id, ["outbox"]);
  const there = new Map(readMailbox(to, id).held.map((held) => [held.message.id, held]));
  const delivered: string[] = [];
  const known: string[] = [];
  const faults: BoxFault[] = [...outbox.faults];
  for (const held of outbox.held) {
    if (!wish.wants(held.file, held.message.id)) continue;
    const way = { from, to, id, box: "inbox", isDryRun: wish.isDryRun } as const;
    const outcome = unlessInTheWay(() => deliverOne(held, way, there.get(held.message.id)));
    if (!outcome.ok) faults.push({ file: `outbox/${held.file}`, message: outcome.error });
    else (outcome.value === "delivered" ? delivered : known).push(held.message.id);
  }
  return { delivered, known, faults };
}

/**
 * Brings messages that lie in `from`'s inbox, because `to` has sent them once, back into the outbox of a `to` that has them no longer. What
 * can't be brought stays where it is: it is not `to`'s affair.
 */
export function bringBack(held: readonly Held[], from: Folder, to: Folder, id: string): readonly string[] {
  return held.flatMap((one) => {
    const way = { from, to, id, box: "outbox", isDryRun: false } as const;
    const outcome = unlessInTheWay(() => deliverOne(one, way, undefined));
    return outcome.ok ? [one.message.id] : [];
  });
}

interface Way {
  readonly from: Folder;
  readonly to: Folder;
  readonly id: string;
  /** Where it lies then. */
  readonly box: Box;
  readonly isDryRun: boolean;
}

function deliverOne(
  held: Held,
  { from, to, id, box, isDryRun }: Way,
  there: Held | undefined,
): Result<"delivered" | "known", string> {
  if (there !== undefined) {
    if (there.bytes.equals(held.bytes)) return ok("known");
    return err(`is there already as ${there.box}/${there.file}, with other contents`);
  }
  const attachments = gather(held, from, to, id);
  if (!attachments.ok) return attachments;
  if (isDryRun) return ok("delivered");
  for (const { segments, bytes } of attachments.value) {
    const landed = land(to, segments, bytes);
    if (!landed.ok) return landed;
  }
  const file = messageFile(held.message.id);
  const isNew = to.ensure(box, (folder) => folder.create(file, held.bytes));
  return isNew ? ok("delivered") : err(`${box}/${file} on the other side is something else`);
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

/** The attachments of a message, all of them readable here and none in the way of another one there. */
function gather(held: Held, from: Folder, to: Folder, id: string): Result<readonly Parcel[], string> {
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
    const other = readAt(to, segments);
    if (other.kind !== "missing" && !(other.kind === "file" && other.bytes.equals(read.bytes))) {
      return err(`brings the attachment ${path}, and another file has that name on the other side`);
    }
    parcels.push({ segments, bytes: read.bytes });
  }
  return ok(parcels);
}

/** A file at the end of `segments`; a link on the way or at the end is not a file. */
export function readAt(folder: Folder, segments: readonly string[], limit: number = LIMITS.attachment) {
  const name = segments.at(-1) ?? "";
  const way = segments.slice(0, -1);
  return folder.descend(way, false, (inner) => inner.read(name, limit)) ?? { kind: "missing" as const };
}

/** Puts a file where nothing, or the same, is. */
export function land(
  folder: Folder,
  segments: readonly string[],
  bytes: Buffer,
): Result<"new" | "same", string> {
  const name = segments.at(-1) ?? "";
  const isNew = folder.descend(segments.slice(0, -1), true, (inner) => inner.create(name, bytes));
  if (isNew === true) return ok("new");
  const there = readAt(folder, segments);
  if (there.kind === "file" && there.bytes.equals(bytes)) return ok("same");
  return err(`${segments.join("/")} is there already, with other contents`);
}
