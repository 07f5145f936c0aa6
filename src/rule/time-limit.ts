// Other people's regular expressions run under a time limit: one that backtracks without end is stopped.
import type { Context, Script } from "node:vm";
import { setEngineFlags } from "../base/engine.ts";

/** The milliseconds that one expression gets for one text: thousands of times what a sound one needs. */
const TIME_LIMIT = 1000;

/** The milliseconds for what needs less than one: after that it gets the whole limit. */
const MOMENT = 20;

/**
 * What `work` gives, or "spent" if it took longer than a moment: for the one short text of most commits, which is not worth what
 * `withinTimeLimit` loads. What spent it has to be written differently there, because V8 keeps what it compiled from the same text.
 */
export function withinMoment<T>(work: () => T): T | "spent" {
  let answer: T | "spent" = "spent";
  const place = globalThis as { [WORK]?: (() => void) | undefined };
  place[WORK] = () => {
    answer = work();
  };
  try {
    const { Script } = process.getBuiltinModule("node:vm");
    new Script("globalThis[Symbol.for('arkitekt')]()").runInThisContext({ timeout: MOMENT });
    return answer;
  } catch (error) {
    if (isTimeout(error)) return "spent";
    throw error;
  } finally {
    delete place[WORK];
  }
}

const WORK = Symbol.for("arkitekt");

let room: { readonly context: Context; readonly call: Script } | undefined;

/** What `work` gives, or "spent" if it took longer than the limit. A call costs some 20 µs. */
export function withinTimeLimit<T>(work: () => T): T | "spent" {
  room ??= furnish();
  let answer: T | "spent" = "spent";
  room.context["work"] = () => {
    answer = work();
  };
  try {
    room.call.runInContext(room.context, { timeout: TIME_LIMIT });
    return answer;
  } catch (error) {
    if (isTimeout(error)) return "spent";
    throw error;
  }
}

/** Loaded here because most commits do without. V8 then changes to an engine without backtracking where it can: most evil
 * expressions take a millisecond. */
function furnish() {
  const { createContext, Script } = process.getBuiltinModule("node:vm");
  setEngineFlags(["--enable-experimental-regexp-engine-on-excessive-backtracks"]);
  return { context: createContext({}), call: new Script("work()") };
}

function isTimeout(error: unknown): boolean {
  // It comes from the other context, whose Error is not ours.
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
