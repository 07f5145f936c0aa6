// What passes between a launcher in the hooks folder (`templates/launcher.sh`) and the program that it starts.
import { closeSync, writeSync } from "node:fs";

/** Written after the hook's name: `hook pre-commit --launched <launcher> <its process> <Git's process> …`. */
const LAUNCHED = "--launched";

export interface Launched {
  readonly hook: string;
  /** The launcher's own file; undefined for our lines in a file of `.husky`. */
  readonly launcher: string | undefined;
  /** The process that runs it, and the one that started that: Git. */
  readonly process: number;
  readonly git: number;
}

/** `args` begin with the command. Undefined if somebody else calls. */
export function launchedBy([command, hook, flag, launcher, process, git]: readonly string[]):
  | Launched
  | undefined {
  if (command !== "hook" || flag !== LAUNCHED || hook === undefined || launcher === undefined)
    return undefined;
  return {
    hook,
    launcher: launcher === "-" ? undefined : launcher,
    process: Number(process),
    git: Number(git),
  };
}

/** The words after the hook's name that Git gave, and `--prefetched`. */
export function withoutLaunched(words: readonly string[]): readonly string[] {
  return words[0] === LAUNCHED ? words.slice(4) : words;
}

/**
 * The proof that the launcher demands on standard output: this program came to its end for this very call, and with this code.
 * Without it nothing passes, whatever code the process ends with: an empty file ends with 0 too. It is said last of all, once the process
 * ends, and nobody who reads what we print has to wait until the system has cleared the process away.
 */
export function tellLauncher(launched: Launched | undefined, code: number): void {
  if (launched === undefined) return;
  process.once("exit", () => {
    try {
      writeSync(1, `arkitekt ${launched.hook} ${launched.process} ${code}\n`);
      for (const stream of [1, 2]) closeSync(stream);
    } catch {
      // Who does not read it does not let anything pass.
    }
  });
}
