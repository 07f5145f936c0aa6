// The form of a `spec` command, and how its arguments are read.
import { parseArgs } from "node:util";
import { nearest } from "../base/nearest.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { SpecWorld } from "./store/world.ts";

export interface Flag {
  /** `text` takes one value, `list` may be given several times, `switch` takes none. */
  readonly kind: "text" | "list" | "switch";
  /** How the value is shown in the help. */
  readonly value?: string;
  readonly help: string;
  readonly isRequired?: boolean;
}

export interface Command {
  /** As it is typed behind `spec`: "msg new". */
  readonly name: string;
  readonly summary: string;
  /** What stands beside the flags; every one of them is needed. */
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  readonly example: string;
  /** The exit code: 0 done, 1 refused. */
  run(call: Call, world: SpecWorld): number;
}

/** The arguments of one call, checked against the command. */
export interface Call {
  readonly operands: readonly string[];
  text(flag: string): string | undefined;
  need(flag: string): string;
  list(flag: string): readonly string[];
  has(flag: string): boolean;
}

export const ID: Flag = { kind: "text", value: "<id>", help: "the request", isRequired: true };
export const NOW: Flag = { kind: "text", value: "<time>", help: "the time to write, instead of the clock's" };

export function readCall(command: Command, args: readonly string[]): Call {
  const { values, operands } = parse(command, args);
  for (const [name, flag] of Object.entries(command.flags)) {
    if (flag.isRequired === true && !values.has(name)) refuse(command, `--${name} is missing`);
  }
  const [surplus] = operands.slice(command.operands.length);
  if (surplus !== undefined) refuse(command, `"${surplus}" is one argument too many`);
  const missing = command.operands[operands.length];
  if (missing !== undefined) refuse(command, `<${missing}> is missing`);
  return {
    operands,
    text: (flag) => values.get(flag)?.at(-1),
    need: (flag) => values.get(flag)?.at(-1) ?? refuse(command, `--${flag} is missing`),
    list: (flag) => values.get(flag) ?? [],
    has: (flag) => values.has(flag),
  };
}

export function usageOf(command: Command): string {
  const operands = command.operands.map((name) => ` <${name}>`).join("");
  const flags = Object.entries(command.flags).map(([name, flag]) => {
    const shown = flag.value === undefined ? `--${name}` : `--${name} ${flag.value}`;
    const many = flag.kind === "list" ? "…" : "";
    return flag.isRequired === true ? ` ${shown}${many}` : ` [${shown}${many}]`;
  });
  return `arkitekt spec ${command.name}${operands}${flags.join("")}`;
}

/** A refusal of the arguments, with what the command would have taken. */
export function refuse(command: Command, message: string, next = `usage: ${usageOf(command)}`): never {
  throw new CannotLook(failure("bad-arguments", message, next));
}

function parse(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, { kind }]) => [
      name,
      { type: kind === "switch" ? ("boolean" as const) : ("string" as const) },
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
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(command.flags, token.name) ? command.flags[token.name] : undefined;
    if (flag === undefined) return unknownFlag(command, token.rawName);
    if (flag.kind === "switch" && token.value !== undefined)
      refuse(command, `--${token.name} takes no value`);
    const isSwallowed = token.inlineValue === false && token.value.startsWith("--");
    if (flag.kind !== "switch" && (token.value === undefined || token.value === "" || isSwallowed)) {
      refuse(command, `--${token.name} needs a value`);
    }
    const before = values.get(token.name) ?? [];
    if (flag.kind === "text" && before.length > 0) refuse(command, `--${token.name} is there twice`);
    values.set(token.name, [...before, token.value ?? ""]);
  }
  return { values, operands };
}

function unknownFlag(command: Command, rawName: string): never {
  const like = nearest(rawName.replace(/^-+/, ""), Object.keys(command.flags));
  const meant = like === undefined ? "" : `; did you mean --${like}?`;
  return refuse(command, `unknown flag ${rawName}${meant}`);
}
