// Which requests a change concerns, and what has to be known about them.
import type { RepoPath } from "../../base/repo-path.ts";
import type { ChangeSet, Entry, FileChange, Side } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { attachmentPath } from "../../protocol/attachment-path.ts";
import { belongsToRequest, requestFileOf } from "../../protocol/request.ts";
import { MARKERS, markerName } from "../../protocol/trail.ts";
import { textOf } from "./trail-text.ts";

export interface RequestPath {
  readonly id: string;
  /** Inside the request's folder. */
  readonly inner: string;
}

const NAMED = ["request.json", "ack.json"];

/** A path below `<folder>/<id>/` or `<folder>/.archive/<id>/`; other files of the folder, and hidden ones, belong to no request. */
export function requestPath(path: RepoPath, folder: string): RequestPath | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const all = path.slice(folder.length + 1).split("/");
  const prefix = all[0]?.toLowerCase() === ARCHIVE ? `${all.shift()}/` : "";
  const [name = "", ...rest] = all;
  return rest.length === 0 || name.startsWith(".") ? undefined : { id: prefix + name, inner: rest.join("/") };
}

const ARCHIVE = ".archive";

export function isArchived(id: string): boolean {
  return id.includes("/");
}

/** The name of a request's folder, archived or not. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Where a request lay before the change that lies at `id` after it: in the other place, if it was moved as a whole. */
export function idBefore(id: string, change: ChangeSet, facts: Facts, folder: string): string {
  if (!changesArchive(id, change, folder) || isThere("before", id, change, facts, folder)) return id;
  const other = isArchived(id) ? nameOf(id) : `${ARCHIVE}/${id}`;
  const isMoved =
    isThere("after", id, change, facts, folder) &&
    isThere("before", other, change, facts, folder) &&
    !isThere("after", other, change, facts, folder);
  return isMoved ? other : id;
}

/** Whether a request is moved into the archive or out of it, or changed in it. */
function changesArchive(id: string, change: ChangeSet, folder: string): boolean {
  return change.files.some((file) =>
    changedPaths(file).some((path) => {
      const at = requestPath(path, folder)?.id;
      return at !== undefined && isArchived(at) && nameOf(at) === nameOf(id);
    }),
  );
}

/**
 * The requests that the change touches. A clean merge touches no file of its own and can still join two trails into one
 * that is broken, so for a merge all requests count.
 */
export function requestsOf(change: ChangeSet, facts: Facts, folder: string): readonly string[] {
  const inside = change.subject.kind === "range" ? change.subject.commits : [];
  const paths = [change, ...inside].flatMap(({ files }) => files.flatMap(changedPaths));
  if (isMerge(change)) paths.push(...facts.found("after", IN_EVERY_REQUEST).map(({ path }) => path));
  const ids = new Set(paths.flatMap((path) => requestPath(path, folder)?.id ?? []));
  // What goes into the archive, or out of it, lay in the other place.
  for (const id of [...ids]) if (isArchived(id)) ids.add(nameOf(id));
  return [...ids].sort();
}

const IN_EVERY_REQUEST = ['"title"'];

/** What the rule wants to know next, one answer leading to the following question. */
export function needsOf(change: ChangeSet, facts: Facts, folder: string): readonly Need[] {
  return [...allRequests(change, folder), ...aboutRequests(change, facts, folder)];
}

function allRequests(change: ChangeSet, folder: string): readonly Need[] {
  const globs = [`${folder}/*/request.json`];
  return isMerge(change) ? [{ kind: "search", side: "after", words: IN_EVERY_REQUEST, globs }] : [];
}

function aboutRequests(change: ChangeSet, facts: Facts, folder: string): readonly Need[] {
  const ids = requestsOf(change, facts, folder);
  if (ids.length === 0) return [];
  const sides: readonly Side[] = ["before", "after"];
  const markers = ids.flatMap((id) => MARKERS.map((marker) => `${folder}/${id}/${marker}.status`));
  const named = ids.flatMap((id) => NAMED.map((name) => `${folder}/${id}/${name}`));
  const json = change.files.flatMap((file) => trackedJson(file, folder));
  return sides.flatMap((side): Need[] => [
    { kind: "entries", side, paths: markers },
    { kind: "contents", side, paths: [...named, ...json] },
    { kind: "entries", side, paths: attachmentsOf(ids, side, facts, folder) },
  ]);
}

/** The names of a request's markers on one side, with what they are; unknown names are those that the change brings. */
export function markersOn(
  side: Side,
  id: string,
  change: ChangeSet,
  facts: Facts,
  folder: string,
): ReadonlyMap<string, Entry> {
  const markers = new Map<string, Entry>();
  for (const marker of MARKERS) {
    const entry = facts.entry(side, `${folder}/${id}/${marker}.status`);
    if (entry !== undefined) markers.set(marker, entry);
  }
  for (const [path, entry] of entriesOn(side, change)) {
    const at = requestPath(path, folder);
    const marker = at?.id === id && !at.inner.includes("/") ? markerName(at.inner) : undefined;
    if (marker !== undefined) markers.set(marker, entry);
  }
  return markers;
}

function isMerge({ subject }: ChangeSet): boolean {
  return (subject.kind === "staged" || subject.kind === "commit") && subject.isMerge;
}

/** Whether a side holds anything of a request, as far as its known files show. */
export function isThere(side: Side, id: string, change: ChangeSet, facts: Facts, folder: string): boolean {
  const named = NAMED.some((name) => facts.entry(side, `${folder}/${id}/${name}`) !== undefined);
  if (named || markersOn(side, id, change, facts, folder).size > 0) return true;
  return [...entriesOn(side, change)].some(([path]) => {
    const at = requestPath(path, folder);
    return at?.id === id && belongsToRequest(at.inner);
  });
}

function* entriesOn(side: Side, change: ChangeSet): Iterable<readonly [RepoPath, Entry]> {
  for (const file of change.files) {
    if (side === "after" && file.kind !== "deleted") yield [file.path, file.after];
    if (side === "before" && "before" in file)
      yield [file.kind === "renamed" || file.kind === "copied" ? file.from : file.path, file.before];
  }
}

function trackedJson(file: FileChange, folder: string): RepoPath[] {
  return changedPaths(file).filter(
    (path) => path.endsWith(".json") && requestPath(path, folder) !== undefined,
  );
}

function attachmentsOf(
  ids: readonly string[],
  side: Side,
  facts: Facts,
  folder: string,
): readonly RepoPath[] {
  return ids.flatMap((id) => {
    const text = textOf(facts.file(side, `${folder}/${id}/request.json`));
    const request = text?.ok === true ? requestFileOf(text.value) : undefined;
    if (request?.ok !== true) return [];
    return request.value.reading.value.attachments.flatMap((path) => {
      const place = attachmentPath(path, id);
      return place.ok ? [`${folder}/${id}/${place.value.segments.join("/")}`] : [];
    });
  });
}
