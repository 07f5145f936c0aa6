// What a commit does was judged as it was made: when it is pushed, or tried again, what was found then would be found again.
import type { ChangeSet, ObjectId } from "../../model/change.ts";
import type { Finding, Standing } from "../../model/finding.ts";
import type { Rule } from "../../rule/rule.ts";
import type { ComparedFinding } from "../compare.ts";
import { type Seen, textOf, textOnce, type Watched } from "./seen.ts";

/** Keeps a text under what a step is and the terms that it was judged on. */
export interface Steps {
  recall(step: string, terms: string, reach: "lately" | "ever"): string | undefined;
  keep(step: string, terms: string, what: string): void;
}

/** What is found in a step: it goes by the step itself, the terms, and what rules were seen to look at. */
export interface FoundInStep {
  readonly rule: string;
  readonly finding: Finding;
  readonly standing: Standing;
}

interface Grown {
  /** The one commit that it is made on. */
  readonly parent: ObjectId;
  readonly today: string;
  /** All else that it is judged by; equal texts mean equal terms. */
  readonly policy: object;
  readonly task: unknown;
}

export class KnownStep {
  /** What rules looked at besides; whoever judges it notes it here. */
  readonly seen: Seen = new Set();
  readonly #steps: Steps;
  readonly #step: string;
  readonly #terms: string;
  readonly #today: string;
  /** A commit that is tried again was tried a moment ago. */
  readonly #reach: "lately" | "ever";
  #isAsked = false;
  #known: readonly FoundInStep[] | undefined;

  constructor(
    steps: Steps,
    { subject, files, branches }: Pick<ChangeSet, "subject" | "files" | "branches">,
    grown: Grown,
  ) {
    const sides = files.map((file) => [
      file.kind,
      file.path,
      file.kind === "deleted" ? file.before : file.after,
    ]);
    this.#steps = steps;
    this.#reach = subject.kind === "staged" ? "lately" : "ever";
    this.#step = `${grown.parent} ${textOf(sides)}`;
    this.#terms = textOf([textOnce(grown.policy), grown.task, branches, files]);
    this.#today = grown.today;
  }

  look(parts: readonly Watched[]): void {
    for (const part of parts) this.seen.add(part);
  }

  /** What was found in it, if it is known. */
  recall(): readonly FoundInStep[] | undefined {
    if (this.#isAsked) return this.#known;
    this.#isAsked = true;
    const recall = (day: string) => this.#steps.recall(this.#step, `${day} ${this.#terms}`, this.#reach);
    const what = recall("-") ?? recall(this.#today);
    // `keep` of this very program wrote it.
    this.#known = what === undefined ? undefined : (JSON.parse(what) as FoundInStep[]);
    return this.#known;
  }

  /** Keeps what was found, where the same would be found in the commit by whoever judges it. */
  keep(found: readonly ComparedFinding[], rules: readonly Rule[]): void {
    const { seen } = this;
    if (seen.has("code")) return;
    const ofFiles = new Set(rules.flatMap(({ kind, id }) => (kind === "file" ? [id] : [])));
    const own = found.filter(({ rule }) => !isOfMessage(rule, rules));
    if (own.some(({ rule, file }) => file === undefined || !ofFiles.has(rule))) return;
    const what = textOf(own.map(({ rule, finding, standing }) => ({ rule, finding, standing })));
    this.#steps.keep(this.#step, `${seen.has("today") ? this.#today : "-"} ${this.#terms}`, what);
  }
}

/** The rules that a step leaves open: those about what is said of it. */
export function isAboutMessage(rule: Rule): boolean {
  return rule.kind === "change" && rule.facet === "message";
}

function isOfMessage(id: string, rules: readonly Rule[]): boolean {
  return rules.some((rule) => rule.id === id && isAboutMessage(rule));
}
