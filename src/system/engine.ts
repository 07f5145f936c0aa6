import { markShortRun } from "../base/short-run.ts";

/**
 * Tells V8 that this process will end soon: it optimises a function after five times the usual work. That saves a commit's
 * few files a third of their processor time, and a tree of five megabytes a sixth (`bench/figures.md`); what runs longer
 * hardly notices. `node:v8` itself is loaded only then.
 */
export async function expectShortRun(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--interrupt-budget=600000");
  markShortRun();
}
