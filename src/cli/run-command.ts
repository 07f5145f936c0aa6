import { nearest } from "../base/nearest.ts";
import { version } from "../base/version.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { World } from "../system/world.ts";
import { commands } from "./commands/index.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { readArguments } from "./read-arguments.ts";

/** Everything but `hook`, which has a shorter way. */
export async function runCommand(
  name: string | undefined,
  args: readonly string[],
  world: World,
): Promise<number> {
  const { stdout } = world;
  if (name === "--version" || name === "version") {
    stdout.write(`${version}\n`);
    return EXIT.pass;
  }
  if (name === undefined || name === "--help" || name === "-h" || (name === "help" && args.length === 0)) {
    stdout.write(generalHelp(commands, stdout.paint, stdout.columns));
    return name === undefined ? EXIT.cannotLook : EXIT.pass;
  }
  const [wanted = name, rest] = name === "help" ? [args[0], ["--help"]] : [name, args];
  const entry = commands.find((candidate) => candidate.name === wanted);
  if (entry === undefined) throw new CannotLook(unknownCommand(wanted));
  const loaded = await entry.load();
  if (loaded.kind === "own-arguments") return loaded.run(rest, world);
  if (beforeTerminator(rest).some((word) => word === "--help" || word === "-h")) {
    stdout.write(commandHelp(loaded.command, stdout.paint, stdout.columns));
    return EXIT.pass;
  }
  const input = readArguments(loaded.command, rest);
  if (!input.ok) throw new CannotLook(input.error);
  return loaded.command.run(input.value, world);
}

function beforeTerminator(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end < 0 ? args : args.slice(0, end);
}

function unknownCommand(name: string) {
  const close = nearest(
    name,
    commands.map((command) => command.name),
  );
  const guess = close === undefined ? "" : `; did you mean ${close}?`;
  return failure("bad-arguments", `there is no command "${name}"${guess}`, "arkitekt --help lists them");
}
