// What Git tracks of a request, besides its markers: complete, consistent, and nothing that does not belong there.

import { pathspecWord } from "../../base/pathspec.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { parseJson } from "../../json/text.ts";
import { isRecord, plainValue } from "../../json/value.ts";
import type { ChangeSet, Entry, FileChange, Side } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt } from "../../model/place.ts";
import type { Facts } from "../../modules/facts.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { inspectFiles, jsonFault, type Notice } from "../../protocol/inspect-request.ts";
import { listedIn, meaningOf } from "../../protocol/request.ts";
import {
  idBefore,
  isArchived,
  isThere,
  markersOn,
  nameOf,
  type RequestPath,
  requestPath,
} from "./trail-requests.ts";
import { textOf } from "./trail-text.ts";

export interface RequestScene {
  readonly id: string;
  readonly folder: string;
  readonly change: ChangeSet;
  readonly facts: Facts;
}

/** What is wrong with a request's files, as far as it is new. */
export function* trackedFiles(scene: RequestScene): Iterable<Finding> {
  const { id, folder, change, facts } = scene;
  const was = idBefore(id, change, facts, folder);
  const old = new Set(
    isThere("before", was, change, facts, folder) ? notices("before", { ...scene, id: was }).map(keyOf) : [],
  );
  for (const notice of notices("after", scene)) {
    if (old.has(keyOf(notice))) continue;
    const { path, message, hint, level } = notice;
    const where = path === "" ? `${folder}/${id}` : `${folder}/${id}/${path}`;
    const about =
      hint === undefined
        ? {}
        : { hint: isArchived(id) ? STAYS : hint.replace(/--(id|to) \u2026/, `--$1 ${id}`) };
    yield {
      place: fileAt(where),
      message: `${id}: ${message}`,
      ...about,
      ...(level === "warning" ? { atMost: "warn" } : {}),
    };
  }
  if (was === id) yield* afterAcceptance(scene);
}

const STAYS = "an archived request stays as it was: make a new one";

function notices(side: Side, { id, folder, change, facts }: RequestScene): readonly Notice[] {
  const at = (path: string) => `${folder}/${id}/${path}`;
  const found = [
    ...inspectFiles({
      id: nameOf(id),
      markers: new Set(markersOn(side, id, change, facts, folder).keys()),
      request: textOf(facts.file(side, at("request.json"))),
      ack: textOf(facts.file(side, at("ack.json"))),
      hasFile: (path) => (facts.knows(side, at(path)) ? isFile(facts.entry(side, at(path))) : undefined),
    }),
  ];
  for (const file of change.files) {
    const inner = requestPath(file.path, folder);
    if (inner?.id !== id || !inner.inner.endsWith(".json") || READ_ELSEWHERE.has(inner.inner)) continue;
    const text = textOf(facts.file(side, file.path));
    const fault = text === undefined ? undefined : jsonFault(text);
    if (fault !== undefined)
      found.push({ level: "error", path: inner.inner, message: `${inner.inner}: ${fault}` });
  }
  return found;
}

const READ_ELSEWHERE: ReadonlySet<string> = new Set(["request.json", "ack.json"]);

/** What others rely on once a request is accepted: what it says, who has taken it on, and what goes with it. */
function* afterAcceptance({ id, folder, change, facts }: RequestScene): Iterable<Finding> {
  if (!markersOn("before", id, change, facts, folder).has("accepted")) return;
  const at = (inner: string) => `${folder}/${id}/${inner}`;
  const warning = (inner: string, message: string, hint: string): Finding => ({
    place: fileAt(at(inner)),
    message: `${id}: ${message}`,
    hint,
    atMost: "warn",
  });
  const before = requestIn(facts.file("before", at("request.json")));
  const after = requestIn(facts.file("after", at("request.json")));
  const propose = isArchived(id) ? STAYS : "propose the change in a message, and let a decision settle it";
  if (before !== undefined && after !== undefined) {
    if (before.meaning !== after.meaning)
      yield warning("request.json", "request.json says something other than what was accepted", propose);
    else if (before.listed.some((path) => !after.listed.includes(path)))
      yield warning("request.json", "request.json lists less than what was accepted", propose);
  }
  const hadAck = facts.entry("before", at("ack.json")) !== undefined;
  if (hadAck && facts.entry("after", at("ack.json")) === undefined)
    yield warning("ack.json", "ack.json was deleted, which says who has taken it on", "put it back");
  const then = isArchived(id) ? "archived" : "accepted";
  for (const inner of new Set(change.files.flatMap((file) => changedIn(file, id, folder))))
    yield warning(inner, `${inner} was changed after the request was ${then}`, propose);
}

