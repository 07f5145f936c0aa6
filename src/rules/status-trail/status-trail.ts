import { pathspecWord } from "../../base/pathspec.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ChangeSet, Entry } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { optionsOf, text, type ValueOf } from "../../model/option.ts";
import { fileAt } from "../../model/place.ts";
import { isEnd, markerFile, markerName, step, trailStateOf } from "../../protocol/trail.ts";
import type { ChangeRule } from "../../rule/rule.ts";
import { type RequestScene, strays, trackedFiles } from "./trail-files.ts";
import {
  idBefore,
  isArchived,
  isThere,
  markersOn,
  nameOf,
  needsOf,
  requestPath,
  requestsOf,
} from "./trail-requests.ts";

const options = optionsOf({ folder: text("Where the requests lie.").byDefault("work/spec_requests") });

type StatusTrailOptions = ValueOf<typeof options>;

/**
 * The trail of a spec request stays honest (hand-off protocol): its markers only grow along the state machine, and what
 * Git tracks of a request is whole. Judged at commit, for each commit and for the whole of a push, and for merges, which
 * can break a trail by joining what was honest on both sides.
 */
export const statusTrail: ChangeRule<StatusTrailOptions> = {
  id: "status-trail",
  kind: "change",
  summary: "the status trail of spec requests stays honest, and what is tracked of them is whole",
  facet: "outcome",
  options,
  needs: ({ change, options }, facts) => needsOf(change, facts, options.folder),
  *inspect({ change, options: { folder } }, facts) {
    for (const id of requestsOf(change, facts, folder)) {
      const scene = { id, folder, change, facts };
      yield* trail(scene);
      if (isThere("after", id, change, facts, folder)) yield* trackedFiles(scene);
    }
    yield* strays(change, folder);
  },
};

function* trail(scene: RequestScene): Iterable<Finding> {
  const { id, folder, change, facts } = scene;
  const was = idBefore(id, change, facts, folder);
  const before = markersOn("before", was, change, facts, folder);
  const after = markersOn("after", id, change, facts, folder);
  // What goes into the archive is judged in the place that it left.
  if (was === id || !isArchived(id)) yield* brokenStep(scene, before, after);
  yield* archivedTooSoon(scene, before, after);
  for (const [marker, entry] of after) {
    const path = `${folder}/${id}/${markerFile(marker)}`;
    const earlier = before.get(marker);
    if (entry.kind !== "file" && entry.kind !== earlier?.kind) {
      yield {
        place: fileAt(path),
        message: `${id}: the marker ${marker} is a ${entry.kind}, not a plain file`,
        hint: restore(path, change),
      };
    } else if (earlier?.kind === "file" && earlier.id !== entry.id && marker !== "blocked") {
      yield {
        place: fileAt(path),
        message: `${id}: the marker ${marker} was rewritten`,
        hint: restore(path, change),
      };
    }
  }
  yield* lostInside(scene, after);
}

function* brokenStep(
  { id, folder, change, facts }: RequestScene,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): Iterable<Finding> {
  const was = new Set(before.keys());
  const is = new Set(after.keys());
  if (was.size === is.size && [...was].every((marker) => is.has(marker))) return;
  if (was.size > 0 && !isThere("after", id, change, facts, folder)) {
    const isMoved = isArchived(id)
      ? isAs(change, id, nameOf(id), folder)
      : isPutAway({ id, folder, change, facts }, before);
    if (isMoved) return;
    const path = `${folder}/${id}`;
    yield {
      place: fileAt(path),
      message: `${id}: the request was deleted, and its trail with it`,
      hint: restore(path, change),
    };
    return;
  }
  const legal = step(was, is, broughtBy(change, is, id, folder));
  const old = step(new Set(), was);
  if (legal.ok || isSame(old, legal)) return;
  const { kind, marker, message, next } = legal.error;
  const path = `${folder}/${id}/${markerFile(marker)}`;
  const hint =
    kind === "removed"
      ? restore(path, change)
      : next.length === 0
        ? "make a new request instead"
        : `next may come ${next.join(" or ")}`;
  yield { place: fileAt(path), message: `${id}: ${message}`, hint };
}

/**
 * A request that has ended may be put away, as it is: its trail by a step that was possible, every other file by the same bytes, into
 * `.archive`. In a push it may have ended on the way, and what changed in it before was judged by commit.
 */
function isPutAway({ id, folder, change, facts }: RequestScene, before: ReadonlyMap<string, Entry>): boolean {
  const there = filesIn(change, `.archive/${id}`, folder);
  // A merge may bring some of them from its other side, and then they are not its own files.
  const markers = markersOn("after", `.archive/${id}`, change, facts, folder);
  const end = step(new Set(before.keys()), new Set(markers.keys()));
  if (!end.ok || !isEnd(end.value.state)) return false;
  const mayDiffer = change.subject.kind === "range";
  return [...goneFrom(change, id, folder)].every(([inner, was]) => {
    const is = there.get(inner);
    return (
      is === was || inner === "blocked.status" || (is !== undefined && (mayDiffer || inner === "ack.json"))
    );
  });
}

