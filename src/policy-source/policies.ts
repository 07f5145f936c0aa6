import type { RepoPath } from "../base/repo-path.ts";
import { type CommitChangeSet, readCommit } from "../git/changes/commits.ts";
import { mergeBase } from "../git/history/range.ts";
import { touches } from "../git/history/touches.ts";
import type { Repository } from "../git/open/repository.ts";
import type { ObjectId } from "../model/change.ts";
import { CannotLook, type Failure } from "../model/failure.ts";
import { POLICY_PLACES } from "../model/policy-places.ts";

import type { FoundPolicy, Policy } from "../policy/policy.ts";
import { type PolicyRead, policyAt, touchesPolicy } from "./policy-at.ts";

/** What a commit is judged by; `broken` says what is wrong with the policy that it brings itself. */
export interface PolicyOfCommit {
  readonly policy: Policy | undefined;
  readonly broken: Failure | undefined;
}

/** Where a commit goes. */
export interface CommitDestination {
  /** Whether the commit's history has grown from what the place held. */
  readonly isOwn: boolean;
  /** The policy that holds there. */
  policy(): Promise<Policy | undefined>;
}

/** The policies of many commits, parents before children. One that its commit did not touch is not read again. */
export class Policies {
  readonly #repo: Repository;
  readonly #read = new Map<ObjectId, Promise<PolicyRead>>();
  /** What was in force after a commit: its own policy, or, if that is broken or gone, the one it was judged by. */
  readonly #held = new Map<ObjectId, Policy | undefined>();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  /**
   * The policy of the first parent that has one; the one of the place that the commit goes to if its own history has none,
   * or has grown elsewhere; the commit's own only if there never was one before. A parent whose policy is broken or deleted passes
   * on the one before it; if that can't be read, only a commit that mends nothing but the policy can be judged.
   */
  async for(
    { subject: { id, parents }, files }: CommitChangeSet,
    place: CommitDestination,
  ): Promise<PolicyOfCommit> {
    const isMending = files.length > 0 && files.every(touchesPolicy);
    const given = place.isOwn ? undefined : await place.policy();
    const inherited = given ?? (await this.#before(parents, isMending));
    const before = inherited ?? (await place.policy());
    if (parents.length === 1 && before !== undefined && !files.some(touchesPolicy)) {
      this.#held.set(id, before);
      return { policy: before, broken: undefined };
    }
    const own = await this.#at(id);
    const policy = before ?? (own.ok ? own.value?.policy : undefined);
    // What comes from elsewhere does not loosen the rules here with what it brings.
    const isGiven = before !== undefined && (given !== undefined || inherited === undefined);
    this.#held.set(id, isGiven || !own.ok ? before : (own.value?.policy ?? before));
    return { policy, broken: own.ok ? undefined : own.error };
  }

  /**
   * Where the policy of a merge lies if it is the one from before a change that a parent brings: `git merge -s ours` from
   * an old branch would bring back rules that have been tightened since, and no diff against its parents would show it. Nor may
   * a policy take over that comes with a history of its own, judged by nothing but itself.
   */
  async policyRollbackIn({
    subject: { id, parents },
    otherParents,
  }: CommitChangeSet): Promise<RepoPath | undefined> {
    const all = [...parents, ...otherParents];
    if (all.length < 2) return undefined;
    const own = await this.#textAt(id);
    const texts = await Promise.all(all.map((parent) => this.#textAt(parent)));
    const like = all.find((_, index) => texts[index]?.text === own?.text);
    if (like === undefined) return undefined;
    for (const [index, parent] of parents.entries()) {
      const theirs = texts[index];
      if (theirs === undefined || theirs.text === own?.text) continue;
      const base = await mergeBase(this.#repo, like, parent);
      if (base === undefined || (await this.#textAt(base))?.text === own?.text) return theirs.path;
    }
    return undefined;
  }

  /** Whether the commit itself holds a policy, be it a broken one. */
  async isBroughtBy(commit: ObjectId): Promise<boolean> {
    const read = await this.#at(commit);
    return !read.ok || read.value !== undefined;
  }

  async at(commit: ObjectId): Promise<Policy | undefined> {
    return this.#after(commit, false);
  }

  /** A merge can't get rid of the policy by naming first a parent that has none. */
  async #before(parents: readonly ObjectId[], mayBeBroken: boolean): Promise<Policy | undefined> {
    for (const parent of parents) {
      const policy = await this.#after(parent, mayBeBroken);
      if (policy !== undefined) return policy;
    }
    return undefined;
  }

  async #after(commit: ObjectId, mayBeBroken: boolean): Promise<Policy | undefined> {
    if (this.#held.has(commit)) return this.#held.get(commit);
    const read = await this.#at(commit);
    if (!read.ok) {
      if (mayBeBroken) return undefined;
      throw new CannotLook(read.error);
    }
    const policy = read.value?.policy ?? (await this.#takenAway(commit));
    this.#held.set(commit, policy);
    return policy;
  }

  /** The last policy that the history of a commit held before it was deleted: deleting it lets nothing through. */
  async #takenAway(commit: ObjectId): Promise<Policy | undefined> {
    for (const touch of await touches(this.#repo, commit, POLICY_PLACES)) {
      const { parents } = await readCommit(this.#repo, touch);
      for (const id of [touch, ...parents]) {
        const read = await this.#at(id);
        if (read.ok && read.value !== undefined) return read.value.policy;
      }
    }
    return undefined;
  }

  /** Undefined if there is none, and for a broken one, which is reported as such. */
  async #textAt(commit: ObjectId): Promise<FoundPolicy | undefined> {
    const read = await this.#at(commit);
    return read.ok ? read.value : undefined;
  }

  #at(commit: ObjectId): Promise<PolicyRead> {
    const known = this.#read.get(commit);
    if (known !== undefined) return known;
    const read = policyAt(this.#repo, { kind: "tree", id: commit });
    this.#read.set(commit, read);
    return read;
  }
}
