// What commands that were killed have left unfinished, in any request: the next command, of whatever kind, finishes it and says so.
import { CannotLook } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import { isHeld } from "../../system/lock.ts";
import { inRequests, type RequestFolder, refuse, STATE } from "../store/place.ts";
import { isIntended } from "./apply-intent.ts";
import { finishApply, finishChange, type Locked, withLock } from "./changing.ts";
import { isCutShort } from "./journal.ts";

/** Finishes it; what can't be finished is reported, and keeps nobody from looking at the rest. */
export function finishAllCutShort(place: RequestFolder): void {
  for (const id of cutShortIn(place)) {
    try {
      refuse(place);
      finish(place, id);
    } catch (error) {
      if (!(error instanceof CannotLook)) throw error;
      const { message, next } = error.failure;
      place.tell(`arkitekt: what was cut short in ${id} is not finished: ${message}\n→ ${next}\n`);
    }
  }
}

/** The requests in which something was cut short; not those that somebody is at work on. */
export function cutShortIn(place: RequestFolder): readonly string[] {
  const found = inRequests(place, (requests) =>
    requests.kindOf(STATE) !== "folder"
      ? []
      : requests.within(STATE, (all) =>
          all.within(APPLY, isHeld) === true
            ? []
            : all.entries().flatMap(({ name, kind }) => {
                const isWaiting = kind === "folder" && requests.kindOf(name) === "folder";
                return isWaiting && all.within(name, waits) === true ? [name] : [];
              }),
        ),
  );
  return found ?? [];
}

/** The lock of everything that applies patches. */
const APPLY = ".apply";

function waits(state: Folder): boolean {
  const isLeft =
    isCutShort(state, "change.journal") || isCutShort(state, "apply.journal") || isIntended(state);
  return isLeft && !isHeld(state);
}

function finish(place: RequestFolder, id: string): void {
  inRequests(place, (requests) =>
    withLock(requests, APPLY, () =>
      withLock(requests, id, (state) =>
        requests.within(id, (request) => {
          const scene: Locked = { place, id, request, state };
          finishChange(scene);
          finishApply(scene);
        }),
      ),
    ),
  );
}
