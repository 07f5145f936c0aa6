import { CannotLook, failure } from "../../model/failure.ts";
import { markerName, step, trailStateOf } from "../../protocol/trail.ts";
import type { Folder } from "../../system/folder.ts";
import { changed } from "../writing/changing.ts";
import { clearIncoming, incomingName } from "../writing/incoming.ts";
import { Stage } from "../writing/stage.ts";
import { type DeliveryReport, deliver } from "./delivery.ts";
import { ignoreTransport, writeSchema } from "./ignored.ts";
import { LIMITS } from "./limits.ts";
import { ackSaying, type MarkerChange, mergeMarkers, mergeRequests, newerAck } from "./merge-sides.ts";
import { inRequest, type RequestFolder } from "./place.ts";
import { readAt } from "./read-at.ts";
import { addMarker, markersIn, needRequest, removeMarker, textIn } from "./request-folder.ts";

export interface PushReport {
  readonly isNew: boolean;
  /** Paths in the request folder that were new or changed there. */
  readonly changed: readonly string[];
  readonly messages: DeliveryReport;
}

/**
 * Brings a whole request to the other side. A request that is not there yet appears at once, by one rename; one that is
 * there is merged as one step, everything checked before it. Our outbox becomes messages in their inbox; their boxes, and
 * what Git ignores, stay their own. The caller holds both locks.
 */
export function pushRequest(
  ours: Folder,
  peer: Folder,
  state: Folder,
  { id, there }: { readonly id: string; readonly there: RequestFolder },
): PushReport {
  clearIncoming(state);
  refuseBroken(markersIn(ours));
  if (peer.kindOf(id) === undefined) return pushNew(ours, peer, state, id);
  return inRequest(there, peer, id, (request) =>
    changed({ place: there, id, request, state }, (theirs, stage) => pushAgain(ours, theirs, stage, id)),
  );
}

const ALL = { wants: () => true, isDryRun: false };

function pushNew(ours: Folder, peer: Folder, state: Folder, id: string): PushReport {
  needRequest(ours);
  const building = incomingName();
  try {
    const files = filesOf(ours, []);
    const messages = state.ensure(building, (fresh) => {
      const stage = new Stage(fresh);
      for (const { segments, bytes } of files) stage.add(segments, bytes);
      const report = deliver(ours, stage, id, ALL);
      stage.settle();
      return report;
    });
    ignoreTransport(peer);
    writeSchema(peer);
    if (peer.receive(state, building, id)) {
      return { isNew: true, changed: files.map(({ segments }) => segments.join("/")), messages };
    }
  } finally {
    state.removeTree(building);
  }
  throw new CannotLook(failure("conflict", `${peer.path}/${id} appeared meanwhile`, "run the command again"));
}

function pushAgain(ours: Folder, theirs: Folder, stage: Stage, id: string): PushReport {
  const request = planRequest(ours, theirs);
  const newer = planNewer(ours, theirs);
  const markers = planMarkers(ours, theirs, newer);
  const ack = planAck(ours, theirs, newer, markers);
  const files = filesOf(ours, []).filter(({ segments }) => !isMerged(segments));
  const fresh = files.filter(({ segments, bytes }) => isNewThere(theirs, segments, bytes));
  for (const { segments, bytes } of fresh) orConflict(stage.add(segments, bytes));
  if (request !== undefined) stage.replace(["request.json"], Buffer.from(request));
  if (ack !== undefined) stage.replace(["ack.json"], Buffer.from(ack));
  if (markers.unblock) removeMarker(stage, "blocked");
  for (const marker of markers.add) addMarker(stage, marker);
  const paths = [
    ...fresh.map(({ segments }) => segments.join("/")),
    ...(request === undefined ? [] : ["request.json"]),
    ...(ack === undefined ? [] : ["ack.json"]),
    ...markers.add.map((marker) => `${marker}.status`),
  ];
  return { isNew: false, changed: paths, messages: deliver(ours, stage, id, ALL) };
}

/** A trail that is broken here is not passed on. */
function refuseBroken(markers: ReadonlySet<string>): void {
  const legal = step(new Set(), markers);
  if (!legal.ok)
    conflict(
      `the trail on this side is broken: ${legal.error.message}`,
      "run `arkitekt spec lint` on the request",
    );
}

