import { basename, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Command, Flag, Input } from "../../command/command.ts";
import { parsePointer } from "../../json/pointer.ts";
import { prettyJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import {
  composeMessage,
  MESSAGE_STATUSES,
  MESSAGE_TYPES,
  type Message,
  messageFile,
  type Ref,
} from "../../protocol/message.ts";
import { isPatchName } from "../../protocol/patch-proposal.ts";
import { safePath, safeSegment } from "../../protocol/safe-path.ts";
import { readNamedFile } from "../../system/places.ts";
import { land, readAt } from "../store/delivery.ts";
import { sha256 } from "../store/digest.ts";
import { LIMITS } from "../store/limits.ts";
import { readMailbox } from "../store/mailbox.ts";
import { changingRequest, checkedId, readingRequest, requestsPath } from "../store/place.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { ID, NOW } from "./flags.ts";

export const MESSAGE_FLAGS: Readonly<Record<string, Flag>> = {
  id: ID,
  type: { value: MESSAGE_TYPES.join("|"), help: "what kind of message", isRequired: true },
  body: { value: "FILE|-", help: "its text; - reads standard input", isRequired: true },
  "from-project": {
    value: "NAME",
    help: "the project that speaks; by default what the policy or Git calls this one",
  },
  "from-agent": { value: "NAME", help: "who speaks; by default the author that Git knows" },
  "ref-path": { value: "PATH", help: "the file it is about" },
  "ref-pointer": { value: "POINTER", help: "the place in that file, a JSON Pointer" },
  parent: { value: "MESSAGE", help: "the message it answers" },
  status: {
    value: MESSAGE_STATUSES.join("|"),
    help: "open by default; a decision's status settles what it answers, resolved by default",
  },
  attach: { value: "FILE", help: "a file to go with it", isRepeatable: true },
  now: NOW,
};

export const msgNew: Command<SpecWorld> = {
  name: "spec msg new",
  about: "Writes a message into the outbox of a request.",
  flags: MESSAGE_FLAGS,
  examples: [
    {
      line: "arkitekt spec msg new --id demo-001 --type question --body question.md --ref-path request.json --ref-pointer /api",
    },
  ],
  run(input, world) {
    const id = writeMessage(input, world);
    world.write(`${id}\n`);
    return 0;
  },
};

/**
 * Writes the message that the flags describe; its id. Attachments lie under the digest of their bytes, so none collide. One of the same words
 * that lies in the outbox and `isPending` is that message.
 */
export function writeMessage(
  input: Input,
  world: SpecWorld,
  isPending: (id: string) => boolean = () => false,
): string {
  const requestId = checkedId(input.need("id"));
  const parcels = input.list("attach").map((path) => parcelOf(input, resolve(world.cwd, path)));
  const type = input.choice("type", MESSAGE_TYPES) ?? input.refuse("--type is missing");
  const parent = input.text("parent");
  const settles = type === "decision" && parent !== undefined;
  const decides = settles ? bytesOf(world, requestId, parent) : {};
  const message = {
    ...decides,
    ...senderOf(input, world),
    type,
    body: bodyOf(input, world),
    requestId,
    parent,
    status: input.choice("status", MESSAGE_STATUSES) ?? (settles ? "resolved" : "open"),
    ref: refOf(input),
    attachments: parcels.map(({ segments }) => segments.join("/")),
  };
  const composed = composeMessage(message, momentOf(world, input.text("now")));
  if (!composed.ok) return input.refuse(`${composed.error.pointer} ${composed.error.message}`);
  const { id, json } = composed.value;
  const bytes = Buffer.from(prettyJson(json));
  if (bytes.length > LIMITS.message)
    input.refuse(
      `the message has ${bytes.length} bytes; at most ${LIMITS.message} are carried`,
      "attach the long part as a file",
    );
  return changingRequest(requestsPath(world), requestId, (request) => {
    const said = readMailbox(request, requestId, ["outbox"]).held.find(
      (held) => isPending(held.message.id) && hasSameWords(held.message, message),
    );
    if (said !== undefined) return said.message.id;
    if (
      parent !== undefined &&
      !readMailbox(request, requestId).held.some((held) => held.message.id === parent)
    ) {
      throw new CannotLook(
        failure(
          "no-such-message",
          `there is no message ${parent} to answer`,
          "run `arkitekt spec msg pull`, or check the id in thread.md",
        ),
      );
    }
    for (const { segments, bytes: file } of parcels) {
      const landed = land(request, segments, file);
      if (!landed.ok)
        throw new CannotLook(failure("conflict", landed.error, "remove it or put the file back"));
    }
    request.ensure("outbox", (outbox) => outbox.create(messageFile(id), bytes));
    return id;
  });
}

/** The same in all but its id and its moment. */
function hasSameWords(
  { id: _, createdAt: __, ...said }: Message,
  message: Omit<Message, "id" | "createdAt">,
) {
  return isDeepStrictEqual(said, { ...message });
}

/** SHA-256 of a proposal and of its patches as they are when it is decided. A decision holds for these bytes alone. */
function bytesOf(
  world: SpecWorld,
  requestId: string,
  proposal: string,
): Pick<Message, "patches" | "proposalDigest"> {
  return readingRequest(requestsPath(world), requestId, (request) => {
    const held = readMailbox(request, requestId).held.find(({ message }) => message.id === proposal);
    if (held?.message.type !== "proposal") return {};
    const digests = held.message.attachments.filter(isPatchName).flatMap((path) => {
      const place = attachmentPath(path, requestId);
      const read = place.ok ? readAt(request, place.value.segments) : undefined;
      if (!place.ok || read?.kind !== "file") return [];
      return [[place.value.segments.join("/"), sha256(read.bytes)] as const];
    });
    const patches = digests.length === 0 ? {} : { patches: Object.fromEntries(digests) };
    return { proposalDigest: sha256(held.bytes), ...patches };
  });
}

function senderOf(input: Input, world: SpecWorld): Pick<Message, "project" | "agent"> {
  const project = input.text("from-project");
  const agent = input.text("from-agent");
  if (project !== undefined && agent !== undefined) return { project, agent };
  const sender = world.sender();
  return { project: project ?? sender.project, agent: agent ?? sender.agent };
}

function bodyOf(input: Input, world: SpecWorld): string {
  const path = input.need("body");
  const bytes = path === "-" ? world.readInput() : readNamedFile(resolve(world.cwd, path), LIMITS.message);
  const text = decodeUtf8(bytes);
  return text.ok ? text.value : input.refuse(`the body in ${path} is not UTF-8`, "save it as UTF-8");
}

function parcelOf(input: Input, path: string) {
  const name = safeSegment(basename(path), "the file name");
  if (!name.ok) return input.refuse(name.error.message, "rename the file and attach it again");
  const bytes = readNamedFile(path, LIMITS.attachment);
  const digest = sha256(bytes).slice(0, 16);
  return { segments: ["attachments", digest, name.value], bytes };
}

function refOf(input: Input): Ref | undefined {
  const path = input.text("ref-path");
  const pointer = input.text("ref-pointer");
  if (path === undefined && pointer === undefined) return undefined;
  const safe = path === undefined ? undefined : safePath(path, "--ref-path");
  if (safe !== undefined && !safe.ok) return input.refuse(safe.error.message);
  const parsed = pointer === undefined ? undefined : parsePointer(pointer);
  if (parsed !== undefined && !parsed.ok) return input.refuse(`--ref-pointer ${parsed.error.message}`);
  return { path, pointer };
}
