import type { CommitChangeSet } from "../git/commits.ts";
import type { Repository } from "../git/repository.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import { ALL_PLACES } from "../policy/places.ts";
import type { Policy } from "../policy/policy.ts";
import { policyAt } from "./policy-at.ts";

const PLACES: ReadonlySet<string> = new Set(ALL_PLACES);

/** The policies of many commits. One that its commit did not touch is its parent's, and is not read again. */
export class Policies {
  readonly #repo: Repository;
  readonly #known = new Map<ObjectId, Promise<Policy | undefined>>();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  at(commit: ObjectId): Promise<Policy | undefined> {
    const known = this.#known.get(commit);
    if (known !== undefined) return known;
    const policy = policyAt(this.#repo, { kind: "tree", id: commit }).then((found) => found?.policy);
    this.#known.set(commit, policy);
    return policy;
  }

  /** What a commit is judged by: the policy of its first parent; its own only where there was none before. */
  async for({ subject: { id, parents }, files }: CommitChangeSet): Promise<Policy | undefined> {
    const [parent] = parents;
    const before = parent === undefined ? undefined : await this.at(parent);
    if (parents.length === 1 && before !== undefined && !files.some(touchesPolicy)) {
      this.#known.set(id, Promise.resolve(before));
    }
    return before ?? (await this.at(id));
  }
}

function touchesPolicy(file: FileChange): boolean {
  return PLACES.has(file.path) || (file.kind === "renamed" && PLACES.has(file.from));
}
