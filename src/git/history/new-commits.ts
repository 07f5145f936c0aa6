// The graph of the commits that a push brings, from one `rev-list --parents --reverse --topo-order`.
import type { ObjectId } from "../../model/change.ts";

export class NewCommits {
  /** Parents before children. */
  readonly all: readonly ObjectId[];
  readonly #parents = new Map<ObjectId, readonly ObjectId[]>();
  readonly #order = new Map<ObjectId, number>();
  readonly #bases = new Map<ObjectId, ObjectId | undefined>();
  readonly #marked = new Map<ObjectId, Set<string>>();
  #branches: Map<ObjectId, readonly string[]> | undefined;

  /** `listed` has a line for each commit: its id, then its parents'. */
  constructor(listed: string) {
    const all: ObjectId[] = [];
    for (const line of listed.split("\n")) {
      const [id, ...parents] = line.split(" ");
      if (id === undefined || id === "") continue;
      this.#order.set(id, all.length);
      this.#parents.set(id, parents);
      all.push(id);
    }
    this.all = all;
  }

  has(commit: ObjectId): boolean {
    return this.#parents.has(commit);
  }

  /** Undefined for a commit that is not new. */
  parentsOf(commit: ObjectId): readonly ObjectId[] | undefined {
    return this.#parents.get(commit);
  }

  /** Where the commits that lead to `tip` leave the new ones. */
  edgeOf(tip: ObjectId): readonly ObjectId[] {
    const parents = this.leadingTo(tip).flatMap((id) => this.#parents.get(id) ?? []);
    return [...new Set(parents.filter((id) => !this.#parents.has(id)))];
  }

  /** The last new commit on the way down the first parents. */
  rootOf(tip: ObjectId): ObjectId {
    let at = tip;
    for (;;) {
      const [first] = this.#parents.get(at) ?? [];
      if (first === undefined || !this.#parents.has(first)) return at;
      at = first;
    }
  }

  /** Says that these branches will point to the commit. */
  mark(tip: ObjectId, branches: readonly string[]): void {
    const known = this.#marked.get(tip) ?? new Set();
    for (const branch of branches) known.add(branch);
    this.#marked.set(tip, known);
    this.#branches = undefined;
  }

  /** Short names of the branches that a commit ends up on, and of those that it was made on, sorted. */
  branchesOf(commit: ObjectId): readonly string[] {
    this.#branches ??= this.#spread();
    return this.#branches.get(commit) ?? [];
  }

  /** Where the first parents of `tip` leave the new commits; undefined when they never do. */
  baseOf(tip: ObjectId): ObjectId | undefined {
    const walked: ObjectId[] = [];
    let at: ObjectId | undefined = tip;
    while (at !== undefined && this.#parents.has(at) && !this.#bases.has(at)) {
      walked.push(at);
      at = this.#parents.get(at)?.[0];
    }
    const base = at !== undefined && this.#bases.has(at) ? this.#bases.get(at) : at;
    for (const id of walked) this.#bases.set(id, base);
    return base;
  }

  /** The new commits that lead to `tip`, parents before children. */
  leadingTo(tip: ObjectId): readonly ObjectId[] {
    const found = new Set<ObjectId>();
    const waiting = [tip];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (found.has(id) || !this.#parents.has(id)) continue;
      found.add(id);
      waiting.push(...(this.#parents.get(id) ?? []));
    }
    return [...found].sort((left, right) => (this.#order.get(left) ?? 0) - (this.#order.get(right) ?? 0));
  }

  /** Children pass their branches on to their parents. Equal lists are one array, so that a long history costs one list. */
  #spread(): Map<ObjectId, readonly string[]> {
    const lists = new Map<string, readonly string[]>();
    const branches = new Map<ObjectId, readonly string[]>();
    const add = (id: ObjectId, more: readonly string[]) => {
      const known = branches.get(id) ?? [];
      if (known === more) return;
      const joined = [...new Set([...known, ...more])].sort();
      const key = joined.join("\0");
      const list = lists.get(key) ?? joined;
      lists.set(key, list);
      branches.set(id, list);
    };
    for (const id of this.all.toReversed()) {
      add(id, [...(this.#marked.get(id) ?? [])]);
      const own = branches.get(id) ?? [];
      for (const parent of this.#parents.get(id) ?? []) if (this.#parents.has(parent)) add(parent, own);
    }
    return branches;
  }
}
