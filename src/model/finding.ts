import type { RepoPath } from "../base/repo-path.ts";
import type { CommitName, ObjectId } from "./change.ts";
import type { Note } from "./note.ts";
import type { Place } from "./place.ts";
import type { AcceptanceLine } from "./task/acceptance-line.ts";

export type Level = "off" | "warn" | "error";

/** What a rule says, in text for people: bytes of a source are made readable first. It knows no level: the policy gives it one. */
export interface Finding {
  readonly message: string;
  /** Lines below the message that show how it came about: the ledger of a budget, the steps of a cycle. */
  readonly details?: readonly string[];
  /** The one next step. A command stands on a line of its own, and works when it is pasted. */
  readonly hint?: string;
  readonly place: Place;
  /** What stays the same when lines move: with the rule it identifies a finding before and after a change. */
  readonly anchor?: Anchor;
  /** It counts as new even if it was there before: it was not the code that changed, but a date that passed. */
  readonly evenIfOld?: true;
  /** Rules that say the same if they find something at this place: then this is not repeated. */
  readonly unless?: readonly string[];
  /** A rule may report a lesser fault of its kind below its level. */
  readonly atMost?: "warn";
  /** The same where the file did the same before: one more of a file's habits is a lesser fault than the first. */
  readonly oneMore?: "warn";
  /** What the finding adds to the failure contract of a refused patch. */
  readonly contract?: ContractFact;
}

/** Facts for programs, named as the failure contract names them. */
export type ContractFact =
  | {
      readonly kind: "unmet-export";
      readonly module: string;
      readonly field: string;
      readonly importer: RepoPath;
    }
  /** How far over. */
  | { readonly kind: "exceeded-budget"; readonly files: number; readonly loc: number }
  /** A path that an edit, a move or a require needs, and that is not there. */
  | { readonly kind: "missing-file"; readonly path: RepoPath }
  /** A path that would also have to change, or that lies outside what may change. */
  | { readonly kind: "would-touch"; readonly path: RepoPath }
  /** What the author of a patch says in place of one, in the contract's own words. */
  | ({ readonly kind: "given-up" } & GivenUp);

/** The keys of the failure contract (playbook, "Failure policy"). */
export interface GivenUp {
  readonly unmet_exports: readonly string[];
  readonly missing_files: readonly string[];
  readonly exceeded_budget: { readonly files: number; readonly loc: number };
  readonly would_touch: readonly string[];
}

export interface Anchor {
  /** The name of the enclosing function, "" at top level. */
  readonly scope: string;
  /** The offending code, normalised: tokens joined by one space, without comments. */
  readonly code: string;
  /** Findings of one group are counted: if the code itself was not there before, one that is gone makes up for it. */
  readonly group?: string;
}

/** A finding with its place in a verdict. */
export interface JudgedFinding extends Finding {
  readonly rule: string;
  readonly level: "warn" | "error";
  readonly commit?: ObjectId;
  readonly standing: Standing;
  /** The policy lets this change make an exception to its rule. */
  readonly isExceptable?: true;
}

/** Only what is new counts against a change. */
export type Standing =
  | { readonly kind: "new" }
  /** The same was found before the change: it warns, it never blocks. */
  | { readonly kind: "old" }
  /** By the comment on this line of the same file. */
  | { readonly kind: "suppressed"; readonly line: number; readonly reason: string }
  /** By an override that the policy allows here. */
  | { readonly kind: "overridden"; readonly reason: string };

/** Neither suppressed nor overridden: it is in force. */
export function holds({ standing }: JudgedFinding): boolean {
  return standing.kind === "new" || standing.kind === "old";
}

export interface Verdict {
  /** `skip`: nothing was judged; the notes say why. */
  readonly outcome: "pass" | "block" | "skip";
  /** All of them, including those that are suppressed or overridden. Sorted by commit order, path, line, column, rule. */
  readonly findings: readonly JudgedFinding[];
  readonly notes: readonly Note[];
  /** The commits that were judged one by one, oldest first; empty for the index or a tree. */
  readonly commits: readonly CommitName[];
  /** What the tasks of the changes ask for, line by line; left out if none asks for anything. */
  readonly acceptance?: readonly TaskAcceptance[];
}

/** What became of a line of a task's acceptance, in one change. */
export interface TaskAcceptance extends AcceptanceLine {
  readonly task: string;
  readonly commit?: ObjectId;
}
