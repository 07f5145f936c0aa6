import { parseArgs } from "node:util";
import { list, withGuess } from "../base/wording.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { type Command, type Input, takesValue } from "./command.ts";

type Asked = Pick<Command<never>, "name" | "operands" | "optional" | "moreOperands" | "flags" | "oneOf">;

/**
 * Reads a command line strictly: an unknown flag, a missing value, a flag given twice, one that is needed and left out, or an
 * argument too many or too few is refused.
 */
export function readArguments(command: Asked, args: readonly string[]): Input {
  const { values, operands } = parse(command, args);
  checkFlags(command, values);
  const wanted = [...(command.operands ?? [])];
  const more = command.moreOperands ?? [];
  while (more.length > 0 && wanted.length < operands.length) wanted.push(...more);
  const surplus = operands[wanted.length + (command.optional?.length ?? 0)];
  if (surplus !== undefined) refuse(command, `"${surplus}" is one argument too many`);
  const missing = wanted[operands.length];
  if (missing !== undefined) refuse(command, `the argument <${missing}> is missing`);
  return inputOf(command, values, operands);
}

type Values = ReadonlyMap<string, readonly string[]>;

function inputOf(command: Asked, values: Values, operands: readonly string[]): Input {
  const text = (flag: string) => values.get(flag)?.at(-1);
  return {
    operands,
    text,
    need: (flag) => text(flag) ?? refuse(command, `--${flag} is missing`),
    list: (flag) => values.get(flag) ?? [],
    has: (flag) => values.has(flag),
    choice(flag, choices) {
      const wish = text(flag);
      if (wish === undefined) return undefined;
      const choice = choices.find((one) => one === wish);
      if (choice !== undefined) return choice;
      return refuse(
        command,
        withGuess(`--${flag} ${wish} is not one of ${choices.join(", ")}`, wish, choices),
      );
    },
    refuse: (fault, next) => refuse(command, fault, next),
  };
}

function parse(command: Asked, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      {
        type: takesValue(flag) ? ("string" as const) : ("boolean" as const),
        ...(takesValue(flag) && flag.short !== undefined ? { short: flag.short } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const words: Word[] = [];
  let last: string | undefined;
  for (const token of tokens) {
    if (token.kind === "positional") words.push({ value: token.value, behind: last });
    if (token.kind === "option-terminator") last = undefined;
    if (token.kind !== "option") continue;
    const before = values.get(token.name) ?? [];
    const fault = flagFault(command, token, before.length > 0);
    if (fault !== undefined) refuse(command, fault);
    values.set(token.name, [...before, token.value ?? ""]);
    last = isList(command, token.name) ? token.name : undefined;
  }
  return { values, operands: operandsOf(command, words, values) };
}

/** A word that belongs to no flag by itself; `behind` is the flag that it and its like follow, if that takes several values. */
interface Word {
  readonly value: string;
  readonly behind: string | undefined;
}

function isList({ flags }: Asked, name: string): boolean {
  const flag = flags[name];
  return flag !== undefined && takesValue(flag) && flag.isRepeatable === true;
}

/** `--allow A B` is `--allow A --allow B`, as far as there are more words than operands. */
function operandsOf(
  command: Asked,
  words: readonly Word[],
  values: Map<string, string[]>,
): readonly string[] {
  const { operands = [], optional = [], moreOperands = [] } = command;
  let surplus = moreOperands.length > 0 ? 0 : words.length - operands.length - optional.length;
  return words.flatMap(({ value, behind }) => {
    if (behind === undefined || surplus <= 0) return [value];
    surplus--;
    values.get(behind)?.push(value);
    return [];
  });
}

interface FlagToken {
  readonly rawName: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function flagFault(
  { flags }: Asked,
  { rawName, name, value, inlineValue }: FlagToken,
  isGiven: boolean,
): string | undefined {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (flag === undefined) {
    return withGuess(`there is no ${rawName}`, name, Object.keys(flags), (near) => `--${near}`);
  }
  if (!takesValue(flag)) {
    if (isGiven) return `${rawName} is given twice`;
    return value === undefined ? undefined : `${rawName} takes no value`;
  }
  if (isGiven && flag.isRepeatable !== true) return `${rawName} is given twice`;
  // An empty one is a variable of a script that was never set.
  const isMissing = !value || (value.startsWith("--") && inlineValue !== true);
  return isMissing ? `${rawName} needs a value: ${rawName} ${flag.value}` : undefined;
}

function checkFlags(command: Asked, values: Values): void {
  for (const [name, flag] of Object.entries(command.flags)) {
    if (takesValue(flag) && flag.isRequired === true && !values.has(name)) {
      refuse(command, `--${name} is missing`);
    }
  }
  if (command.oneOf === undefined) return;
  const { flags, isNeeded } = command.oneOf;
  const given = flags.filter((flag) => values.has(flag)).map((flag) => `--${flag}`);
  if (given.length > 1) refuse(command, `${list(given, "and")} can't be given together`);
  if (given.length === 0 && isNeeded) {
    const wanted = flags.map((flag) => `--${flag}`);
    refuse(command, `give ${wanted.length === 2 ? "either " : ""}${list(wanted, "or")}`);
  }
}

function refuse({ name }: Asked, fault: string, next = `arkitekt ${name} --help`): never {
  throw new CannotLook(failure("bad-arguments", `${name}: ${fault}`, next));
}
