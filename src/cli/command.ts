// The form of a command: what --help shows and what the command line is read by are the same data.
import type { World } from "../system/world.ts";

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** How many words may stand beside the flags. */
  readonly words?: { readonly least: number; readonly most: number };
  readonly examples: readonly Example[];
  run(input: Input, world: World): Promise<number>;
}

export interface Flag {
  readonly help: string;
  /** The name of its value in the help; a flag without one is a switch. */
  readonly value?: string;
}

export interface Example {
  readonly line: string;
  readonly says: string;
}

export interface Input {
  readonly words: readonly string[];
  text(flag: string): string | undefined;
  has(flag: string): boolean;
}
