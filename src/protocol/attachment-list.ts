import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault } from "./fault.ts";

/** The record with its attachments as a list of paths: some writers make each an object with a `path`, which is reported. */
export function withPlainAttachments(record: JsonRecord, tolerated: Fault[]): JsonRecord {
  if (!Array.isArray(record["attachments"])) return record;
  const attachments: readonly JsonValue[] = record["attachments"];
  const paths = attachments.map((entry, index) => {
    if (!isRecord(entry) || typeof entry["path"] !== "string") return entry;
    tolerated.push(fault(`/attachments/${index}`, "is an object; write the path alone"));
    return entry["path"];
  });
  return { ...record, attachments: paths };
}

/** Where a path starts from is another question, and `spec lint` asks it (attachment-path.ts). */
export function isOtherwiseNamed({ pointer }: Fault, value: unknown): boolean {
  return /^\/attachments\/\d+$/.test(pointer) && typeof value === "string" && value !== "";
}
