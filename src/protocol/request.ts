import { err, ok, type Result } from "../base/result.ts";
import { canonicalJson } from "../json/canonical.ts";
import { showJsonFault } from "../json/fault.ts";
import { isRecord, type JsonRecord, type JsonValue, readJson } from "../json/value.ts";
import { describe, type Fault, fault, type Reading } from "./fault.ts";
import { Fields } from "./field.ts";
import { type Instant, parseInstant } from "./instant.ts";

/** What the program needs of a request; the rest of `request.json` is the people's own and is never dropped. */
export interface Request {
  readonly id: string | undefined;
  readonly project: string;
  readonly title: string;
  readonly attachments: readonly string[];
  readonly createdAt: Instant | undefined;
}

/**
 * Reads `request.json`. The first public requests name their project in `requested_by` and have no `api`, `acceptance`
 * and `meta`: they are read, and each difference is told.
 */
export function readRequest(value: JsonValue): Result<Reading<Request>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const fields = new Fields();
  const early =
    isRecord(value["requested_by"]) && value["project"] === undefined ? value["requested_by"] : undefined;
  const project =
    early === undefined ? fields.text(value, "project") : fields.text(early, "project", "/requested_by");
  const title = fields.text(value, "title");
  if (early !== undefined)
    fields.tolerated.push(fault("/project", "is missing; read from /requested_by/project"));
  for (const [key, holds] of REQUIRED) {
    if (value[key] === undefined)
      (early ? fields.tolerated : fields.faults).push(fault(`/${key}`, "is missing"));
    else if (!holds(value[key])) fields.faults.push(fault(`/${key}`, SHAPES[key]));
  }
  const id = value["id"] === undefined ? undefined : fields.text(value, "id");
  const attachments = fields.paths(value, "attachments");
  const createdAt = timeOf(value, fields);
  if (fields.faults.length > 0) return err(fields.faults);
  return ok({ value: { id, project, title, attachments, createdAt }, tolerated: fields.tolerated });
}

export interface ReadRequestFile {
  readonly record: JsonRecord;
  readonly reading: Reading<Request>;
}

/** Reads `request.json`; what is wrong with it, in words. */
export function requestFileOf(text: string): Result<ReadRequestFile, string> {
  const json = readJson(text);
  if (!json.ok) return err(showJsonFault(json.error));
  const reading = readRequest(json.value);
  if (!reading.ok) return err(describe(reading.error));
  return isRecord(json.value) ? ok({ record: json.value, reading: reading.value }) : err("must be an object");
}

/** What a request says, apart from its attachments: the same text for all that mean the same. */
export function meaningOf(value: JsonValue): string | undefined {
  if (!isRecord(value)) return undefined;
  const { attachments: _, ...rest } = value;
  const text = canonicalJson(rest);
  return text.ok ? text.value : undefined;
}

const SHAPES = { api: "must be an object", acceptance: "must be a list", meta: "must be an object" } as const;
const REQUIRED: ReadonlyArray<readonly [keyof typeof SHAPES, (value: JsonValue) => boolean]> = [
  ["api", isRecord],
  ["acceptance", Array.isArray],
  ["meta", isRecord],
];

function timeOf(value: JsonRecord, fields: Fields): Instant | undefined {
  const text = fields.optionalText(value, "created_at");
  if (text === undefined) return undefined;
  const instant = parseInstant(text);
  if (instant === undefined)
    fields.faults.push(fault("/created_at", "must be a time such as 2025-08-31T15:50:00Z"));
  return instant;
}
