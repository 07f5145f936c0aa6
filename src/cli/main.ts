import { runHook } from "../hooks/run-hook.ts";
import { CannotLook } from "../model/failure.ts";
import { fileFailure } from "../system/files.ts";
import { theWorld, type World } from "../system/world.ts";
import { tellBug, tellCannotLook } from "./no-verdict.ts";
import { runCommand } from "./run-command.ts";

export function main(): void {
  void answer(process.argv.slice(2), theWorld());
}

/** The one catch: what a user can cause ends with 2 and a next step, what only we can cause with 3 and how to report it. */
async function answer(args: readonly string[], world: World): Promise<never> {
  try {
    return process.exit(await run(args, world));
  } catch (error) {
    const known = error instanceof CannotLook ? error.failure : fileFailure(error);
    return process.exit(
      await (known === undefined ? tellBug(error, args, world) : tellCannotLook(known, args, world)),
    );
  }
}

async function run(args: readonly string[], world: World): Promise<number> {
  const [command, ...rest] = args;
  if (command === "hook" && !rest.includes("--help")) return runHook(rest, world);
  return runCommand(args, world);
}
