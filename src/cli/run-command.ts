import { version } from "../base/version.ts";
import { withGuess } from "../base/wording.ts";
import { lostGate } from "../install/gate/lost-gate.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { giveBack } from "../system/program/node-variables.ts";
import { spoken, type World } from "../system/world.ts";
import { commands } from "./commands/index.ts";
import { generalHelp } from "./general-help.ts";

/** Everything but `hook`, which has a shorter way. */
export async function runCommand([name, ...args]: readonly string[], world: World): Promise<number> {
  const { stdout } = world;
  giveBack(world.env);
  if (name === "--version" || name === "version") {
    stdout.write(`${version}\n`);
    return EXIT.pass;
  }
  if (name === "help" && args.length > 0) return runCommand([...args, "--help"], world);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    stdout.write(generalHelp(commands, stdout));
    return name === undefined ? EXIT.cannotLook : EXIT.pass;
  }
  const entry = commands.find((candidate) => candidate.name === name);
  const [family = "", ...words] = name.split(".");
  // The protocol writes spec.msg.new.
  if (entry === undefined && words.length > 0 && commands.some((candidate) => candidate.name === family))
    return runCommand([family, ...words, ...args], world);
  if (entry === undefined) throw new CannotLook(unknownCommand(name));
  tellLostGate(name, args, world);
  return (await entry.load(args[0])).run(
    args,
    SPEAKING.has(name) ? { ...world, stdout: spoken(stdout) } : world,
  );
}

/** On standard error, so that what is printed for programs stays what it is. */
function tellLostGate(name: string, args: readonly string[], { cwd, env, stderr }: World): void {
  if (SAY_IT_THEMSELVES.has(name) || args.includes("--help")) return;
  const said = lostGate(cwd, env);
  if (said !== undefined) stderr.write(`arkitekt: ${said}\n`);
}

/** Those that install the gate or take it out, and the one that proves it. */
const SAY_IT_THEMSELVES: ReadonlySet<string> = new Set(["install", "uninstall", "doctor", "hook"]);

/** Commands that print for people, and none of people's own texts: what they name as commands can be pasted. */
const SPEAKING = new Set(
  "install uninstall doctor check baseline rules explain scan shims refactor".split(" "),
);

function unknownCommand(name: string) {
  const names = commands.map((command) => command.name);
  const sentence = withGuess(`there is no command "${name}"`, name, names);
  return failure("bad-arguments", sentence, "arkitekt --help lists them");
}
