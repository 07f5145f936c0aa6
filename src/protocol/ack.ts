import { err, ok, type Result } from "../base/result.ts";
import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault, type Reading } from "./fault.ts";
import { Fields } from "./field.ts";
import { formatInstant, type Instant, parseInstant } from "./instant.ts";

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

/** Reads `ack.json`; `done` is read as `implemented`, an `eta` under another name is told. */
export function readAck(value: JsonValue): Result<Reading<Ack>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const fields = new Fields();
  const isDone = value["status"] === "done";
  if (isDone) fields.tolerated.push(fault("/status", "is done; write implemented"));
  const status = isDone ? "implemented" : fields.oneOf(value, "status", ACK_STATUSES, "accepted");
  const ack = {
    owner: fields.text(value, "owner"),
    contact: fields.text(value, "contact"),
    status,
    eta: etaOf(value, fields),
    branch: fields.optionalText(value, "branch"),
    notes: fields.optionalText(value, "notes"),
  };
  const updated = fields.text(value, "updated_at");
  const updatedAt = parseInstant(updated);
  if (updated !== "" && updatedAt === undefined) {
    fields.faults.push(fault("/updated_at", "must be a time such as 2025-08-31T15:50:00Z"));
  }
  if (fields.faults.length > 0 || updatedAt === undefined) return err(fields.faults);
  return ok({ value: { ...ack, updatedAt }, tolerated: fields.tolerated });
}

/** The ack as it is written; members of an earlier one that this program does not know stay behind its own. */
export function ackJson(ack: Ack, earlier: JsonRecord = {}): JsonRecord {
  const known = {
    owner: ack.owner,
    contact: ack.contact,
    status: ack.status,
    ...(ack.eta === undefined ? {} : { eta_iso8601: ack.eta }),
    ...(ack.branch === undefined ? {} : { branch: ack.branch }),
    ...(ack.notes === undefined ? {} : { notes: ack.notes }),
    updated_at: formatInstant(ack.updatedAt),
  };
  const others = Object.fromEntries(Object.entries(earlier).filter(([key]) => !OWN_KEYS.has(key)));
  return { ...known, ...others };
}

const OWN_KEYS = new Set(["owner", "contact", "status", "eta_iso8601", "branch", "notes", "updated_at"]);

function etaOf(value: JsonRecord, fields: Fields): string | undefined {
  const eta = fields.optionalText(value, "eta_iso8601");
  if (eta !== undefined && parseInstant(eta) === undefined && !/^\d{4}-\d{2}-\d{2}$/.test(eta)) {
    fields.faults.push(fault("/eta_iso8601", "must be a date or a time such as 2025-09-02T12:00:00Z"));
  }
  const other = value["eta"];
  if (eta === undefined && typeof other === "string") {
    fields.tolerated.push(fault("/eta", "is not read; write eta_iso8601"));
  }
  return eta;
}
