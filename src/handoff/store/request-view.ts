import { CannotLook } from "../../model/failure.ts";
import type { Ack } from "../../protocol/ack.ts";
import type { Message } from "../../protocol/message.ts";
import { type Request, requestFileOf } from "../../protocol/request.ts";
import { type TrailState, trailStateOf } from "../../protocol/trail.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";
import { type BoxFault, readMailbox } from "./mailbox.ts";
import { inRequests, type RequestFolder, stateOf } from "./place.ts";
import { earlierAck, markersIn } from "./request-folder.ts";
import { seenIn } from "./seen.ts";

/** All that there is to see of a request. */
export interface RequestView {
  readonly id: string;
  /** Undefined when request.json cannot be read; so is `text` where it is not there. */
  readonly request: Request | undefined;
  readonly text: string | undefined;
  readonly trail: TrailState;
  readonly ack: Ack | undefined;
  readonly attachments: readonly string[];
  readonly messages: readonly Message[];
  readonly faults: readonly BoxFault[];
  /** Ids of messages that came and were neither shown nor answered. */
  readonly unread: readonly string[];
}

export function readRequestOf(place: RequestFolder, request: Folder, id: string): RequestView {
  const read = request.read("request.json", LIMITS.request);
  const text = read.kind === "file" ? read.bytes.toString("utf8") : undefined;
  const file = requestFileOf(text ?? "");
  const known = file.ok ? file.value.reading.value : undefined;
  const { held, faults } = readMailbox(request, id);
  const answered = new Set(
    held.flatMap(({ box, message }) => (box === "outbox" ? (message.parent ?? []) : [])),
  );
  const seen = inRequests(place, (requests) => stateOf(requests, id, seenIn)) ?? new Set<string>();
  const unread = held
    .filter(({ box, message }) => box === "inbox" && !seen.has(message.id) && !answered.has(message.id))
    .map(({ message }) => message.id);
  return {
    id,
    request: known,
    text,
    trail: trailStateOf(markersIn(request)),
    ack: ackIn(request),
    attachments: known?.attachments ?? [],
    messages: held.map(({ message }) => message),
    faults,
    unread,
  };
}

/** One that can't be read does not keep the rest from being shown; lint says what is wrong with it. */
function ackIn(request: Folder): Ack | undefined {
  try {
    return earlierAck(request).known;
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    return undefined;
  }
}
