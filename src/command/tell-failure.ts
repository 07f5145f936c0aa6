import { visible } from "../base/visible.ts";
import { headed } from "../base/wording.ts";
import { EXIT } from "../model/exit.ts";
import type { Failure } from "../model/failure.ts";
import type { Output } from "../system/world.ts";

/** Says what could not be done, and the next step; gives the exit code. Other people's text in it can't move the cursor of a terminal. */
export function tellFailure(failure: Failure, { paint, write }: Output): number {
  const { message, where, next } = failure;
  const place = where === undefined || message.includes(where) ? "" : `${where}: `;
  const advice = next ? `→ ${next}\n` : "";
  write(headed(visible(`${place}${message}\n${advice}`), paint.red, paint.bold));
  return exitOf(failure);
}

export function exitOf({ kind }: Failure): number {
  return REFUSED.has(kind) ? EXIT.blocked : EXIT.cannotLook;
}

/** What one could look at, and is not allowed to do. */
const REFUSED: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>(["conflict", "broken-trail"]);
