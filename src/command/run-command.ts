import { didYouMean, withGuess } from "../base/wording.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Output } from "../system/world.ts";
import type { Command, Family, Input } from "./command.ts";
import { commandHelp, familyHelp } from "./help.ts";
import { readArguments } from "./read-arguments.ts";

/** Runs a command, or shows its page; `surroundings` is asked for once the arguments are known to be sound. */
export async function runCommand<Surroundings>(
  command: Command<Surroundings>,
  args: readonly string[],
  stdout: Output,
  surroundings: () => Surroundings | Promise<Surroundings>,
): Promise<number> {
  if (asksForHelp(args)) {
    stdout.write(commandHelp(command, stdout));
    return EXIT.pass;
  }
  let input: Input;
  try {
    input = readArguments(command, args);
  } catch (error) {
    if (command.onFault === undefined || !(error instanceof CannotLook)) throw error;
    return command.onFault(error.failure, await surroundings());
  }
  return command.run(input, await surroundings());
}

/** Runs the command of a family that the first words name. */
export async function runFamily<Surroundings>(
  family: Family<Surroundings>,
  args: readonly string[],
  stdout: Output,
  surroundings: () => Surroundings | Promise<Surroundings>,
): Promise<number> {
  const [first] = args;
  // The names that the protocol has: spec.msg.new, and what is left of it here: msg.new.
  if (first?.includes(".") === true && !first.startsWith("-"))
    return runFamily(family, [...wordsOf(family, first), ...args.slice(1)], stdout, surroundings);
  if (first === undefined || first === "--help" || first === "-h") {
    stdout.write(familyHelp(family, stdout));
    return first === undefined ? EXIT.cannotLook : EXIT.pass;
  }
  if (first === "help") return runFamily(family, [...args.slice(1), "--help"], stdout, surroundings);
  for (const count of [2, 1]) {
    const name = [family.name, ...args.slice(0, count)].join(" ");
    const command = args.length < count ? undefined : family.commands.find((one) => one.name === name);
    if (command !== undefined) return runCommand(command, args.slice(count), stdout, surroundings);
  }
  throw new CannotLook(unknownCommand(family, args));
}

function wordsOf({ name }: Family<never>, dotted: string): readonly string[] {
  const [first, ...rest] = dotted.split(".");
  return first === name || first === undefined ? rest : [first, ...rest];
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((word) => word === "--help" || word === "-h");
}

/** With its second word where that makes it nearly the name of a command. */
function unknownCommand({ name, commands }: Family<never>, [first = "", second = ""]: readonly string[]) {
  const names = commands.map((command) => command.name);
  const both = `${name} ${first} ${second}`.trim();
  const word = didYouMean(both, names) === undefined ? `${name} ${first}` : both;
  const sentence = withGuess(`there is no command "${word}"`, word, names);
  return failure("bad-arguments", sentence, `arkitekt ${name} --help lists them`);
}
