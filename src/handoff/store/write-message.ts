import { isDeepStrictEqual } from "node:util";
import { prettyJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import type { Instant } from "../../protocol/instant.ts";
import { composeMessage, type Message, messageFile } from "../../protocol/message.ts";
import { isPatchName } from "../../protocol/patch-proposal.ts";
import { changingRequest } from "../writing/changing.ts";
import type { Stage } from "../writing/stage.ts";
import { sha256 } from "./digest.ts";
import { LIMITS } from "./limits.ts";
import { type HeldMessage, readMailbox } from "./mailbox.ts";
import { messageNamed } from "./message-named.ts";
import { readingRequest, requestsPath } from "./place.ts";
import { readAt } from "./read-at.ts";
import type { SpecWorld } from "./world.ts";
import { markWritten } from "./written.ts";

/** A file that goes with a message. */
export interface Parcel {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface MessageDraft
  extends Pick<Message, "project" | "agent" | "type" | "body" | "requestId" | "status" | "ref"> {
  /** The message that it answers, as a person names it. */
  readonly parent: string | undefined;
  readonly parcels: readonly Parcel[];
  readonly now: Instant;
}

/**
 * Writes a message into the outbox; its id. Attachments lie under the digest of their bytes, so none collide. One with the same words that lies
 * in the outbox and `isPending` is that message.
 */
export function writeMessage(
  world: SpecWorld,
  { parent, parcels, now, ...draft }: MessageDraft,
  isPending: (id: string) => boolean = () => false,
): string {
  const answered = parent === undefined ? undefined : needMessage(world, draft.requestId, parent);
  const settles = draft.type === "decision" && answered !== undefined;
  const files = parcels.map(({ name, bytes }) => ({
    segments: ["attachments", sha256(bytes).slice(0, 16), name],
    bytes,
  }));
  const message = {
    ...draft,
    ...(settles ? bytesOf(world, draft.requestId, answered) : {}),
    parent: answered?.message.id,
    attachments: files.map(({ segments }) => segments.join("/")),
  };
  const composed = composeMessage(message, now);
  if (!composed.ok) {
    const { pointer, message: fault } = composed.error;
    throw new CannotLook(failure("bad-arguments", `${pointer} ${fault}`, "write whole characters"));
  }
  const { id, json } = composed.value;
  const bytes = Buffer.from(prettyJson(json));
  if (bytes.length > LIMITS.message)
    throw new CannotLook(
      failure(
        "bad-arguments",
        `the message has ${bytes.length} bytes; at most ${LIMITS.message} are carried`,
        "attach the long part as a file",
      ),
    );
  return changingRequest(requestsPath(world), draft.requestId, (request, stage, state) => {
    const said = readMailbox(request, draft.requestId, ["outbox"]).held.find(
      (held) => isPending(held.message.id) && hasSameWords(held.message, message),
    );
    if (said !== undefined) return said.message.id;
    markWritten(state, bytes);
    for (const file of files) addOrThrow(stage, file.segments, file.bytes);
    addOrThrow(stage, ["outbox", messageFile(id)], bytes);
    return id;
  });
}

/** The message of a request that a person names. */
export function needMessage(world: SpecWorld, requestId: string, named: string): HeldMessage {
  const found = readingRequest(requestsPath(world), requestId, (request) =>
    messageNamed(readMailbox(request, requestId).held, named),
  );
  if (found !== undefined) return found;
  throw new CannotLook(
    failure(
      "no-such-message",
      `there is no message ${named} to answer`,
      "run `arkitekt spec msg pull`, or check the id in thread.md",
    ),
  );
}

function addOrThrow(stage: Stage, segments: readonly string[], bytes: Buffer): void {
  const landed = stage.add(segments, bytes);
  if (!landed.ok) throw new CannotLook(failure("conflict", landed.error, "remove it or put the file back"));
}

/** Whether it is the same in all but its id and its moment. */
function hasSameWords(
  { id: _, createdAt: __, ...said }: Message,
  message: Omit<Message, "id" | "createdAt">,
): boolean {
  return isDeepStrictEqual(said, { ...message });
}

/** SHA-256 of a proposal and of its patches as they are when it is decided. A decision holds for these bytes alone. */
function bytesOf(
  world: SpecWorld,
  requestId: string,
  { message, bytes }: HeldMessage,
): Pick<Message, "patches" | "proposalDigest"> {
  if (message.type !== "proposal") return {};
  return readingRequest(requestsPath(world), requestId, (request) => {
    const digests = message.attachments.filter(isPatchName).flatMap((path) => {
      const place = attachmentPath(path, requestId);
      const read = place.ok ? readAt(request, place.value.segments) : undefined;
      if (!place.ok || read?.kind !== "file") return [];
      return [[place.value.segments.join("/"), sha256(read.bytes)] as const];
    });
    const patches = digests.length === 0 ? {} : { patches: Object.fromEntries(digests) };
    return { proposalDigest: sha256(bytes), ...patches };
  });
}
