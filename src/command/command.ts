// The form of a command: what --help shows and what the command line is read by are the same data.
import type { Failure } from "../model/failure.ts";
import type { World } from "../system/world.ts";

/** `Surroundings` is what a command may know of the outside, besides its arguments. */
export interface Command<Surroundings = World> {
  /** As it is typed after "arkitekt": "check", "policy print", "spec msg new". */
  readonly name: string;
  /** What it does; the first sentence stands in the list of a family. */
  readonly about: string;
  /** The arguments that are not flags, in order; every one of them is needed. */
  readonly operands?: readonly string[];
  /** What may follow them. */
  readonly optional?: readonly string[];
  /** What may follow them, any number of times, all of it each time. */
  readonly moreOperands?: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Flags of which only one may be given, or exactly one must be. */
  readonly oneOf?: { readonly flags: readonly string[]; readonly isNeeded: boolean };
  readonly examples: readonly [Example, ...Example[]];
  /** Answers unsound arguments, which are refused where it is left out; gives the exit code. */
  onFault?(fault: Failure, surroundings: Surroundings): number;
  /** Gives the exit code. */
  run(input: Input, surroundings: Surroundings): number | Promise<number>;
}

export type Flag = Switch | ValueFlag;

export interface Switch {
  readonly help: string;
}

export interface ValueFlag {
  readonly help: string;
  /** The name of its value in the help. */
  readonly value: string;
  readonly isRequired?: true;
  /** One letter that stands for it: `-m`. */
  readonly short?: string;
  /** It takes several values, and may be given several times; any other flag may not. */
  readonly isRepeatable?: true;
}

export interface Example {
  readonly line: string;
  readonly says?: string;
}

/** The arguments of one call, checked against the command. */
export interface Input {
  readonly operands: readonly string[];
  text(flag: string): string | undefined;
  /** The value of a flag that is required. */
  need(flag: string): string;
  /** Every value of a flag that is repeatable. */
  list(flag: string): readonly string[];
  has(flag: string): boolean;
  /** The value of a flag, refused when it is not one of `choices`. */
  choice<Choice extends string>(flag: string, choices: readonly Choice[]): Choice | undefined;
  /** What is wrong with the arguments, and what to do instead; the command's help when left out. */
  refuse(fault: string, next?: string): never;
}

/** Commands that begin with the same word: "spec new", "spec msg new". */
export interface Family<Surroundings = World> {
  readonly name: string;
  readonly about: string;
  readonly commands: readonly Command<Surroundings>[];
}

export function takesValue(flag: Flag): flag is ValueFlag {
  return "value" in flag;
}
