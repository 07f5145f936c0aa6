// What Git runs for a command as well as the command itself: what an alias stands for, and the scripts that some commands are handed.
import { shellQuoted } from "../base/shell-word.ts";
import { type GitCall, gitCall } from "./git-call.ts";
import { type SimpleCommand, simpleCommands } from "./shell.ts";

/** What an alias of Git stands for in this repository. */
export type AliasOf = (name: string) => string | undefined;

/** How deep an alias of an alias is followed. */
const DEEPEST = 6;

/** The command, and what it makes Git run. */
export function followed(command: SimpleCommand, aliasOf: AliasOf, depth = 0): readonly SimpleCommand[] {
  const call = gitCall(command);
  if (call === undefined || depth > DEEPEST) return [command];
  const texts = [...scriptsIn(call), ...aliasIn(call, aliasOf)];
  const run = texts.flatMap((text) =>
    simpleCommands(text, call.folder).flatMap((found) =>
      followed({ ...found, assignments: [...command.assignments, ...found.assignments] }, aliasOf, depth + 1),
    ),
  );
  return [command, ...run];
}

/** What an alias that a call of `git config` sets would run. */
export function aliasDefined({ subcommand, args }: GitCall): string | undefined {
  if (subcommand !== "config") return undefined;
  const at = args.findIndex((word) => /^alias\./i.test(word));
  const value = at < 0 ? undefined : args[at + 1];
  return value === undefined ? undefined : asCommand(value);
}

function asCommand(alias: string): string {
  return alias.startsWith("!") ? alias.slice(1) : `git ${alias}`;
}

function scriptsIn({ subcommand, args }: GitCall): readonly string[] {
  const rest = args.slice(1).filter((word) => !word.startsWith("--"));
  if (subcommand === "submodule" && args[0] === "foreach") return [rest.join(" ")];
  if (subcommand === "bisect" && args[0] === "run") return [rest.map(shellQuoted).join(" ")];
  if (subcommand !== "rebase") return [];
  return args.flatMap((word, at) => {
    if (word === "-x" || word === "--exec") return args[at + 1] ?? [];
    const [, script] = /^(?:--exec=|-x)(.+)$/s.exec(word) ?? [];
    return script ?? [];
  });
}

/** As a shell would run it: `git ci -m x` with `ci = commit -n` is `git commit -n -m x`. */
function aliasIn({ settings, subcommand, args }: GitCall, aliasOf: AliasOf): readonly string[] {
  const name = `alias.${subcommand}=`.toLowerCase();
  const given = settings.findLast((setting) => setting.toLowerCase().startsWith(name));
  const value = given?.slice(name.length) ?? aliasOf(subcommand);
  if (value === undefined) return [];
  const rest = args.map((word) => ` ${shellQuoted(word)}`).join("");
  return [`${asCommand(value)}${rest}`];
}
