// Writing to a request: under its lock, and as one step. What a killed command has left unfinished is finished first.
import { CannotLook } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import { locked } from "../../system/lock.ts";
import { ignoreTransport } from "../store/ignored.ts";
import { inRequest, inRequests, noSuchRequest, type RequestFolder, refuse, STATE } from "../store/place.ts";
import { clearIntent } from "./apply-intent.ts";
import { carryOut, finishCutShort, isCutShort } from "./journal.ts";
import { Stage } from "./stage.ts";

/** What a command does to a request: it looks at `request`, and stages the changes. */
export type Work<T> = (request: Folder, stage: Stage, state: Folder) => T;

/** The folder of a request that must be there, for writing: nobody else writes to it meanwhile. */
export function changingRequest<T>(place: RequestFolder, id: string, work: Work<T>): T {
  refuse(place);
  const done = inRequests(place, (requests) => {
    if (requests.kindOf(id) === undefined) throw new CannotLook(noSuchRequest(place, id));
    // A request may have come by a copy, into a folder that has no such list yet.
    ignoreTransport(requests);
    const change = (state: Folder) =>
      inRequest(place, requests, id, (request) => changed({ place, id, request, state }, work));
    return { value: withLock(requests, id, change) };
  });
  if (done === undefined) throw new CannotLook(noSuchRequest(place, id));
  return done.value;
}

/** As `changingRequest`, while nobody else applies patches from here: two requests may have the same target. */
export function applyingRequest<T>(place: RequestFolder, id: string, work: Work<T>): T {
  refuse(place);
  const finishing: Work<T> = (request, stage, state) => {
    finishApply({ place, id, request, state });
    return work(request, stage, state);
  };
  const done = inRequests(place, (requests) => ({
    value: withLock(requests, ".apply", () => changingRequest(place, id, finishing)),
  }));
  if (done === undefined) throw new CannotLook(noSuchRequest(place, id));
  return done.value;
}

/** A request under its lock. */
export interface Locked {
  readonly place: RequestFolder;
  readonly id: string;
  readonly request: Folder;
  readonly state: Folder;
}

/** Does all that `work` has staged, or nothing. */
export function changed<T>(scene: Locked, work: Work<T>): T {
  const { request, state } = scene;
  finishChange(scene);
  // What lies beside the targets of an apply that is not finished is still needed.
  if (!isCutShort(state, "apply.journal")) sweepAll(request);
  const stage = new Stage(request);
  const result = staged(stage, () => work(request, stage, state));
  carryOut(request, state, "change.journal", [{ stage }]);
  return result;
}

function staged<T>(stage: Stage, work: () => T): T {
  try {
    return work();
  } catch (error) {
    stage.drop();
    throw error;
  }
}

/** A journal that came from elsewhere, or cannot be read, is reported and not obeyed; any change can be asked for again. */
export function finishChange({ place, id, request, state }: Locked): void {
  try {
    if (finishCutShort(request, state, "change.journal"))
      place.tell(`finished a change of ${id} that was cut short\n`);
  } catch (error) {
    if (!(error instanceof CannotLook) || !/-journal$/.test(error.failure.kind)) throw error;
    place.tell(`arkitekt: ${error.failure.message}\n→ ${error.failure.next}\n`);
  }
}

/** The same for patches, whose targets nobody can name without their journal. */
export function finishApply({ place, id, request, state }: Locked): void {
  if (finishCutShort(request, state, "apply.journal"))
    place.tell(`finished an apply of ${id} that was cut short\n`);
  clearIntent(state);
}

/** Runs `work` under the lock of a request, which need not exist yet. `state` is the folder for what Git must not see. */
export function withLock<T>(requests: Folder, id: string, work: (state: Folder) => T): T {
  requests.sweep("ended");
  return requests.ensure(STATE, (all) => {
    all.sweep("ended");
    if (all.kindOf(".gitignore") === undefined) all.create(".gitignore", Buffer.from("*\n"));
    return all.ensure(id, (state) => locked(state, () => work(state)));
  });
}

/** Clears a request of what killed processes left behind; only under its lock. */
function sweepAll(folder: Folder): void {
  folder.sweep("ended");
  for (const { name, kind } of folder.entries()) if (kind === "folder") folder.within(name, sweepAll);
}
