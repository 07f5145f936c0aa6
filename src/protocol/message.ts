import { err, ok, type Result } from "../base/result.ts";
import { canonicalDigest } from "../json/canonical-digest.ts";
import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { isOtherwiseNamed, withPlainAttachments } from "./attachment-list.ts";
import { type Fault, fault, type LenientReading } from "./fault.ts";
import { validate } from "./generated/message.generated.mjs";
import { compactInstant, formatInstant, type Instant, parseInstant, TIME_IS_DUE } from "./instant.ts";
import { safeSegment } from "./safe-path.ts";
import { shapeOf } from "./shape.ts";

export const MESSAGE_TYPES = ["comment", "question", "proposal", "decision"] as const;
export const MESSAGE_STATUSES = ["open", "resolved", "superseded"] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export interface Ref {
  readonly path: string | undefined;
  readonly pointer: string | undefined;
}

export interface Message {
  readonly id: string;
  readonly project: string;
  readonly agent: string;
  readonly type: MessageType;
  readonly body: string;
  readonly requestId: string;
  readonly parent: string | undefined;
  readonly status: MessageStatus;
  readonly createdAt: Instant;
  readonly ref: Ref | undefined;
  readonly attachments: readonly string[];
  /** In a decision: the SHA-256 of each patch that it decides, by the attachment's path in the request. */
  readonly patches?: Readonly<Record<string, string>>;
  /** In a decision: the SHA-256 of the proposal's own file. */
  readonly proposalDigest?: string;
}

/** Reads a message. A `ref` that is null or a text, and the like, occurs in public data: it is read and reported. */
export function readMessage(value: JsonValue): Result<LenientReading<Message>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const tolerated: Fault[] = [];
  const plain = withPlainAttachments(withPlainRef(value, tolerated), tolerated);
  const shape = shapeOf(plain, validate, isOtherwiseNamed);
  const { patches } = value;
  const unbound = [
    ...(patches === undefined || isDigests(patches)
      ? []
      : [fault("/patches", "must be an object of SHA-256 digests")]),
    ...(value["proposal_sha256"] === undefined || isDigest(value["proposal_sha256"])
      ? []
      : [fault("/proposal_sha256", "must be a SHA-256 digest")]),
  ];
  const faults = [...shape.faults, ...unsafeId(value["id"]), ...unbound];
  const read = shape.value;
  const createdAt = read === undefined ? undefined : parseInstant(read.created_at);
  if (read !== undefined) {
    if (createdAt === undefined) faults.push(fault("/created_at", TIME_IS_DUE));
    if (read.updated_at !== undefined && parseInstant(read.updated_at) === undefined)
      faults.push(fault("/updated_at", TIME_IS_DUE));
  }
  if (read === undefined || createdAt === undefined || faults.length > 0) return err(faults);
  const message = {
    id: read.id,
    project: read.from.project,
    agent: read.from.agent,
    type: read.type,
    body: read.body,
    requestId: read.relates_to.request_id,
    parent: read.relates_to.parent_msg_id,
    status: read.status,
    createdAt,
    ref: read.ref === undefined ? undefined : { path: read.ref.path, pointer: read.ref.json_pointer },
    attachments: read.attachments ?? [],
    ...(isDigests(value["patches"]) ? { patches: value["patches"] } : {}),
    ...(isDigest(value["proposal_sha256"]) ? { proposalDigest: value["proposal_sha256"] } : {}),
  };
  return ok({ value: message, tolerated: [...tolerated, ...shape.tolerated] });
}

/** A message as it is written. Its id is its time and a hash over all the rest: the same words at the same moment are one message. */
export function composeMessage(
  message: Omit<Message, "id" | "createdAt">,
  now: Instant,
): Result<{ readonly id: string; readonly json: JsonRecord }, Fault> {
  const at = formatInstant(now);
  const body = {
    from: { project: message.project, agent: message.agent },
    type: message.type,
    ...(message.ref === undefined ? {} : { ref: refJson(message.ref) }),
    body: message.body,
    ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    relates_to: {
      request_id: message.requestId,
      ...(message.parent === undefined ? {} : { parent_msg_id: message.parent }),
    },
    ...(message.proposalDigest === undefined ? {} : { proposal_sha256: message.proposalDigest }),
    ...(message.patches === undefined ? {} : { patches: message.patches }),
    status: message.status,
    created_at: at,
    updated_at: at,
  };
  const digest = canonicalDigest(body);
  if (!digest.ok) return err(fault(digest.error.pointer, "holds half of a surrogate pair"));
  const id = `${compactInstant(now)}-${digest.value.slice(0, 8)}`;
  return ok({ id, json: { id, ...body } });
}

/** Where a message is kept, in the inbox or the outbox. */
export function messageFile(id: string): string {
  return `msg_${id}.json`;
}

/**
 * Whether a message is as it was written: its id holds a hash over all the rest. Undefined for ids that another program made, which hold no such hash.
 */
export function isAsWritten(value: JsonValue): boolean | undefined {
  if (!isRecord(value)) return undefined;
  const { id, ...body } = value;
  const hash = typeof id === "string" ? /^\d{8}T\d{6}Z-([0-9a-f]{8})$/.exec(id)?.[1] : undefined;
  if (hash === undefined) return undefined;
  const digest = canonicalDigest(body);
  return digest.ok && digest.value.startsWith(hash);
}

function isDigests(value: JsonValue | undefined): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isDigest);
}

function isDigest(value: JsonValue | undefined): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** It names the message's file. */
function unsafeId(id: JsonValue | undefined): readonly Fault[] {
  const safe = typeof id === "string" && id !== "" ? safeSegment(id, "the id") : ok(id);
  return safe.ok ? [] : [fault("/id", safe.error.message)];
}

function withPlainRef(record: JsonRecord, tolerated: Fault[]): JsonRecord {
  const { ref } = record;
  if (typeof ref !== "string") return record;
  tolerated.push(fault("/ref", "is a text, read as a path; write an object with path and json_pointer"));
  return { ...record, ref: { path: ref } };
}

function refJson({ path, pointer }: Ref): JsonRecord {
  return {
    ...(path === undefined ? {} : { path }),
    ...(pointer === undefined ? {} : { json_pointer: pointer }),
  };
}
