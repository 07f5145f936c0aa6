import { err, ok, type Result } from "../base/result.ts";
import { canonicalTree } from "../json/canonical-tree.ts";
import { showJsonFault } from "../json/fault.ts";
import { parseJson } from "../json/text.ts";
import type { JsonNode } from "../json/tree.ts";
import { isRecord, type JsonRecord, type JsonValue, plainValue } from "../json/value.ts";
import { isOtherwiseNamed, withPlainAttachments } from "./attachment-list.ts";
import { describe, type Fault, fault, type LenientReading } from "./fault.ts";
import { validate } from "./generated/request.generated.mjs";
import { type Instant, parseInstant, TIME_IS_DUE } from "./instant.ts";
import { shapeOf } from "./shape.ts";

/** What the program needs from a request; the rest of `request.json` belongs to people and is never dropped. */
export interface Request {
  readonly id: string | undefined;
  readonly project: string;
  readonly title: string;
  readonly attachments: readonly string[];
  readonly createdAt: Instant | undefined;
  /** Those of `api` and `acceptance` that are there but empty. */
  readonly empty: readonly ("api" | "acceptance")[];
}

/**
 * Reads `request.json`. The first public requests name their project in `requested_by` and have no `api`, `acceptance`
 * and `meta`: they are read, and each difference is reported.
 */
export function readRequest(value: JsonValue): Result<LenientReading<Request>, readonly Fault[]> {
  if (!isRecord(value)) return err([fault("", "must be an object")]);
  const tolerated: Fault[] = [];
  const by = value["requested_by"];
  const early = isRecord(by) && value["project"] === undefined ? by : undefined;
  if (early !== undefined) tolerated.push(fault("/project", "is missing; read from /requested_by/project"));
  const named = early === undefined ? value : { ...LATER, ...value, ...projectOf(early) };
  const shape = shapeOf(withPlainAttachments(named, tolerated), validate, (found, at) => {
    if (!UNREAD.test(found.pointer)) return isOtherwiseNamed(found, at);
    tolerated.push(NEVER_OTHERWISE.test(found.pointer) ? { ...found, isWrong: true } : found);
    return true;
  });
  if (early !== undefined)
    for (const key of Object.keys(LATER))
      if (value[key] === undefined) tolerated.push(fault(`/${key}`, "is missing"));
  const request = shape.value;
  if (request === undefined) return err(shape.faults.map((found) => (early ? inEarly(found) : found)));
  const { id, project, title, attachments = [], created_at } = request;
  const createdAt = created_at === undefined ? undefined : parseInstant(created_at);
  if (created_at !== undefined && createdAt === undefined) return err([fault("/created_at", TIME_IS_DUE)]);
  return ok({
    value: { id, project, title, attachments, createdAt, empty: emptyIn(value) },
    tolerated: [...tolerated, ...shape.tolerated],
  });
}

/** What is there only for people: reported if it is not as its schema says. */
const UNREAD = /^\/(?:errors|determinism|telemetry|tests|contacts|motivation|meta\/\w+)$/;

/** Keys for which no other form is in use. */
const NEVER_OTHERWISE = /^\/(?:errors|contacts)$/;

/** Keys that the first requests do without. */
const LATER = { api: {}, acceptance: [], meta: {} } as const;

function emptyIn({ api, acceptance }: JsonRecord): Request["empty"] {
  const isEmptyApi = isRecord(api) && Object.keys(api).length === 0;
  const isEmptyList = Array.isArray(acceptance) && acceptance.length === 0;
  return [...(isEmptyApi ? (["api"] as const) : []), ...(isEmptyList ? (["acceptance"] as const) : [])];
}

function projectOf({ project }: JsonRecord): JsonRecord {
  return project === undefined ? {} : { project };
}

function inEarly({ pointer, message }: Fault): Fault {
  return fault(pointer === "/project" ? "/requested_by/project" : pointer, message);
}

export interface ReadRequestFile {
  readonly record: JsonRecord;
  readonly text: string;
  readonly root: JsonNode;
  readonly reading: LenientReading<Request>;
}

/** Reads `request.json`; what is wrong with it, in words. */
export function requestFileOf(text: string): Result<ReadRequestFile, string> {
  const document = parseJson(text);
  if (!document.ok) return err(showJsonFault(document.error));
  const { root } = document.value;
  const record = plainValue(root);
  const reading = readRequest(record);
  if (!reading.ok) return err(describe(reading.error));
  return isRecord(record) ? ok({ record, text, root, reading: reading.value }) : err("must be an object");
}

/** Whether a path inside a folder makes the folder a request: next to requests lie folders of other things, schemas for example. */
export function belongsToRequest(inner: string): boolean {
  return /^(?:(?:request|ack|applied)\.json|thread\.md|(?:inbox|outbox|attachments)(?:\/.*)?|[^/]*\.status)$/i.test(
    inner,
  );
}

/** What a request says, apart from its attachments: the same text for all that mean the same, and for no others. */
export function meaningOf(root: JsonNode): string {
  if (root.kind !== "object") return canonicalTree(root);
  return canonicalTree({ ...root, members: root.members.filter(({ key }) => key !== "attachments") });
}

/** The attachments that a request lists, as they are written. */
export function listedIn({ attachments }: JsonRecord): readonly string[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.map((entry) => (isRecord(entry) ? String(entry["path"]) : String(entry)));
}
