import { parseArgs } from "node:util";
import { nearest } from "../base/nearest.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Failure, failure } from "../model/failure.ts";
import type { Command, Input } from "./command.ts";

/** Reads a command line strictly: an unknown flag, a missing value, a flag given twice or a word too many is a failure. */
export function readArguments(command: Command, args: readonly string[]): Result<Input, Failure> {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      { type: flag.value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      words.push(token.value);
      continue;
    }
    const fault = flagFault(command, token, values);
    if (fault !== undefined) return err(refuse(command, fault));
    values.set(token.name, token.value ?? "");
  }
  const { least, most } = command.words ?? { least: 0, most: 0 };
  if (words.length > most) return err(refuse(command, `"${words[most]}" is one word too many`));
  if (words.length < least) return err(refuse(command, "a word is missing"));
  return ok({ words, text: (flag) => values.get(flag), has: (flag) => values.has(flag) });
}

function flagFault(
  command: Command,
  token: { rawName: string; name: string; value: string | undefined; inlineValue?: boolean | undefined },
  values: ReadonlyMap<string, string>,
): string | undefined {
  const flag = Object.hasOwn(command.flags, token.name) ? command.flags[token.name] : undefined;
  if (flag === undefined) {
    const close = nearest(token.name, Object.keys(command.flags));
    return `there is no ${token.rawName}${close === undefined ? "" : `; did you mean --${close}?`}`;
  }
  if (values.has(token.name)) return `${token.rawName} is given twice`;
  if (flag.value === undefined) {
    return token.value === undefined ? undefined : `${token.rawName} takes no value`;
  }
  // An empty one is a variable of a script that was never set.
  const isMissing = !token.value || (token.value.startsWith("--") && token.inlineValue !== true);
  return isMissing ? `${token.rawName} needs a value: ${token.rawName} ${flag.value}` : undefined;
}

function refuse(command: Command, fault: string): Failure {
  return failure("bad-arguments", `arkitekt ${command.name}: ${fault}`, `arkitekt ${command.name} --help`);
}
