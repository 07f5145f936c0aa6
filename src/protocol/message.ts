import { err, ok, type Result } from "../base/result.ts";
import { canonicalDigest } from "../json/canonical-digest.ts";
import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault, type Reading } from "./fault.ts";
import { Fields } from "./field.ts";
import { compactInstant, formatInstant, type Instant, parseInstant } from "./instant.ts";
import { safeSegment } from "./safe-path.ts";

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
}

/** Reads a message. A `ref` that is null or a text, and the like, occurs in public data: it is read and told. */
export function readMessage(value: JsonValue): Result<Reading<Message>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const fields = new Fields();
  const id = idOf(value, fields);
  const from = fields.record(value, "from");
  const relates = fields.record(value, "relates_to");
  const message = {
    id,
    project: isRecord(value["from"]) ? fields.text(from, "project", "/from") : "",
    agent: isRecord(value["from"]) ? fields.text(from, "agent", "/from") : "",
    type: fields.oneOf(value, "type", MESSAGE_TYPES, "comment"),
    body: bodyOf(value, fields),
    requestId: isRecord(value["relates_to"]) ? fields.text(relates, "request_id", "/relates_to") : "",
    parent: fields.optionalText(relates, "parent_msg_id", "/relates_to"),
    status: fields.oneOf(value, "status", MESSAGE_STATUSES, "open"),
    createdAt: timeOf(value, "created_at", fields) ?? { seconds: 0, fraction: "" },
    ref: refOf(value["ref"], fields),
    attachments: fields.paths(value, "attachments"),
  };
  if (value["created_at"] === undefined) fields.faults.push(fault("/created_at", "is missing"));
  timeOf(value, "updated_at", fields);
  if (fields.faults.length > 0) return err(fields.faults);
  return ok({ value: message, tolerated: fields.tolerated });
}

/** A message as it is written. Its id is its time and a hash over all the rest: the same words at the same moment are one. */
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

function idOf(value: JsonRecord, fields: Fields): string {
  const id = fields.text(value, "id");
  const safe = safeSegment(id === "" ? "x" : id, "the id");
  if (!safe.ok) fields.faults.push(fault("/id", safe.error.message));
  return id;
}

function bodyOf(value: JsonRecord, fields: Fields): string {
  const body = value["body"];
  if (typeof body === "string") return body;
  fields.faults.push(fault("/body", body === undefined ? "is missing" : "must be a text"));
  return "";
}

function timeOf(value: JsonRecord, key: string, fields: Fields): Instant | undefined {
  const text = fields.optionalText(value, key);
  if (text === undefined) return undefined;
  const instant = parseInstant(text);
  if (instant === undefined)
    fields.faults.push(fault(`/${key}`, "must be a time such as 2025-08-31T15:50:00Z"));
  return instant;
}

function refOf(ref: JsonValue | undefined, fields: Fields): Ref | undefined {
  if (ref === undefined) return undefined;
  if (ref === null) {
    fields.tolerated.push(fault("/ref", "is null; leave it out"));
    return undefined;
  }
  if (typeof ref === "string") {
    fields.tolerated.push(
      fault("/ref", "is a text, read as a path; write an object with path and json_pointer"),
    );
    return { path: ref, pointer: undefined };
  }
  if (!isRecord(ref)) {
    fields.faults.push(fault("/ref", "must be an object with path and json_pointer"));
    return undefined;
  }
  return {
    path: fields.optionalText(ref, "path", "/ref"),
    pointer: fields.optionalText(ref, "json_pointer", "/ref"),
  };
}

function refJson({ path, pointer }: Ref): JsonRecord {
  return {
    ...(path === undefined ? {} : { path }),
    ...(pointer === undefined ? {} : { json_pointer: pointer }),
  };
}