/** The attachments that a file's change touches; in an archived request everything that has no finding of its own. */
function changedIn(file: FileChange, id: string, folder: string): readonly string[] {
  const isOld = isArchived(id) || (file.kind !== "added" && file.kind !== "copied");
  const paths = file.kind === "renamed" ? [file.from] : [file.path];
  const touched = isOld ? (isArchived(id) ? changedPaths(file) : paths) : [];
  return touched.flatMap((path) => {
    const at = requestPath(path, folder);
    if (at?.id !== id) return [];
    const isAttachment = /^attachments\/(?!tmp\/)/i.test(at.inner);
    const isAck = at.inner === "ack.json" && file.kind !== "deleted";
    return isAttachment || (isArchived(id) && (isAck || /^applied\.json$/i.test(at.inner))) ? [at.inner] : [];
  });
}

function requestIn(file: SourceFile | undefined) {
  const text = textOf(file);
  const document = text?.ok === true ? parseJson(text.value) : undefined;
  if (document?.ok !== true) return undefined;
  const { root } = document.value;
  const value = plainValue(root);
  return { meaning: meaningOf(root), listed: isRecord(value) ? listedIn(value) : [] };
}

/** What the protocol keeps out of Git, and links, which could point out of the request. */
export function* strays(change: ChangeSet, folder: string): Iterable<Finding> {
  for (const file of change.files) {
    if (file.kind === "deleted") continue;
    const { path, after } = file;
    yield* inTheWay(file.path, after, "before" in file ? file.before : undefined, folder);
    yield* stateOfTools(path, folder);
    const at = requestPath(file.path, folder);
    if (at === undefined) continue;
    const isNew = file.kind !== "modified" && !isBroughtAlong(change, at, folder);
    if (isNew && /^(?:inbox|outbox|attachments\/tmp)\/|^thread\.md$/i.test(at.inner)) {
      const what = at.inner
        .split("/")
        .slice(0, /^attachments/i.test(at.inner) ? 2 : 1)
        .join("/");
      yield {
        place: fileAt(path),
        message: `${at.id}: ${what} is transport, which Git does not track`,
        hint: `keep it out of Git:\ngit rm -q -f --cached -- ${pathspecWord(path)}`,
      };
    }
    const wasLink = "before" in file && file.before.kind === after.kind;
    if (
      (after.kind === "symlink" || after.kind === "submodule") &&
      !wasLink &&
      !at.inner.endsWith(".status")
    ) {
      const what = after.kind === "symlink" ? "a symbolic link" : "a submodule";
      yield {
        place: fileAt(path),
        message: `${at.id}: ${what}; a request may hold neither`,
        hint: "put the file itself there",
      };
    }
  }
}

/** What went into the archive, or out of it, with its request: it was there before. */
function isBroughtAlong({ files }: ChangeSet, { id, inner }: RequestPath, folder: string): boolean {
  const other = isArchived(id) ? nameOf(id) : `.archive/${id}`;
  return files.some((file) => {
    if (file.kind !== "deleted" && file.kind !== "renamed") return false;
    return (file.kind === "renamed" ? file.from : file.path) === `${folder}/${other}/${inner}`;
  });
}

/** A link or an embedded repository where the folder of a request, or one above it, should be: nothing behind it is looked at. */
function* inTheWay(
  path: RepoPath,
  after: Entry,
  before: Entry | undefined,
  folder: string,
): Iterable<Finding> {
  if (after.kind !== "symlink" && after.kind !== "submodule") return;
  const isOnTheWay = `${folder}/`.startsWith(`${path}/`);
  const isRequest =
    path.startsWith(`${folder}/`) &&
    !path
      .slice(folder.length + 1)
      .replace(/^\.archive\//i, "")
      .includes("/");
  if ((!isOnTheWay && !isRequest) || before?.kind === after.kind) return;
  const what = after.kind === "symlink" ? "a symbolic link" : "an embedded repository";
  yield {
    place: fileAt(path),
    message: `${what} stands where ${isRequest ? "the folder of a request" : "the folder of the requests"} should be`,
    hint: "put the folder itself there, with its files",
  };
}

/** Locks, journals and temporary files of one clone: in another one they would be taken for its own. */
function* stateOfTools(path: RepoPath, folder: string): Iterable<Finding> {
  const inner = path.toLowerCase().startsWith(`${folder.toLowerCase()}/`)
    ? path.slice(folder.length + 1)
    : "";
  // Beside the target of a patch too, which may be anywhere.
  const isState = /^\.arkitekt(?:\/|$)/i.test(inner) || /(?:^|\/)\.arkitekt-[^/]*\.tmp$/i.test(path);
  if (!isState) return;
  yield {
    place: fileAt(path),
    message: "this belongs to the commands at work in one clone, and Git does not track it",
    hint: `keep it out of Git:\ngit rm -q -f --cached -- ${pathspecWord(path)}`,
  };
}

function isFile(entry: Entry | undefined): boolean {
  return entry?.kind === "file" || entry?.kind === "executable";
}

function keyOf({ path, message }: Notice): string {
  return `${path}\0${message}`;
}
