// How people start the program from here: what a message shows can be pasted as it stands.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

/** The words that a command line begins with; a test compares them with the table of commands. */
export const COMMAND_WORDS = [
  ..."install uninstall doctor check baseline scan shims fix patch task refactor policy rules explain spec ci report".split(
    " ",
  ),
  ..."pipeline agent handoff demo hook".split(" "),
  "--help",
] as const;

const CALLED = new RegExp(
  String.raw`(?<![\w./\-])(?<!\b(?:npx|git|Laid by) )arkitekt(?=\s+(?:${COMMAND_WORDS.join("|")})(?![\w/.]))`,
  "g",
);

/** A line of somebody's code in a frame stays as it is. */
const FRAME = /^\s*\d* \| /;

/** The text with each command line in the form that works for where `folder`, that of the program, and `script`, what was started, lie. */
export function asTyped(text: string, called: string): string {
  if (called === "arkitekt" || (!text.includes("arkitekt ") && !text.includes("arkitekt\n"))) return text;
  return text
    .split(/^/m)
    .map((line) => (FRAME.test(line) ? line : line.replaceAll(CALLED, called)))
    .join("");
}

/**
 * The copy in a Git folder is started by the alias that install set, unless there was one before: beside it lies what the alias starts.
 * A project's package is started by npx, and one that is on PATH by its name.
 */
export function calledAs(folder: string, script: string): string {
  const home = join(folder, "../../..");
  if (basename(home) === "arkitekt" && existsSync(join(home, STARTER))) return "git arkitekt";
  return /[\\/]node_modules[\\/]\.bin[\\/]/.test(script) ? "npx arkitekt" : "arkitekt";
}

/** What the alias starts, in the folder of the gate. */
export const STARTER = "command";