function planMarkers(ours: Folder, theirs: Folder, newer: Newer): MarkerChange {
  const plan = mergeMarkers(markersIn(ours), markersIn(theirs), newer);
  if (plan.ok) return plan.value;
  const { message, next } = plan.error;
  const legal = next.length === 0 ? "the trail there has ended" : `there, ${next.join(" or ")} may come next`;
  return conflict(`the trail on the other side does not allow it: ${message}`, legal);
}

/** The text that will stand there; undefined if theirs stays. A message may have come before the request itself. */
function planRequest(ours: Folder, theirs: Folder): string | undefined {
  const here = needRequest(ours);
  if (theirs.kindOf("request.json") === undefined) return here.text;
  const isOpen = [ours, theirs].every(
    (side) => (trailStateOf(markersIn(side)).state ?? "proposed") === "proposed",
  );
  return orConflict(mergeRequests(here, needRequest(theirs), isOpen)) === "take-ours" ? here.text : undefined;
}

type Newer = "ours" | "theirs" | undefined;

/** Whose word on the request is newer. */
function planNewer(ours: Folder, theirs: Folder): Newer {
  const here = textIn(ours, "ack.json", LIMITS.request);
  const there = textIn(theirs, "ack.json", LIMITS.request);
  if (here === undefined || there === undefined) return here === undefined ? undefined : "ours";
  return orConflict(newerAck(here, there));
}

/** Ack and markers are one state: the newer ack counts, and says what the markers say afterwards. */
function planAck(ours: Folder, theirs: Folder, newer: Newer, change: MarkerChange): string | undefined {
  const there = textIn(theirs, "ack.json", LIMITS.request);
  const kept = newer === "ours" ? textIn(ours, "ack.json", LIMITS.request) : there;
  if (kept === undefined) return undefined;
  const markers = new Set([...markersIn(theirs), ...change.add]);
  if (change.unblock) markers.delete("blocked");
  const text = ackSaying(kept, markers);
  return text === there ? undefined : text;
}

interface RequestFile {
  readonly segments: readonly string[];
  readonly bytes: Buffer;
}

/**
 * What belongs to the request itself: everything but the boxes, the rendered thread, scratch notes, hidden files, and
 * `applied.json`, which speaks of targets on this side.
 */
function filesOf(folder: Folder, way: readonly string[]): readonly RequestFile[] {
  return folder.entries().flatMap(({ name, kind }): readonly RequestFile[] => {
    const segments = [...way, name];
    if (name.startsWith(".") || NOT_CARRIED.has(segments.join("/"))) return [];
    if (kind === "folder") return folder.within(name, (inner) => filesOf(inner, segments)) ?? [];
    const read = kind === "file" ? folder.read(name, LIMITS.attachment) : { kind: "no-file" as const };
    if (read.kind === "file") return [{ segments, bytes: read.bytes }];
    const path = `${folder.path}/${name}`;
    const why =
      read.kind === "too-large"
        ? `has ${read.size} bytes; at most ${LIMITS.attachment} are carried`
        : "is not a plain file";
    throw new CannotLook(
      failure("bad-file", `${path} ${why}`, "remove it or put a plain file in its place", path),
    );
  });
}

const NOT_CARRIED: ReadonlySet<string> = new Set([
  "inbox",
  "outbox",
  "thread.md",
  "attachments/tmp",
  "applied.json",
]);

function isMerged(segments: readonly string[]): boolean {
  const [first = ""] = segments;
  if (segments.length > 1) return false;
  return first === "request.json" || first === "ack.json" || markerName(first) !== undefined;
}

function isNewThere(theirs: Folder, segments: readonly string[], bytes: Buffer): boolean {
  const there = readAt(theirs, segments);
  if (there.kind === "missing") return true;
  if (there.kind === "file" && there.bytes.equals(bytes)) return false;
  return conflict(
    `${segments.join("/")} is there already, with other contents`,
    "give one of the two another name",
  );
}

function orConflict<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  return result.ok ? result.value : conflict(result.error, "nothing was changed there");
}

function conflict(message: string, next: string): never {
  throw new CannotLook(failure("conflict", message, next));
}
