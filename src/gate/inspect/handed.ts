// What is handed to threads that judge files at the same time, and what they hand back.
import type { KnownFacts } from "../../lua/known-facts.ts";
import type { FileVersion } from "../../model/change.ts";
import type { Finding, Level } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { TaskAtHand } from "../../model/task/task-at-hand.ts";
import type { Watched } from "../known/seen.ts";

export interface Helpers {
  readonly count: number;
  /** In their order; undefined where they could not be judged there. `helper` counts from 0. */
  help(helper: number, handed: Handed): Promise<readonly FromHelper[] | undefined>;
}

/** Plain data. */
export interface Handed {
  readonly files: readonly HandedFile[];
  readonly terms: HandedTerms;
  /** What the rules look at besides is asked for. */
  readonly isWatched: boolean;
}

export interface HandedFile {
  readonly file: FileVersion;
  readonly tasks: readonly {
    readonly rule: string;
    readonly options: unknown;
    readonly isTree: boolean;
  }[];
  /** Of a link: what the terms say of each task's rule where it leads. */
  readonly behind: readonly { readonly level: Level; readonly options: unknown }[];
  readonly bytes: Uint8Array;
}

/** What else rules about files are told. */
export interface HandedTerms {
  readonly project: Project;
  readonly today: string;
  readonly isStrictOnDates: boolean;
  readonly code: string | undefined;
  readonly task: TaskAtHand | undefined;
  readonly sizeLimit: number;
}

/** Plain data. */
export interface Helped {
  readonly found: readonly { readonly rule: string; readonly finding: Finding }[];
  /** It is Lua, and does not parse. */
  readonly isBroken: boolean;
  /** What was found out about it along the way. */
  readonly facts?: KnownFacts | undefined;
}

export interface FromHelper {
  readonly judged: Helped;
  /** Nothing where nobody watched. */
  readonly seen: ReadonlySet<Watched>;
}
