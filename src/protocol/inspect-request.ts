// What is wrong with a request's tracked files: one pure check for `spec lint`, which looks at a folder, and for the rule
// `status-trail`, which looks at a tree.

import { err, type Result } from "../base/result.ts";
import type { NotText } from "../base/utf8.ts";
import { showJsonFault } from "../json/fault.ts";
import { isRecord, readJson } from "../json/value.ts";
import { readAck } from "./ack.ts";
import { attachmentPath } from "./attachment-path.ts";
import { describe } from "./fault.ts";
import { requestFileOf } from "./request.ts";
import { markerFile, step, type TrailState, trailStateOf } from "./trail.ts";

export interface Notice {
  readonly level: "error" | "warning";
  /** Inside the request folder; "" is the folder itself. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

export interface RequestFacts {
  readonly id: string;
  readonly markers: ReadonlySet<string>;
  /** Undefined if there is none. */
  readonly request: Result<string, NotText> | undefined;
  readonly ack: Result<string, NotText> | undefined;
  /** Whether a plain file is at a path inside the request folder; undefined if that cannot be known. */
  hasFile(path: string): boolean | undefined;
}

/** All of it, as `spec lint` says it: the markers, what the files say, and what they leave out. */
export function* inspectRequest(facts: RequestFacts): Iterable<Notice> {
  yield* inspectMarkers(facts);
  yield* inspectFiles(facts, true);
  yield* inspectWhatIsAsked(facts);
}

/**
 * `request.json` and `ack.json`, and whether they agree with the markers. What is there only for people stops no commit; `isStrict` holds
 * it to the schema.
 */
export function* inspectFiles(facts: RequestFacts, isStrict = false): Iterable<Notice> {
  yield* inspectRequestFile(facts, isStrict);
  if (facts.ack !== undefined) yield* inspectAck(facts.ack, trailStateOf(facts.markers));
}

/** Somebody has taken on a request without saying what it asks. */
function* inspectWhatIsAsked({ request, markers }: RequestFacts): Iterable<Notice> {
  const { state } = trailStateOf(markers);
  const file = request?.ok === true && isTaken(state) ? requestFileOf(request.value) : undefined;
  for (const key of file?.ok === true ? file.value.reading.value.empty : []) {
    yield {
      level: "warning",
      path: "request.json",
      message: `request.json: the request is ${state}, and its ${key} is empty`,
      hint: "a decided proposal can fill it; `spec new --api FILE --acceptance TEXT` does at once",
    };
  }
}

function* inspectMarkers({ markers }: RequestFacts): Iterable<Notice> {
  const trail = step(new Set(), markers);
  if (!trail.ok) {
    const { marker, message } = trail.error;
    yield {
      level: "error",
      path: markerFile(marker),
      message,
      hint: "bring the markers back to a trail that was possible",
    };
  } else if (trail.value.state === undefined) {
    yield {
      level: "warning",
      path: "",
      message: "the request has no marker",
      hint: "arkitekt spec status --id … --set proposed",
    };
  }
}

function* inspectRequestFile({ id, request, hasFile }: RequestFacts, isStrict: boolean): Iterable<Notice> {
  const path = "request.json";
  if (request === undefined) {
    yield { level: "error", path, message: "request.json is missing" };
    return;
  }
  const file = request.ok ? requestFileOf(request.value) : err(NOT_UTF8);
  if (!file.ok) {
    yield { level: "error", path, message: `request.json: ${file.error}` };
    return;
  }
  const { value, tolerated } = file.value.reading;
  if (value.id !== undefined && value.id !== id) {
    const hint = "the folder is named after the id; rename neither of them";
    yield { level: "error", path, message: `request.json has the id ${value.id}, its folder is ${id}`, hint };
  }
  for (const one of tolerated) {
    const level = one.isWrong === true && isStrict ? "error" : "warning";
    yield { level, path, message: `request.json: ${one.pointer} ${one.message}` };
  }
  yield* inspectAttachments(value.attachments, id, hasFile);
}

function* inspectAttachments(
  attachments: readonly string[],
  id: string,
  hasFile: RequestFacts["hasFile"],
): Iterable<Notice> {
  const path = "request.json";
  for (const attachment of attachments) {
    const place = attachmentPath(attachment, id);
    if (!place.ok) {
      yield { level: "error", path, message: `request.json: ${place.error.message}` };
      continue;
    }
    const where = place.value.segments.join("/");
    if (hasFile(where) === false && isElsewhere(attachment, id)) {
      const message = `request.json lists ${attachment}, which is outside the request and stays behind`;
      yield { level: "warning", path, message, hint: `arkitekt spec attach --to … --file ${attachment}` };
    } else if (hasFile(where) === false) {
      const hint = "add the file, or take it off the list";
      yield { level: "error", path, message: `request.json lists ${attachment}, which is not there`, hint };
    } else if (!place.value.isPlain) {
      yield { level: "warning", path, message: `request.json lists ${attachment}; write ${where}` };
    }
  }
}

/** A path of the repository: it has folders, and not those of a request. */
function isElsewhere(attachment: string, id: string): boolean {
  const isOfRequest = /^(?:\.\/)*(?:attachments|work\/spec_requests)\//.test(attachment);
  return attachment.includes("/") && !isOfRequest && !attachment.includes(`/${id}/attachments/`);
}

function isTaken(state: TrailState["state"]): boolean {
  return state === "accepted" || state === "in_progress" || state === "implemented";
}

function* inspectAck(text: Result<string, NotText>, trailState: TrailState): Iterable<Notice> {
  const path = "ack.json";
  if (!text.ok) {
    yield { level: "error", path, message: `ack.json: ${NOT_UTF8}` };
    return;
  }
  const json = readJson(text.value);
  if (!json.ok) {
    yield { level: "error", path, message: `ack.json: ${showJsonFault(json.error)}` };
    return;
  }
  const reading = readAck(json.value);
  if (!reading.ok) {
    yield { level: "error", path, message: `ack.json: ${describe(reading.error)}` };
    return;
  }
  const { value, tolerated } = reading.value;
  for (const one of tolerated)
    yield { level: "warning", path, message: `ack.json: ${one.pointer} ${one.message}` };
  const state = trailState.isBlocked ? "blocked" : trailState.state;
  if (value.status !== state && value.status !== trailState.state) {
    const hint = "arkitekt spec ack --id … --status … brings both together";
    yield {
      level: "error",
      path,
      message: `ack.json says ${value.status}, the markers say ${state ?? "nothing"}`,
      hint,
    };
  }
}

const NOT_UTF8 = "this is not UTF-8";

/** Whether a text is JSON at all; the fault in words. */
export function jsonFault(text: Result<string, NotText>): string | undefined {
  if (!text.ok) return NOT_UTF8;
  const json = readJson(text.value);
  return json.ok ? undefined : showJsonFault(json.error);
}

/** The project that is named; undefined if the request names none that can be read. */
export function projectOf(request: string): string | undefined {
  const json = readJson(request);
  const project = json.ok && isRecord(json.value) ? json.value["project"] : undefined;
  return typeof project === "string" ? project : undefined;
}
