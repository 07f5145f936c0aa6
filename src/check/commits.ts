import { judge } from "../gate/judge.ts";
import { joined } from "../gate/verdict.ts";
import { type CommitChangeSet, commitChange, commitChangeSets } from "../git/changes/commits.ts";
import { rangeChangeSet } from "../git/changes/tree.ts";
import { upstreamTwins } from "../git/history/patch-equivalents.ts";
import type { CommitRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import type { CommitChange, ObjectId } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import { overridesOf } from "../model/override.ts";
import type { Policy } from "../policy/policy.ts";
import { withBrokenPolicy, withPolicyTakenBack } from "../policy-source/broken-policy.ts";
import { policyInForce } from "../policy-source/in-force.ts";
import { Policies } from "../policy-source/policies.ts";
import { termsFor } from "./terms-for.ts";

export interface CommitsOptions {
  readonly today: string;
  /** Taken instead of each commit's own. */
  readonly policy?: Policy;
  report?(done: number, total: number, what: string): void;
}

export interface NewCommits {
  /** Parents before children. */
  readonly commits: readonly ObjectId[];
  /** Those of the ends that a commit leads to. */
  tipsOf(commit: ObjectId): readonly ObjectId[];
  branchesOf(commit: ObjectId): readonly string[];
}

/** What `each` gives: a range as a whole can be judged only by who holds it. */
export interface JudgedCommits {
  readonly verdict: Verdict;
  readonly changes: ReadonlyMap<ObjectId, CommitChange>;
}

/** Judges commits one by one, and ranges of them as a whole; what it learns of a commit serves both. */
export class CommitJudge {
  readonly #repo: Repository;
  readonly #options: CommitsOptions;
  readonly #policies: Policies;
  #fallback: Promise<Policy> | undefined;

  constructor(repo: Repository, options: CommitsOptions) {
    this.#repo = repo;
    this.#options = options;
    this.#policies = new Policies(repo);
  }

  /** Each commit on its own, by the policy of its parent: one that a later one mends is still found. */
  async each({ commits, tipsOf, branchesOf }: NewCommits): Promise<JudgedCommits> {
    const changes = new Map<ObjectId, CommitChange>();
    const verdicts: Verdict[] = [];
    for await (const change of commitChangeSets(this.#repo, commits, { branchesOf })) {
      changes.set(change.subject.id, commitChange(change));
      verdicts.push(await this.#one(change, () => tipsOf(change.subject.id)));
      this.#options.report?.(verdicts.length, commits.length, "commits judged");
    }
    return { verdict: joined(verdicts), changes };
  }

  /** From the base to the tip, as if it were one change. `mainLine`: where that of the remote stands. */
  async whole(range: CommitRange, { changes }: JudgedCommits, mainLine?: ObjectId): Promise<Verdict> {
    const twins = await upstreamTwins(this.#repo, range, mainLine);
    const commits = range.commits.map((id) => {
      const change = changes.get(id);
      if (change === undefined) throw new Error(`the commit ${id} of this range was not judged`);
      return twins.has(id) ? { ...change, isUpstream: true } : change;
    });
    const change = await rangeChangeSet(this.#repo, range, commits);
    const policy = await this.#policyOfRange(range);
    const overrides = commits.flatMap(({ message }) => overridesOf(message));
    return judge(change, termsFor(policy, range.branches, this.#options.today, overrides));
  }

  async #one(change: CommitChangeSet, tipsOf: () => readonly ObjectId[]): Promise<Verdict> {
    const { id, message } = change.subject;
    const own = await this.#policies.for(change);
    const policy = this.#options.policy ?? own.policy ?? (await this.#withoutPolicy(tipsOf()));
    if (policy === undefined) {
      const commit = { id, title: message.title };
      const notes = [{ kind: "before-first-policy", commit }] as const;
      return { outcome: "skip", findings: [], notes, commits: [commit] };
    }
    const terms = termsFor(policy, change.branches, this.#options.today, overridesOf(message));
    const verdict = await judge(change, terms);
    const takenBack = await this.#policies.takenBackBy(change);
    if (takenBack !== undefined) return withPolicyTakenBack(verdict, takenBack, id);
    return own.broken === undefined ? verdict : withBrokenPolicy(verdict, own.broken, change.files, id);
  }

  /**
   * There is no policy in the commit and its history. What leads only to tips that have one is history from before the
   * first policy: undefined. A branch that never had one is judged by the policy that is in force in this clone.
   */
  async #withoutPolicy(tips: readonly ObjectId[]): Promise<Policy | undefined> {
    for (const tip of tips) if ((await this.#policies.at(tip)) === undefined) return this.#inForce();
    return undefined;
  }

  async #policyOfRange({ base, tip }: CommitRange): Promise<Policy> {
    if (this.#options.policy !== undefined) return this.#options.policy;
    const before = base === undefined ? undefined : await this.#policies.at(base);
    return before ?? (await this.#policies.at(tip)) ?? (await this.#inForce());
  }

  #inForce(): Promise<Policy> {
    this.#fallback ??= policyInForce(this.#repo).then(({ policy }) => policy);
    return this.#fallback;
  }
}
