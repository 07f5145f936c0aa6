// The form of a rule. A rule is pure: it sees what it is given here, and yields findings.

import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Facet } from "../model/facet.ts";
import type { Finding } from "../model/finding.ts";
import type { Option } from "../model/option.ts";
import type { Project } from "../model/project.ts";
import type { TaskAtHand } from "../model/task/task-at-hand.ts";
import type { Facts, Need } from "../modules/facts.ts";
import type { SourceFile } from "../modules/source-file.ts";
import type { NoOptions } from "./no-options.ts";

/** Why a rule can't use its options: a policy that holds them is refused. */
export interface OptionFault {
  /** Keys and indices from the options: `["greps", 0, "pattern"]`. */
  readonly keys: readonly (string | number)[];
  readonly message: string;
  readonly next: string;
}

interface RuleForm<O> {
  /** The same as in the file name, the policy, the fixture folder and the docs page. */
  readonly id: string;
  /** One line: what the rule holds. */
  readonly summary: string;
  /** Stated once: their type, schema, defaults and docs. */
  readonly options: Option<O>;
  /** What is wrong with options that fit the schema; undefined if they can be used. Some of them may be left out. */
  faultIn?(options: Readonly<Record<string, unknown>>): OptionFault | undefined;
  /**
   * The word that claims an exception which the rule itself proves: an override whose reason begins with it
   * (`diff-budget: mechanical: …`) silences nothing and needs no permission, it only lets the rule look.
   */
  readonly claim?: string;
}

/**
 * A rule about the text of one file. The gate runs it on a file before and after the change, and only what the change
 * adds is new: such a rule never compares.
 */
export interface FileRule<O> extends RuleForm<O> {
  readonly kind: "file";
  /** Whether the rule concerns this path at all; decided before anything is read. */
  covers(path: RepoPath, project: Project, options: O): boolean;
  inspect(file: SourceFile, scene: Scene<O>): Iterable<Finding>;
  /** What it also checks about the change as a whole, with the same options. */
  readonly ofChange?: Pick<ChangeRule<O>, "facet" | "needs" | "inspect">;
}

/** A rule about a change as a whole. What it yields is new by its nature. */
export interface ChangeRule<O> extends RuleForm<O> {
  readonly kind: "change";
  /** What it judges: it is asked about every subject that offers this, and about no other. */
  readonly facet: Facet;
  /**
   * What it wants to know beyond the list of changes. It is asked again with the facts so far, until it has no new question:
   * so one answer may lead to the next.
   */
  needs?(scene: ChangeScene<O>, facts: Facts): readonly Need[];
  inspect(scene: ChangeScene<O>, facts: Facts): Iterable<Finding>;
}

/** A rule that the gate itself carries out, because it is about what other rules found. */
export interface GateRule extends RuleForm<NoOptions> {
  readonly kind: "gate";
}

// biome-ignore lint/suspicious/noExplicitAny: a list of rules holds options of many types; each rule keeps its own
export type Rule = FileRule<any> | ChangeRule<any> | GateRule;

export interface Scene<O> {
  /** A whole tree is judged: a rule may be milder where nobody changes anything. */
  readonly isTree: boolean;
  readonly project: Project;
  readonly options: O;
  /** The day of judgement, `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** A date that has passed is an error even if nobody touches what it is about. */
  readonly isStrictOnDates?: boolean;
  /** What the change calls its task: the code in its title, or of the task at hand. */
  readonly code?: string | undefined;
  /** Left out if the repository keeps no tasks. */
  readonly task?: TaskAtHand | undefined;
}

export interface ChangeScene<O> extends Scene<O> {
  readonly change: ChangeSet;
  /** Somebody claims the exception that the rule proves: a trailer, the environment, the task. */
  readonly isClaimed: boolean;
  /** It is, byte for byte, what the task that it records makes of what it stands on: nobody has to read it. */
  readonly isReproduced: boolean;
  /** The options for one file, which the policy may override; undefined if the rule is off for it. */
  optionsFor(path: RepoPath): O | undefined;
  /** Whether a file that does not parse is stopped there: then nothing came in unseen while it did not. */
  mustParse(path: RepoPath): boolean;
}
