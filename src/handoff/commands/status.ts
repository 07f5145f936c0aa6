import { withGuess } from "../../base/wording.ts";
import type { Command, Input } from "../../command/command.ts";
import { withMembers } from "../../json/with-members.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { formatInstant, type Instant } from "../../protocol/instant.ts";
import {
  isMarker,
  MARKERS,
  type Marker,
  nextStates,
  step,
  type TrailState,
  trailStateOf,
} from "../../protocol/trail.ts";
import type { Folder } from "../../system/folder.ts";
import { readingRequest, requestId, requestsPath } from "../store/place.ts";
import { addMarker, earlierAck, editedJson, markersIn, removeMarker } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";
import type { Stage } from "../writing/stage.ts";
import { ID, NOW } from "./flags.ts";

export const status: Command<SpecWorld> = {
  name: "spec status",
  about: "Shows where a request stands, or takes it a step further.",
  flags: {
    id: ID,
    now: NOW,
    set: {
      value: MARKERS.filter((marker) => marker !== "done").join("|"),
      help: "the marker to set",
    },
  },
  examples: [{ line: "arkitekt spec status --id demo-001 --set accepted" }],
  run(input, world) {
    const id = requestId(world, input.need("id"));
    const wish = input.text("set");
    if (wish === undefined) {
      world.write(`${describeTrailState(readingRequest(requestsPath(world), id, readTrail))}\n`);
      return 0;
    }
    const marker = markerNamed(input, wish);
    const { reached, isSetAlready } = changingRequest(requestsPath(world), id, (request, stage) => {
      const reached = setMarker(request, stage, id, marker);
      const isSetAlready = stage.steps.length === 0 && markersIn(request).has(marker);
      takeAckAlong(request, stage, reached, momentOf(world, input.text("now")));
      return { reached, isSetAlready };
    });
    if (isSetAlready) world.complain(`${marker} is set already\n`);
    world.write(`${describeTrailState(reached)}\n`);
    return 0;
  },
};

/**
 * Sets a marker, if the trail allows it. `blocked` goes when any other marker is set, even the one that stands already:
 * that is how a request is unblocked.
 */
export function setMarker(request: Folder, stage: Stage, id: string, marker: Marker): TrailState {
  const before = markersIn(request);
  const after = new Set(before);
  if (marker !== "blocked") after.delete("blocked");
  const isThere = marker === "implemented" ? trailStateOf(before).state === marker : before.has(marker);
  if (!isThere) after.add(marker);
  const legal = step(before, after);
  if (!legal.ok) {
    const { message, next } = legal.error;
    const hint =
      next.length === 0 ? "it has ended; make a new request" : `next may come ${next.join(" or ")}`;
    throw new CannotLook(failure("broken-trail", `${id}: ${message}`, hint));
  }
  if (before.has("blocked") && !after.has("blocked")) removeMarker(stage, "blocked");
  if (!isThere) addMarker(stage, marker);
  return legal.value;
}

/** An existing `ack.json` is made to say what the markers say: whoever sets one need not think of the other. */
function takeAckAlong(request: Folder, stage: Stage, { state, isBlocked }: TrailState, now: Instant): void {
  const { text, known } = earlierAck(request);
  const status = isBlocked ? "blocked" : state;
  if (
    text === undefined ||
    known === undefined ||
    status === undefined ||
    status === "proposed" ||
    known.status === status
  )
    return;
  const edited = withMembers(text, { status, updated_at: formatInstant(now) });
  stage.replace(["ack.json"], Buffer.from(editedJson(request, "ack.json", edited)));
}

export function describeTrailState(trailState: TrailState): string {
  const state = trailState.state ?? "no marker";
  const next = nextStates(trailState);
  const after = next.length === 0 ? "" : ` (next: ${next.join(" or ")})`;
  return `${state}${trailState.isBlocked ? ", blocked" : ""}${after}`;
}

export function markerNamed(input: Input, wish: string): Marker {
  if (wish === "done") return "implemented";
  if (isMarker(wish)) return wish;
  return input.refuse(withGuess(`${wish} is not a marker`, wish, MARKERS));
}

function readTrail(request: Folder): TrailState {
  const markers = markersIn(request);
  const legal = step(new Set(), markers);
  if (legal.ok) return legal.value;
  throw new CannotLook(
    failure("broken-trail", legal.error.message, "run `arkitekt spec lint` on the request"),
  );
}
