import { Incoming } from "../git/open/incoming.ts";
import type { PrefetchKind } from "../git/open/prefetch.ts";
import type { PrefetchGiven } from "../git/open/repository.ts";
import { POLICY_LOOKS } from "../model/policy-places.ts";
import { MOST_OF_A_STEP } from "./history/step-of.ts";
import { loadLuaReader } from "./lua-reader.ts";

/** Anything larger is read from Git itself, piece by piece. */
const MOST = 64 << 20;

const STANDARD_INPUT = 0;

/** What the launcher asked while Node started, from standard input. */
export function readPrefetchOf(kind: PrefetchKind): PrefetchGiven {
  return {
    kind,
    incoming: Incoming.from(STANDARD_INPUT, MOST, kind === "staged" ? awaitLua() : undefined),
    answers: STANDARD_INPUT,
    places: POLICY_LOOKS,
    isForContents: (output) => kind === "staged" && output !== undefined && namesLua(output),
  };
}

/** Where Git has much to show, what reads Lua is loaded while it works: so many files are no step that is known already. */
function awaitLua(): (come: Buffer) => void {
  let left = MOST_OF_A_STEP;
  return (come) => {
    for (let at = come.indexOf(LUA_NAME); left > 0 && at >= 0; at = come.indexOf(LUA_NAME, at + 1))
      if (--left === 0) loadLuaReader();
  };
}

/** How Git shows the end of a name, in nearly all cases. */
const LUA_NAME = ".lua\0";

/** Before the policy is read, only the end of a name tells that a file is Lua; a process that is not needed costs nothing but time. */
function namesLua(diff: Buffer): boolean {
  return /\.lua\0/i.test(diff.toString("latin1", 0, diff.indexOf("\0\0") + 1));
}
