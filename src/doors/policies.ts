import type { CommitChangeSet } from "../git/commits.ts";
import type { Repository } from "../git/repository.ts";
import type { ObjectId } from "../model/change.ts";
import { CannotLook, type Failure } from "../model/failure.ts";
import type { Policy } from "../policy/policy.ts";
import { type PolicyRead, policyAt, touchesPolicy } from "./policy-at.ts";

/** What a commit is judged by; `broken` says what is wrong with the policy that it brings itself. */
export interface PolicyOfCommit {
  readonly policy: Policy | undefined;
  readonly broken: Failure | undefined;
}

/** The policies of many commits, parents before children. One that its commit did not touch is not read again. */
export class Policies {
  readonly #repo: Repository;
  readonly #read = new Map<ObjectId, Promise<PolicyRead>>();
  /** What was in force after a commit: its own policy, or when that is broken the one it was judged by. */
  readonly #held = new Map<ObjectId, Policy | undefined>();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  /**
   * The policy of the first parent; the commit's own only where there was none before. A parent whose policy is broken
   * hands on the one before it; where that is not known, only a commit that mends the policy alone can be judged.
   */
  async for({ subject: { id, parents }, files }: CommitChangeSet): Promise<PolicyOfCommit> {
    const [parent] = parents;
    const isMending = files.length > 0 && files.every(touchesPolicy);
    const before = parent === undefined ? undefined : await this.#after(parent, isMending);
    if (parents.length === 1 && before !== undefined && !files.some(touchesPolicy)) {
      this.#held.set(id, before);
      return { policy: before, broken: undefined };
    }
    const own = await this.#at(id);
    const policy = before ?? (own.ok ? own.value?.policy : undefined);
    this.#held.set(id, own.ok ? own.value?.policy : before);
    return { policy, broken: own.ok ? undefined : own.error };
  }

  async at(commit: ObjectId): Promise<Policy | undefined> {
    return this.#after(commit, false);
  }

  async #after(commit: ObjectId, mayBeBroken: boolean): Promise<Policy | undefined> {
    if (this.#held.has(commit)) return this.#held.get(commit);
    const read = await this.#at(commit);
    if (read.ok) return read.value?.policy;
    if (mayBeBroken) return undefined;
    throw new CannotLook(read.error);
  }

  #at(commit: ObjectId): Promise<PolicyRead> {
    const known = this.#read.get(commit);
    if (known !== undefined) return known;
    const read = policyAt(this.#repo, { kind: "tree", id: commit });
    this.#read.set(commit, read);
    return read;
  }
}
