import { Incoming } from "../git/open/incoming.ts";
import type { PrefetchKind } from "../git/open/prefetch.ts";
import type { PrefetchGiven } from "../git/open/repository.ts";
import { POLICY_LOOKS } from "../model/policy-places.ts";

/** Anything larger is read from Git itself, piece by piece. */
const MOST = 64 << 20;

const STANDARD_INPUT = 0;

/** What the launcher asked while Node started, from standard input. */
export function readPrefetchOf(kind: PrefetchKind): PrefetchGiven {
  return {
    kind,
    incoming: Incoming.from(STANDARD_INPUT, MOST),
    answers: STANDARD_INPUT,
    places: POLICY_LOOKS,
    isForContents: (output) => kind === "staged" && output !== undefined && namesLua(output),
  };
}

/** Before the policy is read, only the end of a name tells that a file is Lua; a process that is not needed costs nothing but time. */
function namesLua(diff: Buffer): boolean {
  return /\.lua\0/i.test(diff.toString("latin1", 0, diff.indexOf("\0\0") + 1));
}
