import { markShortRun } from "../base/short-run.ts";

/**
 * Tells V8 that this process will end soon: it optimises a function after eight times the usual work, which saves a
 * third of the processor time on a commit's few files (measured in `bench/figures.md`). On a whole tree it would cost,
 * so only a commit asks for it. `node:v8` itself is loaded only then.
 */
export async function expectShortRun(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--interrupt-budget=1000000");
  markShortRun();
}
