// The status trail of a request: the set of its `*.status` markers, which only ever grows along one state machine.
//
//   proposed → accepted → in_progress → implemented        `done` is another name of `implemented`
//   rejected from proposed, accepted and in_progress       `blocked` is a flag while accepted or in_progress
import { err, ok, type Result } from "../base/result.ts";

export type Marker =
  | "proposed"
  | "accepted"
  | "in_progress"
  | "implemented"
  | "done"
  | "rejected"
  | "blocked";

export type RequestState = "proposed" | "accepted" | "in_progress" | "implemented" | "rejected";

export interface TrailState {
  /** Undefined if there is no marker yet. */
  readonly state: RequestState | undefined;
  readonly isBlocked: boolean;
}

export interface Broken {
  readonly kind: "unknown" | "removed" | "after-the-end" | "skipped" | "two-ends" | "blocked-outside";
  /** The marker that breaks the trail. */
  readonly marker: string;
  readonly message: string;
  /** What would be allowed from where the trail was. */
  readonly next: readonly RequestState[];
}

export const MARKERS: readonly Marker[] = [
  "proposed",
  "accepted",
  "in_progress",
  "implemented",
  "done",
  "rejected",
  "blocked",
];

const CHAIN: readonly RequestState[] = ["proposed", "accepted", "in_progress", "implemented"];

/** The same, to look up a marker that may have any name. */
const CHAIN_NAMES: readonly string[] = CHAIN;

/**
 * Whether a trail may go from `before` to `after`, any number of markers at once, and where it stands then. `brought` are those that the
 * other side of a merge brings: they were steps there, so a merge gets the same verdict whichever side comes first. A trail that
 * is broken already may lose what breaks it, and gain what is missing in it.
 */
export function step(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  brought: ReadonlySet<string> = NOTHING,
): Result<TrailState, Broken> {
  const was = trailStateOf(before);
  const next = nextStates(was);
  const broken = (kind: Broken["kind"], marker: string, message: string) =>
    err({ kind, marker, message, next });
  for (const marker of sorted(before)) {
    if (!after.has(marker) && !mayGo(marker, before))
      return broken("removed", marker, `${marker} was removed`);
  }
  const fresh = sorted(after).filter(
    (marker) => !before.has(marker) && !brought.has(marker) && !isOtherName(marker, before),
  );
  const isMend = faultIn(before) !== undefined && fresh.every((marker) => isMissing(marker, before));
  if (isEnd(was.state) && fresh[0] !== undefined && !isMend) {
    return broken("after-the-end", fresh[0], `${fresh[0]} comes after the trail has ended in ${was.state}`);
  }
  const fault = faultIn(after);
  return fault === undefined ? ok(trailStateOf(after)) : broken(fault.kind, fault.marker, fault.message);
}

const NOTHING: ReadonlySet<string> = new Set();

/** `blocked` is a flag. Apart from it, what breaks a trail may go, but nothing that would stand in the trail without the break. */
function mayGo(marker: string, before: ReadonlySet<string>): boolean {
  if (marker === "blocked" || !isMarker(marker)) return true;
  const kind = faultIn(new Set([...before].filter(isMarker)))?.kind;
  const isAnEnd = marker === "rejected" || marker === "implemented" || marker === "done";
  if (kind === "two-ends") return isAnEnd;
  if (kind !== "skipped") return false;
  const gap = CHAIN.findIndex((state) => !before.has(state));
  return marker === "rejected" ? gap === 0 : isAnEnd || CHAIN_NAMES.indexOf(marker) > gap;
}

/** Whether a broken trail has a gap where the marker stands. */
function isMissing(marker: string, before: ReadonlySet<string>): boolean {
  const at = CHAIN_NAMES.indexOf(marker);
  const last = CHAIN.findLastIndex((state) => before.has(state) || isOtherName(state, before));
  return at >= 0 && at < Math.max(last, 1);
}

/** `implemented` and `done` are one state under two names. */
function isOtherName(marker: string, markers: ReadonlySet<string>): boolean {
  if (marker === "done") return markers.has("implemented");
  return marker === "implemented" && markers.has("done");
}

