import type { Random } from "./random.ts";
import type { Edits, Tree } from "./tree.ts";

/** A kind of commit that people make, and how one is made of the tree as it stands. */
export interface Kind {
  readonly name: string;
  /** How many of them the history holds, where the tree offers that many. */
  readonly count: number;
  /** Undefined when the place that was tried is not fit for it. */
  make(tree: Tree, random: Random): Made | undefined;
}

export interface Made {
  /** Without the task's code, unless `isWholeTitle`. */
  readonly title: string;
  readonly isWholeTitle?: true;
  /** An exception that the commit claims, as its trailer has it. */
  readonly claim?: string;
  readonly edits: Edits;
  /** What is to be said about it, known because it was put there. */
  readonly planted?: Planted;
}

export interface Planted {
  readonly rule: string;
  /** Where it is to be found; left out when the rule speaks of the commit as a whole. */
  readonly path?: string;
  /** No fault, but something that is to be told: a sound commit stays one. */
  readonly isNotice?: true;
}

/** Several kinds need one file of many, tried in a fixed disorder until one will do. */
export function firstThat<T>(
  items: readonly string[],
  random: Random,
  make: (path: string) => T | undefined,
): T | undefined {
  for (const path of random.shuffled(items)) {
    const made = make(path);
    if (made !== undefined) return made;
  }
  return undefined;
}
