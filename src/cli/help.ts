import { version } from "../base/version.ts";
import { type Paint, wrap } from "../report/terminal-text.ts";
import type { Command, Flag } from "./command.ts";
import type { CommandEntry } from "./commands/index.ts";

export function commandHelp(command: Command, paint: Paint, width: number): string {
  const flags = Object.entries({ ...command.flags, help: { help: "shows this page" } });
  const column = Math.max(...flags.map(([name, flag]) => flagName(name, flag).length)) + 4;
  const indent = " ".repeat(column);
  return [
    wrap(command.summary, width, ""),
    "",
    `${paint.bold("usage")}  arkitekt ${command.name} ${command.usage}`.trimEnd(),
    "",
    ...flags.map(
      ([name, flag]) => `  ${flagName(name, flag).padEnd(column - 2)}${wrap(flag.help, width, indent)}`,
    ),
    "",
    ...command.examples.flatMap(({ line, says }) => [
      `  ${paint.cyan(line)}`,
      `      ${wrap(says, width, "      ")}`,
    ]),
    "",
  ].join("\n");
}

function flagName(name: string, { value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

export function generalHelp(commands: readonly CommandEntry[], paint: Paint, width: number): string {
  const column = Math.max(...commands.map(({ name }) => name.length)) + 4;
  return [
    `${paint.bold("arkitekt")} ${version}: the Git gatekeeper for Lua repositories`,
    "",
    `${paint.bold("usage")}  arkitekt <command> [flags]`,
    "",
    ...commands.map(
      ({ name, summary }) => `  ${name.padEnd(column)}${wrap(summary, width, " ".repeat(column + 2))}`,
    ),
    "",
    "  arkitekt <command> --help   shows the flags and an example",
    "",
    "exit codes: 0 pass or skip, 1 blocked, 2 cannot look (input), 3 an internal error",
    "",
  ].join("\n");
}