/** Whether everything that leaves one place arrives in the other one as it was. */
function isAs(change: ChangeSet, from: string, to: string, folder: string): boolean {
  const there = filesIn(change, to, folder);
  return [...goneFrom(change, from, folder)].every(([inner, was]) => there.get(inner) === was);
}

/** What the change brings into a request, by its path in there. */
function filesIn(change: ChangeSet, id: string, folder: string): ReadonlyMap<string, string> {
  return new Map(
    change.files.flatMap((file) => {
      const at = file.kind === "deleted" ? undefined : requestPath(file.path, folder);
      return file.kind !== "deleted" && at?.id === id ? [[at.inner, file.after.id] as const] : [];
    }),
  );
}

function goneFrom(change: ChangeSet, id: string, folder: string): ReadonlyMap<string, string> {
  return new Map(
    change.files.flatMap((file) => {
      if (file.kind !== "deleted" && file.kind !== "renamed") return [];
      const at = requestPath(file.kind === "renamed" ? file.from : file.path, folder);
      return at?.id === id ? [[at.inner, file.before.id] as const] : [];
    }),
  );
}

/** A request that comes to lie in the archive has ended. */
function* archivedTooSoon(
  { id, folder }: RequestScene,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): Iterable<Finding> {
  if (!isArchived(id) || before.size > 0 || after.size === 0) return;
  const { state } = trailStateOf(new Set(after.keys()));
  if (isEnd(state)) return;
  yield {
    place: fileAt(`${folder}/${id}`),
    message: `${id}: what is archived has ended, and this is ${state ?? "without a marker"}`,
    hint: `put it into ${folder} itself`,
  };
}

/** What was wrong before in the same way is not held against the change. */
function isSame(old: ReturnType<typeof step>, now: ReturnType<typeof step>): boolean {
  return !old.ok && !now.ok && old.error.kind === now.error.kind && old.error.marker === now.error.marker;
}

/**
 * Markers that come from the other side of a merge. What a merge does itself is in its own files, which differ from every side; in a
 * range each commit is judged by itself, so for the whole it is enough to know that there is a merge in it.
 */
function broughtBy(
  change: ChangeSet,
  after: ReadonlySet<string>,
  id: string,
  folder: string,
): ReadonlySet<string> {
  const { subject } = change;
  if (subject.kind === "range") return subject.commits.some(({ isMerge }) => isMerge) ? after : new Set();
  if ((subject.kind !== "staged" && subject.kind !== "commit") || !subject.isMerge) return new Set();
  const own = new Set(change.files.map(({ path }) => markerAt(path, id, folder)));
  return new Set([...after].filter((marker) => !own.has(marker)));
}

/** A marker that a commit of the range sets and the tip does not have: a merge, or a later commit, has dropped it. */
function* lostInside(
  { id, folder, change, facts }: RequestScene,
  after: ReadonlyMap<string, Entry>,
): Iterable<Finding> {
  if (change.subject.kind !== "range") return;
  const back = isArchived(id) ? markersOn("after", nameOf(id), change, facts, folder) : undefined;
  for (const { id: commit, files } of change.subject.commits) {
    for (const file of files) {
      const marker = file.kind === "added" ? markerAt(file.path, id, folder) : undefined;
      if (marker === undefined || marker === "blocked" || after.has(marker)) continue;
      if (back?.has(marker) || isInArchive(change, file.path, folder)) continue;
      const path = file.path;
      const message = `${id}: ${marker}, which ${commit.slice(0, 7)} sets, is gone at the end of what is pushed`;
      yield {
        place: fileAt(path),
        message,
        hint: `bring it back:\ngit checkout ${commit.slice(0, 7)} -- ${pathspecWord(path)}`,
      };
    }
  }
}

/** A marker that lies in `.archive` at the end. */
function isInArchive(change: ChangeSet, path: RepoPath, folder: string): boolean {
  const archived = `${folder}/.archive/${path.slice(folder.length + 1)}`;
  return change.files.some((file) => file.kind !== "deleted" && file.path === archived);
}

function markerAt(path: RepoPath, id: string, folder: string): string | undefined {
  const at = requestPath(path, folder);
  return at?.id === id && !at.inner.includes("/") ? markerName(at.inner) : undefined;
}

function restore(path: RepoPath, { subject }: ChangeSet): string {
  if (subject.kind === "staged" && !subject.isProposed)
    return `bring it back:\ngit checkout HEAD -- ${pathspecWord(path)}`;
  return "leave it as it was: take that out of the commit";
}
