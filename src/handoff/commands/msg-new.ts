import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { parsePointer } from "../../json/pointer.ts";
import { prettyJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import {
  composeMessage,
  MESSAGE_STATUSES,
  MESSAGE_TYPES,
  messageFile,
  type Ref,
} from "../../protocol/message.ts";
import { safePath, safeSegment } from "../../protocol/safe-path.ts";
import { readNamedFile } from "../../system/places.ts";
import { type Call, type Command, type Flag, ID, NOW, refuse } from "../command.ts";
import { land } from "../store/delivery.ts";
import { LIMITS } from "../store/limits.ts";
import { readMailbox } from "../store/mailbox.ts";
import { changingRequest, checkedId, requestsPath } from "../store/place.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";

export const MESSAGE_FLAGS: Readonly<Record<string, Flag>> = {
  id: ID,
  type: { kind: "text", value: MESSAGE_TYPES.join("|"), help: "what kind of message", isRequired: true },
  body: { kind: "text", value: "<file>|-", help: "its text; - reads standard input", isRequired: true },
  "from-project": { kind: "text", value: "<name>", help: "the project that speaks; lang by default" },
  "from-agent": { kind: "text", value: "<name>", help: "who speaks; codex by default" },
  "ref-path": { kind: "text", value: "<path>", help: "the file it is about" },
  "ref-pointer": { kind: "text", value: "<pointer>", help: "the place in that file, a JSON Pointer" },
  parent: { kind: "text", value: "<message>", help: "the message it answers" },
  status: {
    kind: "text",
    value: MESSAGE_STATUSES.join("|"),
    help: "open by default; a decision's status settles what it answers, resolved by default",
  },
  attach: { kind: "list", value: "<file>", help: "a file to go with it" },
  now: NOW,
};

export const msgNew: Command = {
  name: "msg new",
  summary: "write a message into the outbox of a request",
  operands: [],
  flags: MESSAGE_FLAGS,
  example:
    "arkitekt spec msg new --id demo-001 --type question --body question.md --ref-path request.json --ref-pointer /api",
  run(call, world) {
    const id = writeMessage(msgNew, call, world);
    world.write(`${id}\n`);
    return 0;
  },
};

/** Writes the message that the flags describe; its id. Attachments lie under the digest of their bytes, so none collide. */
export function writeMessage(command: Command, call: Call, world: SpecWorld): string {
  const requestId = checkedId(call.need("id"));
  const parcels = call.list("attach").map((path) => parcelOf(command, resolve(world.cwd, path)));
  const type = oneOf(command, "type", call.need("type"), MESSAGE_TYPES);
  const parent = call.text("parent");
  const settles = type === "decision" && parent !== undefined;
  const message = {
    project: call.text("from-project") ?? "lang",
    agent: call.text("from-agent") ?? "codex",
    type,
    body: bodyOf(command, call.need("body"), world),
    requestId,
    parent,
    status: oneOf(
      command,
      "status",
      call.text("status") ?? (settles ? "resolved" : "open"),
      MESSAGE_STATUSES,
    ),
    ref: refOf(command, call),
    attachments: parcels.map(({ segments }) => segments.join("/")),
  };
  const composed = composeMessage(message, momentOf(world, call.text("now")));
  if (!composed.ok) return refuse(command, `${composed.error.pointer} ${composed.error.message}`);
  const { id, json } = composed.value;
  const bytes = Buffer.from(prettyJson(json));
  if (bytes.length > LIMITS.message)
    refuse(
      command,
      `the message has ${bytes.length} bytes; at most ${LIMITS.message} are carried`,
      "attach the long part as a file",
    );
  changingRequest(requestsPath(world), requestId, (request) => {
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
  });
  return id;
}

function bodyOf(command: Command, path: string, world: SpecWorld): string {
  const bytes = path === "-" ? world.readInput() : readNamedFile(resolve(world.cwd, path), LIMITS.message);
  if (!isUtf8(bytes)) refuse(command, `the body in ${path} is not UTF-8`, "save it as UTF-8");
  return bytes.toString("utf8");
}

function parcelOf(command: Command, path: string) {
  const name = safeSegment(basename(path), "the file name");
  if (!name.ok) return refuse(command, name.error.message, "rename the file and attach it again");
  const bytes = readNamedFile(path, LIMITS.attachment);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { segments: ["attachments", digest, name.value], bytes };
}

function refOf(command: Command, call: Call): Ref | undefined {
  const path = call.text("ref-path");
  const pointer = call.text("ref-pointer");
  if (path === undefined && pointer === undefined) return undefined;
  const safe = path === undefined ? undefined : safePath(path, "--ref-path");
  if (safe !== undefined && !safe.ok) return refuse(command, safe.error.message);
  const parsed = pointer === undefined ? undefined : parsePointer(pointer);
  if (parsed !== undefined && !parsed.ok) return refuse(command, `--ref-pointer ${parsed.error.message}`);
  return { path, pointer };
}

function oneOf<T extends string>(command: Command, flag: string, wish: string, choices: readonly T[]): T {
  return (
    choices.find((choice) => choice === wish) ??
    refuse(command, `--${flag} ${wish} is none of ${choices.join(", ")}`)
  );
}
