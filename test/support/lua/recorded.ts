// What the compilers said when `record-verdicts.ts` asked it.
import { readFileSync } from "node:fs";
import type { LuaVersion } from "../../../src/model/lua-version.ts";

export interface Recorded {
  /** The verdict is "ok" or luac's message. */
  readonly programs: readonly (readonly [program: string, verdict: string])[];
  /** For each size 1 if luac accepts it, else 0. */
  readonly families: Readonly<Record<string, readonly (readonly [size: number, isAccepted: number])[]>>;
  /** The largest filling that luac accepts. */
  readonly farthest: Readonly<Record<string, number>>;
}

/** What the compiler of that version said. */
export function recordedFor(version: LuaVersion): Recorded {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/lua/verdicts/${version}.json`, import.meta.url), "utf8"),
  );
}

export const recorded: Recorded = recordedFor("5.3");
