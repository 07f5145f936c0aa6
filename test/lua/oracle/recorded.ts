// What luac5.3 said when `record-verdicts.ts` asked it.
import { readFileSync } from "node:fs";

export interface Recorded {
  /** The verdict is "ok" or luac's message. */
  readonly programs: readonly (readonly [program: string, verdict: string])[];
  /** For each size 1 if luac accepts it, else 0. */
  readonly families: Readonly<Record<string, readonly (readonly [size: number, isAccepted: number])[]>>;
  /** The largest filling that luac accepts. */
  readonly farthest: Readonly<Record<string, number>>;
}

export const recorded: Recorded = JSON.parse(
  readFileSync(new URL("../../fixtures/lua/verdicts.json", import.meta.url), "utf8"),
);
