import { err, ok, type Result } from "../../base/result.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import { showJsonFault } from "../../json/fault.ts";
import { readJson } from "../../json/value.ts";
import { describe, type Fault } from "../../protocol/fault.ts";
import { type Message, readMessage } from "../../protocol/message.ts";
import type { Folder } from "../../system/folder.ts";
import { sha256 } from "./digest.ts";
import { LIMITS } from "./limits.ts";

export type Box = "inbox" | "outbox";

/** A message as it lies in a box. */
export interface HeldMessage {
  readonly box: Box;
  readonly file: string;
  readonly bytes: Buffer;
  readonly message: Message;
  readonly tolerated: readonly Fault[];
}

/** Files that are not messages, by name: what is wrong with each. */
export interface BoxFault {
  readonly file: string;
  readonly message: string;
}

export interface Mailbox {
  /** Each message once, whatever boxes it lies in. */
  readonly held: readonly HeldMessage[];
  readonly faults: readonly BoxFault[];
}

/** Reads the boxes of a request. A file that cannot be read is reported, and stops none of the others. */
export function readMailbox(
  request: Folder,
  id: string,
  boxes: readonly Box[] = ["outbox", "inbox"],
): Mailbox {
  const held: HeldMessage[] = [];
  const faults: BoxFault[] = [];
  for (const box of boxes) {
    const kind = request.kindOf(box);
    if (kind !== undefined && kind !== "folder") {
      faults.push({
        file: box,
        message: kind === "link" ? "is a symbolic link, which is never followed" : "is not a folder",
      });
      continue;
    }
    request.within(box, (folder) => {
      for (const { name, kind } of folder.entries()) {
        if (!name.startsWith("msg_") || !name.endsWith(".json")) continue;
        const file = `${box}/${name}`;
        const read = kind === "file" ? readHeld(folder, id, box, name) : err("is not a plain file");
        if (read.ok) held.push(read.value);
        else faults.push({ file, message: read.error });
      }
    });
  }
  return once(held, faults);
}

/** Reads the bytes of a message of the request `id`; what is wrong, in words. */
export function messageOf(
  bytes: Buffer,
  id: string,
): Result<{ message: Message; tolerated: readonly Fault[] }, string> {
  const text = decodeUtf8(bytes);
  if (!text.ok) return err("is not UTF-8");
  const json = readJson(text.value);
  if (!json.ok) return err(showJsonFault(json.error));
  const reading = readMessage(json.value);
  if (!reading.ok) return err(describe(reading.error));
  const { value: message, tolerated } = reading.value;
  if (message.requestId !== id)
    return err(`belongs to the request ${JSON.stringify(message.requestId)}, not to ${id}`);
  return ok({ message, tolerated });
}

function readHeld(folder: Folder, id: string, box: Box, file: string): Result<HeldMessage, string> {
  const read = folder.read(file, LIMITS.message);
  if (read.kind === "too-large")
    return err(`has ${read.size} bytes; a message has at most ${LIMITS.message}`);
  if (read.kind !== "file") return err("is not a plain file");
  const message = messageOf(read.bytes, id);
  return message.ok ? ok({ box, file, bytes: read.bytes, ...message.value }) : message;
}

/** The same message twice is one; the same id with other bytes is reported, and the one with the lower digest is kept. */
function once(held: readonly HeldMessage[], faults: readonly BoxFault[]): Mailbox {
  const kept = new Map<string, HeldMessage>();
  const told = [...faults];
  for (const one of held) {
    const other = kept.get(one.message.id);
    if (other === undefined) kept.set(one.message.id, one);
    else if (!other.bytes.equals(one.bytes)) {
      told.push({
        file: `${one.box}/${one.file}`,
        message: `has the id ${one.message.id}, and so has ${other.box}/${other.file} with other contents`,
      });
      if (sha256(one.bytes) < sha256(other.bytes)) kept.set(one.message.id, one);
    }
  }
  return { held: [...kept.values()], faults: told };
}
