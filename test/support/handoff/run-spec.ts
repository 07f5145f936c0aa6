import picocolors from "picocolors";
import { runFamily } from "../../../src/command/run-command.ts";
import { tellFailure } from "../../../src/command/tell-failure.ts";
import { spec } from "../../../src/handoff/commands/index.ts";
import { guarded, type SpecWorld } from "../../../src/handoff/store/world.ts";
import { CannotLook } from "../../../src/model/failure.ts";
import type { Output } from "../../../src/system/world.ts";

/** Runs `arkitekt spec <args>` in a world of the test's own, and catches what the program's one catch does; the exit code. */
export async function runSpec(args: readonly string[], outside: SpecWorld): Promise<number> {
  try {
    return await runFamily(spec, args, output(outside.write), () => guarded(outside));
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    return tellFailure(error.failure, output(outside.complain));
  }
}

function output(write: (text: string) => void): Output {
  return { isTerminal: false, hasColour: false, columns: 80, paint: picocolors.createColors(false), write };
}
