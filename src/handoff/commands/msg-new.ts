import { basename, resolve } from "node:path";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Command, Flag, Input } from "../../command/command.ts";
import { parsePointer } from "../../json/pointer.ts";
import { MESSAGE_STATUSES, MESSAGE_TYPES, type Message, type Ref } from "../../protocol/message.ts";
import { safePath, safeSegment } from "../../protocol/safe-path.ts";
import { readNamedFile } from "../../system/places.ts";
import { LIMITS } from "../store/limits.ts";
import { requestId } from "../store/place.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { type MessageDraft, type Parcel, writeMessage } from "../store/write-message.ts";
import { ID, NOW } from "./flags.ts";

export const SENDER_FLAGS: Readonly<Record<string, Flag>> = {
  "from-project": {
    value: "NAME",
    help: "the project that speaks; by default what the policy or Git calls this one",
  },
  "from-agent": { value: "NAME", help: "who speaks; by default the author that Git knows" },
};

export const WORDS: Flag = { value: "TEXT", help: "its text, said here", short: "m" };

export const MESSAGE_FLAGS: Readonly<Record<string, Flag>> = {
  id: ID,
  type: { value: MESSAGE_TYPES.join("|"), help: "what kind of message", isRequired: true },
  body: { value: "FILE|-", help: "its text; - reads standard input" },
  message: WORDS,
  ...SENDER_FLAGS,
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

export const BODY = { flags: ["body", "message"], isNeeded: true } as const;

export const msgNew: Command<SpecWorld> = {
  name: "spec msg new",
  about: "Writes a message into the outbox of a request.",
  flags: MESSAGE_FLAGS,
  oneOf: BODY,
  examples: [
    {
      line: "arkitekt spec msg new --id demo-001 --type question --body question.md --ref-path request.json --ref-pointer /api",
    },
    { line: 'arkitekt spec msg new --id demo-001 --type comment -m "we start on Monday"' },
  ],
  run(input, world) {
    const id = writeMessage(world, draftOf(input, world));
    world.write(`${id}\n`);
    return 0;
  },
};

/** The message that the flags describe. */
export function draftOf(input: Input, world: SpecWorld): MessageDraft {
  const type = input.choice("type", MESSAGE_TYPES) ?? input.refuse("--type is missing");
  const parent = input.text("parent");
  const settles = type === "decision" && parent !== undefined;
  return {
    ...senderOf(input, world),
    requestId: requestId(world, input.need("id")),
    parcels: input.list("attach").map((path) => parcelOf(input, resolve(world.cwd, path))),
    type,
    body: bodyOf(input, world),
    parent,
    status: input.choice("status", MESSAGE_STATUSES) ?? (settles ? "resolved" : "open"),
    ref: refOf(input),
    now: momentOf(world, input.text("now")),
  };
}

export function senderOf(input: Input, world: SpecWorld): Pick<Message, "project" | "agent"> {
  const project = input.text("from-project");
  const agent = input.text("from-agent");
  if (project !== undefined && agent !== undefined) return { project, agent };
  const sender = world.sender();
  return { project: project ?? sender.project, agent: agent ?? sender.agent };
}

function bodyOf(input: Input, world: SpecWorld): string {
  const said = input.text("message");
  if (said !== undefined) return `${said}\n`;
  const path = input.need("body");
  const bytes = path === "-" ? world.readInput() : readNamedFile(resolve(world.cwd, path), LIMITS.message);
  const text = decodeUtf8(bytes);
  return text.ok ? text.value : input.refuse(`the body in ${path} is not UTF-8`, "save it as UTF-8");
}

function parcelOf(input: Input, path: string): Parcel {
  const name = safeSegment(basename(path), "the file name");
  if (!name.ok) return input.refuse(name.error.message, "rename the file and attach it again");
  return { name: name.value, bytes: readNamedFile(path, LIMITS.attachment) };
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
