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

export type State = "proposed" | "accepted" | "in_progress" | "implemented" | "rejected";

export interface TrailState {
  /** Undefined when there is no marker yet. */
  readonly state: State | undefined;
  readonly isBlocked: boolean;
}

export interface Broken {
  readonly kind: "unknown" | "removed" | "after-the-end" | "skipped" | "two-ends" | "blocked-outside";
  /** The marker that breaks the trail. */
  readonly marker: string;
  readonly message: string;
  /** What would be legal from where the trail was. */
  readonly next: readonly State[];
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

const CHAIN: readonly State[] = ["proposed", "accepted", "in_progress", "implemented"];

/** Whether a trail may go from `before` to `after`, any number of markers at once, and where it stands then. */
export function step(before: ReadonlySet<string>, after: ReadonlySet<string>): Result<TrailState, Broken> {
  const was = trailStateOf(before);
  const next = nextStates(was);
  const broken = (kind: Broken["kind"], marker: string, message: string) =>
    err({ kind, marker, message, next });
  for (const marker of sorted(before)) {
    if (!after.has(marker) && marker !== "blocked") return broken("removed", marker, `${marker} was removed`);
  }
  const fresh = sorted(after).filter((marker) => !before.has(marker));
  if (isEnd(was.state) && fresh[0] !== undefined) {
    return broken("after-the-end", fresh[0], `${fresh[0]} comes after the trail has ended in ${was.state}`);
  }
  const fault = faultIn(after);
  return fault === undefined ? ok(trailStateOf(after)) : broken(fault.kind, fault.marker, fault.message);
}

/** Where a set of markers stands, as far as it can be read. */
export function trailStateOf(markers: ReadonlySet<string>): TrailState {
  const has = (state: State) => markers.has(state) || (state === "implemented" && markers.has("done"));
  const state = has("rejected") ? "rejected" : [...CHAIN].reverse().find(has);
  return { state, isBlocked: markers.has("blocked") };
}

/** The states that may come next; none after an end. */
export function nextStates({ state }: TrailState): readonly State[] {
  if (isEnd(state)) return [];
  const at = state === undefined ? -1 : CHAIN.indexOf(state);
  const further = CHAIN.slice(at + 1, at + 2);
  return state === undefined ? further : [...further, "rejected"];
}

/** The markers that lead to `state`, in order. */
export function markersUpTo(state: State, before: ReadonlySet<string>): readonly Marker[] {
  if (state === "rejected") return ["rejected"];
  return CHAIN.slice(0, CHAIN.indexOf(state) + 1).filter(
    (marker) => !before.has(marker) && !(marker === "implemented" && before.has("done")),
  );
}

export function isEnd(state: State | undefined): boolean {
  return state === "implemented" || state === "rejected";
}

export function isMarker(name: string): name is Marker {
  return MARKERS.some((marker) => marker === name);
}

/** The marker that a file name stands for: `accepted.status` → `accepted`; undefined for other files. */
export function markerName(file: string): string | undefined {
  return file.endsWith(".status") ? file.slice(0, -".status".length) : undefined;
}

function faultIn(markers: ReadonlySet<string>): Omit<Broken, "next"> | undefined {
  const unknown = sorted(markers).find((marker) => !isMarker(marker));
  if (unknown !== undefined) {
    return {
      kind: "unknown",
      marker: unknown,
      message: `${unknown} is not a marker; markers are ${MARKERS.join(", ")}`,
    };
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
      message: `blocked stands only in accepted or in_progress, not ${where}`,
    };
  }
  return undefined;
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
