import { version } from "../base/version.ts";
import { tellFailure } from "../command/tell-failure.ts";
import { runHook } from "../hooks/run-hook.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook } from "../model/failure.ts";
import { fileFailure } from "../system/files.ts";
import { theWorld, type World } from "../system/world.ts";
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
    return process.exit(known === undefined ? bug(error, args, world) : tellFailure(known, world.stderr));
  }
}

async function run(args: readonly string[], world: World): Promise<number> {
  const [command, ...rest] = args;
  if (command === "hook" && !rest.includes("--help")) return runHook(rest, world);
  return runCommand(args, world);
}

function bug(error: unknown, args: readonly string[], world: World): number {
  const { stderr } = world;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(
    [
      `arkitekt: an internal error, so nothing was judged and nothing was changed.`,
      `→ please report it with the text below (arkitekt ${version}, node ${process.version}, arguments: ${args.join(" ")})`,
      args[0] === "hook"
        ? `→ to go on this once: ARKITEKT=0 git <command>; ${args[1] === "pre-push" ? "nothing of that push is judged then" : "a push still judges the commit"}`
        : "",
      text,
      "",
    ]
      .filter((line, index) => line !== "" || index === 4)
      .join("\n"),
  );
  return EXIT.bug;
}
