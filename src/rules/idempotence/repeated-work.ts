// Work that a range of commits does twice: design of `idempotence`, "no double work".

import { type RepoPath, showPath } from "../../base/repo-path.ts";
import type { CommitChange, Entry } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import { named } from "./named.ts";

/** `commits` come parents first. Commits on different sides of a merge don't see each other's work, so they can't repeat it. */
export function* repeatedWork(commits: readonly CommitChange[]): Iterable<Finding> {
  const comesAfter = ancestry(commits);
  yield* idleCommits(commits);
  yield* secondRemovals(commits, comesAfter);
  yield* waysBack(commits, comesAfter);
}

/** A merge may change nothing, and so may the first commit of a repository. */
function* idleCommits(commits: readonly CommitChange[]): Iterable<Finding> {
  for (const commit of commits) {
    if (commit.isUpstream === true) {
      yield {
        place: WHOLE_CHANGE,
        message: `${named(commit)} is already upstream, as another commit with the same changes`,
        hint: `drop it:\n${rebase(commit)}`,
      };
    } else if (commit.parents.length === 1 && !commit.isMerge && commit.files.length === 0) {
      yield {
        place: WHOLE_CHANGE,
        message: `${named(commit)} changes nothing`,
        hint: `drop it:\n${rebase(commit)}`,
      };
    }
  }
}

type Order = (later: CommitChange, earlier: CommitChange) => boolean;

function* secondRemovals(commits: readonly CommitChange[], comesAfter: Order): Iterable<Finding> {
  const removed = new Map<RepoPath, CommitChange[]>();
  for (const commit of commits) {
    for (const file of ownFiles(commit)) {
      if (file.kind !== "deleted" && file.kind !== "renamed") continue;
      const path = file.kind === "renamed" ? file.from : file.path;
      const before = removed.get(path) ?? [];
      const first = before.find((earlier) => comesAfter(commit, earlier));
      removed.set(path, [...before, commit]);
      if (first === undefined) continue;
      yield {
        place: fileAt(path),
        message: `${showPath(path)} is ${file.kind} in ${named(commit)}, and was already deleted in ${named(first)}`,
        hint: `let one commit do it, join the two:\n${rebase(first)}`,
      };
    }
  }
}

interface PathStep {
  readonly commit: CommitChange;
  /** What the path held before the step. */
  readonly before: Entry;
}

function* waysBack(commits: readonly CommitChange[], comesAfter: Order): Iterable<Finding> {
  const steps = new Map<RepoPath, PathStep[]>();
  for (const commit of commits) {
    for (const { path, before, after } of ownFiles(commit).flatMap(statesOf)) {
      const earlier = steps.get(path) ?? [];
      const start = earlier.find((step) => isSame(step.before, after) && comesAfter(commit, step.commit));
      if (before !== undefined) steps.set(path, [...earlier, { commit, before }]);
      if (start === undefined) continue;
      yield {
        place: fileAt(path),
        message: `${named(commit)} sets ${showPath(path)} back to what it was before ${named(start.commit)}`,
        hint: `drop both changes, together they do nothing:\n${rebase(start.commit)}`,
      };
    }
  }
}

/** A merge repeats what its parents did; that is not its own work. */
function ownFiles(commit: CommitChange): CommitChange["files"] {
  return commit.isMerge ? [] : commit.files;
}

interface PathState {
  readonly path: RepoPath;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

function statesOf(file: CommitChange["files"][number]): PathState[] {
  switch (file.kind) {
    case "added":
    case "copied":
      return [{ path: file.path, before: undefined, after: file.after }];
    case "modified":
      return [{ path: file.path, before: file.before, after: file.after }];
    case "deleted":
      return [{ path: file.path, before: file.before, after: undefined }];
    case "renamed":
      return [
        { path: file.from, before: file.before, after: undefined },
        { path: file.path, before: undefined, after: file.after },
      ];
  }
}

function isSame(before: Entry, after: Entry | undefined): boolean {
  return after !== undefined && before.id === after.id && before.kind === after.kind;
}

function ancestry(commits: readonly CommitChange[]): Order {
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const known = new Map<string, ReadonlySet<string>>();
  const ancestorsOf = (commit: CommitChange): ReadonlySet<string> => {
    const cached = known.get(commit.id);
    if (cached !== undefined) return cached;
    const found = new Set<string>();
    const waiting = [...commit.parents];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const parent = byId.get(id);
      if (parent === undefined || found.has(id)) continue;
      found.add(id);
      waiting.push(...parent.parents);
    }
    known.set(commit.id, found);
    return found;
  };
  return (later, earlier) => ancestorsOf(later).has(earlier.id);
}

/** Opens the list of commits from this one on. */
function rebase({ parents }: CommitChange): string {
  const [parent] = parents;
  return `git rebase -i ${parent === undefined ? "--root" : parent.slice(0, 12)}`;
}
