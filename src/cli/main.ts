import { runHook } from "../hooks/run-hook.ts";
import { CannotLook } from "../model/failure.ts";
import { fileFailure } from "../system/files.ts";
import { type Launched, launchedBy, tellLauncher } from "../system/program/launched.ts";
import { THREAD } from "../system/threads/thread-word.ts";
import { theWorld, type World } from "../system/world.ts";

export function main(): void {
  void answer(process.argv.slice(2), theWorld());
}

async function answer(args: readonly string[], world: World): Promise<never> {
  if (args[0] === THREAD && (await (await import("../check/shard/tree-helpers.ts")).helpJudging()))
    process.exit(0);
  const launched = launchedBy(args);
  const code = await codeOf(args, launched, world);
  tellLauncher(launched, code);
  return process.exit(code);
}

/** The one catch: what a user can cause ends with 2 and a next step, what only we can cause with 3 and how to report it. */
async function codeOf(
  args: readonly string[],
  launched: Launched | undefined,
  world: World,
): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === "hook" && (launched !== undefined || !rest.includes("--help")))
      return await runHook(rest, launched, world);
    return await (await import("./run-command.ts")).runCommand(args, world);
  } catch (error) {
    const known = error instanceof CannotLook ? error.failure : fileFailure(error);
    const { tellBug, tellCannotLook } = await import("./no-verdict.ts");
    return await (known === undefined ? tellBug(error, args, world) : tellCannotLook(known, args, world));
  }
}
