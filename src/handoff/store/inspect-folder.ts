import type { Result } from "../../base/result.ts";
import { decodeUtf8, type NotText } from "../../base/utf8.ts";
import { readJson } from "../../json/value.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import type { Fault } from "../../protocol/fault.ts";
import { inspectRequest, jsonFault, type Notice, projectOf } from "../../protocol/inspect-request.ts";
import { isAsWritten } from "../../protocol/message.ts";
import { isPatchName } from "../../protocol/patch-proposal.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "./limits.ts";
import { type HeldMessage, readMailbox } from "./mailbox.ts";
import { readPatchFile } from "./patch-file.ts";
import { markersIn } from "./request-folder.ts";
import { threadOf } from "./thread-of.ts";

export interface InspectedPlace {
  readonly id: string;
  /** The folder of the requests, from the top of the repository. */
  readonly folder: string;
  readonly projects: readonly string[];
}

/** Everything that is wrong with a request as it lies on disk, errors first. */
export function inspectFolder(request: Folder, place: InspectedPlace): readonly Notice[] {
  const { id, projects } = place;
  const files = readTexts(request);
  const notices: Notice[] = [...strays(request, "")];
  notices.push(
    ...inspectRequest({
      id,
      markers: markersIn(request),
      request: files.get("request.json"),
      ack: files.get("ack.json"),
      hasFile: (path) => hasFile(request, path),
    }),
  );
  const text = files.get("request.json");
  const project = text?.ok === true ? projectOf(text.value) : undefined;
  if (project !== undefined && !projects.includes(project)) {
    notices.push(
      warning("request.json", `request.json: /project ${project} is not one of ${projects.join(", ")}`),
    );
  }
  for (const [name, text] of files) {
    const fault = name === "request.json" || name === "ack.json" ? undefined : jsonFault(text);
    if (fault !== undefined) notices.push(error(name, `${name}: ${fault}`));
  }
  notices.push(...inspectMessages(request, place));
  return [
    ...notices.filter(({ level }) => level === "error"),
    ...notices.filter(({ level }) => level === "warning"),
  ];
}

function readTexts(request: Folder): ReadonlyMap<string, Result<string, NotText>> {
  const texts = new Map<string, Result<string, NotText>>();
  for (const { name, kind } of request.entries()) {
    if (kind !== "file" || !name.endsWith(".json") || name.startsWith(".")) continue;
    const read = request.read(name, LIMITS.request);
    if (read.kind === "file") texts.set(name, decodeUtf8(read.bytes));
  }
  return texts;
}

/** Links and devices, which have no place in a request. */
function* strays(folder: Folder, way: string): Iterable<Notice> {
  for (const { name, kind } of folder.entries()) {
    const path = `${way}${name}`;
    if (/^\.git$/i.test(name))
      yield error(path, `${path} makes a repository of its own here`, "take it away");
    else if (kind === "link") yield error(path, `${path} is a symbolic link, and a request may hold none`);
    else if (kind === "other") yield error(path, `${path} is not a plain file`);
    else if (kind === "folder") yield* folder.within(name, (inner) => [...strays(inner, `${path}/`)]) ?? [];
  }
}

function inspectMessages(request: Folder, place: InspectedPlace): readonly Notice[] {
  const { id } = place;
  const { held, faults } = readMailbox(request, id);
  const notices = faults.map(({ file, message }) => error(file, `${file} ${message}`));
  for (const one of held) notices.push(...inspectMessage(request, place, one));
  const thread = request.read("thread.md", LIMITS.target);
  const fresh = threadOf(request, id, held);
  if (thread.kind === "file" && thread.bytes.toString("utf8") !== fresh) {
    notices.push(
      warning(
        "thread.md",
        "thread.md is not what the request and its messages say",
        `arkitekt spec thread render --id ${id}`,
      ),
    );
  }
  return notices;
}

function* inspectMessage(request: Folder, place: InspectedPlace, held: HeldMessage): Iterable<Notice> {
  const { id } = place;
  const path = `${held.box}/${held.file}`;
  yield* told(path, held.tolerated);
  const json = readJson(held.bytes.toString("utf8"));
  if (json.ok && isAsWritten(json.value) === false)
    yield error(path, `${path}: its id is not the one of what it says: it was changed after it was written`);
  for (const attachment of held.message.attachments) {
    const at = attachmentPath(attachment, id);
    if (!at.ok) {
      yield error(path, `${path}: ${at.error.message}`);
      continue;
    }
    if (!at.value.isPlain)
      yield warning(path, `${path}: names ${attachment}; write ${at.value.segments.join("/")}`);
    if (!hasFile(request, at.value.segments.join("/"))) {
      yield error(path, `${path}: names the attachment ${attachment}, which is not there`);
    } else if (held.message.type === "proposal" && isPatchName(attachment)) {
      yield* inspectPatch(request, place, attachment, held);
    }
  }
}

function* inspectPatch(
  request: Folder,
  place: InspectedPlace,
  attachment: string,
  held: HeldMessage,
): Iterable<Notice> {
  const path = attachmentPath(attachment, place.id);
  const where = path.ok ? path.value.segments.join("/") : attachment;
  const read = readPatchFile(request, place, held.message, attachment);
  if (!read.ok) yield error(where, read.error.message, read.error.hint);
  else yield* told(where, read.value.tolerated);
}

function* told(path: string, faults: readonly Fault[]): Iterable<Notice> {
  for (const { pointer, message } of faults) yield warning(path, `${path}: ${pointer} ${message}`);
}

function hasFile(request: Folder, path: string): boolean {
  const segments = path.split("/");
  const name = segments.at(-1) ?? "";
  return request.descend(segments.slice(0, -1), false, (inner) => inner.kindOf(name) === "file") === true;
}

function error(path: string, message: string, hint?: string): Notice {
  return { level: "error", path, message, ...(hint === undefined ? {} : { hint }) };
}

function warning(path: string, message: string, hint?: string): Notice {
  return { level: "warning", path, message, ...(hint === undefined ? {} : { hint }) };
}
