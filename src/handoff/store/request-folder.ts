// What lies in the folder of a request, besides its messages.
import { err } from "../../base/result.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import { showJsonFault } from "../../json/fault.ts";
import { readJson } from "../../json/value.ts";
import type { withMembers } from "../../json/with-members.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { type Ack, readAck } from "../../protocol/ack.ts";
import { type ReadRequestFile, requestFileOf } from "../../protocol/request.ts";
import { markerName } from "../../protocol/trail.ts";
import type { Folder } from "../../system/folder.ts";
import type { Stage } from "../writing/stage.ts";
import { LIMITS } from "./limits.ts";

/** The names of the markers that stand in the folder, known or not. */
export function markersIn(request: Folder): ReadonlySet<string> {
  return new Set(
    request.entries().flatMap(({ name, kind }) => {
      const marker = markerName(name);
      return marker !== undefined && kind !== "folder" ? [marker] : [];
    }),
  );
}

export function addMarker(stage: Stage, marker: string): void {
  stage.add([`${marker}.status`], Buffer.alloc(0));
}

export function removeMarker(stage: Stage, marker: string): void {
  stage.remove([`${marker}.status`]);
}

/** The `request.json` of a folder that a command needs. */
export function needRequest(request: Folder): ReadRequestFile {
  const text = textIn(request, "request.json", LIMITS.request);
  const file = text === undefined ? err("is missing") : requestFileOf(text);
  if (file.ok) return file.value;
  const where = `${request.path}/request.json`;
  throw new CannotLook(
    failure("bad-request", `request.json ${file.error}`, "run `arkitekt spec lint` on it", where),
  );
}

/** A text file of the folder; undefined when it is not there. */
export function textIn(folder: Folder, name: string, limit: number): string | undefined {
  const read = folder.read(name, limit);
  const where = `${folder.path}/${name}`;
  if (read.kind === "missing") return undefined;
  if (read.kind === "file") {
    const text = decodeUtf8(read.bytes);
    if (text.ok) return text.value;
    throw new CannotLook(failure("not-utf8", `${where} is not UTF-8`, "save it as UTF-8", where));
  }
  const why =
    read.kind === "too-large" ? `has ${read.size} bytes; at most ${limit} are read` : "is not a plain file";
  throw new CannotLook(failure("bad-file", `${where} ${why}`, "put a plain file in its place", where));
}

/** The `ack.json` that is there: its text, and what this program makes of it if it can be read. */
export function earlierAck(request: Folder): {
  readonly text: string | undefined;
  readonly known: Ack | undefined;
} {
  const text = textIn(request, "ack.json", LIMITS.request);
  const json = text === undefined ? undefined : readJson(text);
  const read = json?.ok ? readAck(json.value) : undefined;
  return { text, known: read?.ok ? read.value.value : undefined };
}

/** `text` with `members` set and every other character as it was; what is not a JSON object is never replaced. */
export function editedJson(folder: Folder, name: string, edited: ReturnType<typeof withMembers>): string {
  if (edited.ok) return edited.value;
  const where = `${folder.path}/${name}`;
  const why = edited.error === "not-an-object" ? "is not an object" : showJsonFault(edited.error);
  throw new CannotLook(
    failure("bad-request", `${name} cannot be read: ${why}`, "mend it, and run the command again", where),
  );
}
