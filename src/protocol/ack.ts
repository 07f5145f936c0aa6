import { err, ok, type Result } from "../base/result.ts";
import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault, type LenientReading } from "./fault.ts";
import { validate } from "./generated/ack.generated.mjs";
import { DAY_OR_TIME_IS_DUE, formatInstant, type Instant, parseInstant, TIME_IS_DUE } from "./instant.ts";
import { shapeOf } from "./shape.ts";

export const ACK_STATUSES = ["accepted", "in_progress", "implemented", "rejected", "blocked"] as const;
export type AckStatus = (typeof ACK_STATUSES)[number];

export interface Ack {
  readonly owner: string;
  readonly contact: string;
  readonly status: AckStatus;
  readonly eta: string | undefined;
  readonly branch: string | undefined;
  readonly notes: string | undefined;
  readonly updatedAt: Instant;
}

/** Reads `ack.json`; `done` is read as `implemented`, an `eta` under another name is reported. */
export function readAck(value: JsonValue): Result<LenientReading<Ack>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const isDone = value["status"] === "done";
  const shape = shapeOf(isDone ? { ...value, status: "implemented" } : value, validate);
  const tolerated = [
    ...(isDone ? [fault("/status", "is done; write implemented")] : []),
    ...shape.tolerated,
    ...otherEta(value),
  ];
  const ack = shape.value;
  if (ack === undefined) return err(shape.faults);
  const updatedAt = parseInstant(ack.updated_at);
  const eta = ack.eta_iso8601;
  const faults = [
    ...(updatedAt === undefined ? [fault("/updated_at", TIME_IS_DUE)] : []),
    ...(eta === undefined || isDay(eta) || parseInstant(eta) !== undefined
      ? []
      : [fault("/eta_iso8601", DAY_OR_TIME_IS_DUE)]),
  ];
  if (faults.length > 0 || updatedAt === undefined) return err(faults);
  const { owner, contact, status, branch, notes } = ack;
  return ok({ value: { owner, contact, status, eta, branch, notes, updatedAt }, tolerated });
}

/** What this program writes into an `ack.json`; members that it does not know are the people's own. */
export function ackJson(ack: Ack): JsonRecord {
  return {
    owner: ack.owner,
    contact: ack.contact,
    status: ack.status,
    ...(ack.eta === undefined ? {} : { eta_iso8601: ack.eta }),
    ...(ack.branch === undefined ? {} : { branch: ack.branch }),
    ...(ack.notes === undefined ? {} : { notes: ack.notes }),
    updated_at: formatInstant(ack.updatedAt),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function otherEta({ eta, eta_iso8601 }: JsonRecord): readonly Fault[] {
  const isRead = typeof eta_iso8601 === "string" || typeof eta !== "string";
  return isRead ? [] : [fault("/eta", "is not read; write eta_iso8601")];
}