/** Where a set of markers stands, as far as it can be read. */
export function trailStateOf(markers: ReadonlySet<string>): TrailState {
  const has = (state: RequestState) => markers.has(state) || (state === "implemented" && markers.has("done"));
  const state = has("rejected") ? "rejected" : [...CHAIN].reverse().find(has);
  return { state, isBlocked: markers.has("blocked") };
}

/** The states that may come next; none after an end. */
export function nextStates({ state }: TrailState): readonly RequestState[] {
  if (isEnd(state)) return [];
  const at = state === undefined ? -1 : CHAIN.indexOf(state);
  const further = CHAIN.slice(at + 1, at + 2);
  return state === undefined ? further : [...further, "rejected"];
}

/** The markers that lead to `state`, in order. */
export function markersUpTo(state: RequestState, before: ReadonlySet<string>): readonly Marker[] {
  if (state === "rejected") return ["rejected"];
  return CHAIN.slice(0, CHAIN.indexOf(state) + 1).filter(
    (marker) => !before.has(marker) && !(marker === "implemented" && before.has("done")),
  );
}

export function isEnd(state: RequestState | undefined): boolean {
  return state === "implemented" || state === "rejected";
}

export function isMarker(name: string): name is Marker {
  return MARKERS.some((marker) => marker === name);
}

/**
 * The marker that a file name stands for: `accepted.status` → `accepted`; undefined for other files. Many file systems don't tell
 * letter cases apart, so `accepted.STATUS` stands for a marker too: an unknown one, under its whole name.
 */
export function markerName(file: string): string | undefined {
  if (file.endsWith(ENDING)) return file.slice(0, -ENDING.length);
  return file.toLowerCase().endsWith(ENDING) ? file : undefined;
}

/** The file of a marker. */
export function markerFile(marker: string): string {
  return marker.toLowerCase().endsWith(ENDING) ? marker : `${marker}${ENDING}`;
}

const ENDING = ".status";

function faultIn(markers: ReadonlySet<string>): Omit<Broken, "next"> | undefined {
  const unknown = sorted(markers).find((marker) => !isMarker(marker));
  if (unknown !== undefined) {
    const meant = withoutEnding(unknown).toLowerCase();
    const instead = isMarker(meant) ? `write ${markerFile(meant)}` : `markers are ${MARKERS.join(", ")}`;
    return { kind: "unknown", marker: unknown, message: `${unknown} is not a marker; ${instead}` };
  }
  const { state, isBlocked } = trailStateOf(markers);
  const isImplemented = markers.has("implemented") || markers.has("done");
  if (state === "rejected" && isImplemented) {
    return {
      kind: "two-ends",
      marker: "rejected",
      message: "the trail ends twice: in implemented and in rejected",
    };
  }
  const skipped = missingBelow(markers);
  if (skipped !== undefined) return skipped;
  if (isBlocked && state !== "accepted" && state !== "in_progress") {
    const where = state === undefined ? "before anything is proposed" : `in ${state}`;
    return {
      kind: "blocked-outside",
      marker: "blocked",
      message: `blocked belongs in accepted or in_progress only, not ${where}`,
    };
  }
  return undefined;
}

function withoutEnding(marker: string): string {
  return marker.toLowerCase().endsWith(ENDING) ? marker.slice(0, -ENDING.length) : marker;
}

function missingBelow(markers: ReadonlySet<string>): Omit<Broken, "next"> | undefined {
  const present = CHAIN.map((name) => markers.has(name) || (name === "implemented" && markers.has("done")));
  const last = present.lastIndexOf(true);
  const gap = present.indexOf(false);
  if (gap >= 0 && gap < last) {
    const marker = CHAIN[last] ?? "";
    return { kind: "skipped", marker, message: `${marker} needs ${CHAIN[gap]} before it` };
  }
  if (last >= 0) return undefined;
  const orphan = sorted(markers)[0];
  if (orphan === undefined) return undefined;
  return { kind: "skipped", marker: orphan, message: `${orphan} needs proposed before it` };
}

function sorted(markers: ReadonlySet<string>): string[] {
  return [...markers].sort();
}
