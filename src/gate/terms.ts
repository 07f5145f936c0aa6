import type { RepoPath } from "../base/repo-path.ts";
import type { Source } from "../model/change.ts";
import type { Finding, Level } from "../model/finding.ts";
import type { Note } from "../model/note.ts";
import type { Override } from "../model/override.ts";
import type { Project } from "../model/project.ts";
import type { TaskAtHand } from "../model/task/task-at-hand.ts";
import type { RunTransform } from "../model/transform.ts";
import type { TaskObjection } from "../modules/facts.ts";
import type { Rule } from "../rule/rule.ts";
import type { Helpers } from "./inspect/handed.ts";
import type { KnownStep } from "./known/known-step.ts";
import type { KnownTree } from "./known/known-tree.ts";
import type { Memory } from "./known/memory.ts";

/** On what terms a change is judged: the policy in force for it, the day, and the exceptions it brings. */
export interface Terms {
  readonly rules: readonly Rule[];
  readonly project: Project;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** The level and the options of a rule for a file, or for the change as a whole. */
  setting(rule: string, path?: RepoPath): Setting;
  /** Whether the policy lets this change make an exception to the rule. */
  mayOverride(rule: string): boolean;
  readonly overrides: readonly Override[];
  /** What the task claims as well, as overrides would: only exceptions that a rule proves are heard. */
  readonly taskClaims?: readonly Override[];
  /** What the change calls its task. */
  readonly code?: string | undefined;
  /** Left out where the repository keeps no tasks. */
  readonly task?: TaskAtHand | undefined;
  /** What speaks against a task that a change adds, by its file; left out where nobody can look. */
  objectionsTo?(path: RepoPath, source: Source): Promise<readonly TaskObjection[]>;
  /** What there is to say about the terms themselves. */
  readonly notes?: readonly Note[];
  /** Does the tasks of a range again at its end; left out for anything but a range. */
  replays?(): Promise<readonly Finding[]>;
  /** The change is what the task that it records makes of what it stands on: it was done again, and compared. */
  readonly isReproduced?: boolean;
  /** A date that has passed is an error wherever it is met, even when a whole tree is looked at. */
  readonly isStrictOnDates?: boolean;
  /** Largest file that is read, in bytes. */
  readonly sizeLimit: number;
  /** What is known about files by their contents. */
  readonly memory?: Memory;
  /** What is known of the step that is judged; left out for anything else, and where it brings exceptions. */
  readonly step?: KnownStep | undefined;
  /** What is known of the tree that is judged; left out for anything else. */
  readonly tree?: KnownTree | undefined;
  /** Judge files at the same time; left out where there are few, or no helper. */
  readonly helpers?: Helpers;
  /** Runs the transforms that the policy declares; left out where no program may be started. */
  readonly runTransform?: RunTransform;
}

export interface Setting {
  readonly level: Level;
  readonly options: unknown;
}
