// The index against the commit that the next one grows from.
import { join } from "node:path";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ChangeSet, Entry, ObjectId } from "../../model/change.ts";
import type { RawChange, RawDiff } from "../diff/diff-reader.ts";
import { againBy, runDiff } from "../diff/run-diff.ts";
import { entryOf } from "../objects/entry.ts";
import { GitSource, type IndexSide } from "../objects/source.ts";
import { branchesOf, readIfThere } from "../open/head.ts";
import { emptyTree, type Repository } from "../open/repository.ts";
import { fileChanges } from "./file-changes.ts";
import { type Staged, stagedDiff } from "./index-diff.ts";
import { stagedMerge } from "./staged-merge.ts";

export interface StagedDiffOptions {
  /**
   * `pre-merge-commit` runs before Git writes down what is being merged; then the other parents are known only from the
   * `GITHEAD_<id>` variables of the merge that runs the hook.
   */
  readonly isMergeHook?: boolean;
}

/**
 * What the commit now being made would change: the index that `GIT_INDEX_FILE` names against `HEAD`, or against nothing
 * if there is no commit yet. For a merge only what differs from every parent. What is only intended to be added
 * (`git add -N`) is not part of it. Throws `CannotLook`.
 */
export async function stagedChangeSet(repo: Repository, options: StagedDiffOptions = {}): Promise<ChangeSet> {
  const { head } = repo;
  const base = head.kind === "unborn" ? undefined : head.id;
  const others = base === undefined ? [] : otherParents(repo, options).filter((id) => id !== base);
  const staged =
    base === undefined || others.length === 0
      ? await stagedAgainst(repo, base ?? emptyTree(repo))
      : await stagedMerge(repo, [base, ...others]);
  return {
    subject: { kind: "staged", isMerge: others.length > 0, ...(base === undefined ? { isFirst: true } : {}) },
    branches: branchesOf(head),
    files: staged.files,
    source: new GitSource(
      repo,
      base === undefined ? { kind: "nothing" } : { kind: "tree", id: base },
      stagedSide(base, staged.diff),
    ),
  };
}

/** The index, as what differs from `base`. */
export function stagedSide(base: ObjectId | undefined, diff: RawDiff): IndexSide {
  return { kind: "index", base, differs: differences(diff), linksDiffer: diff.changes.some(mayTouchLink) };
}

/** How the index differs from `base`, a tree or a commit, with the lines. */
export async function stagedAgainst(
  repo: Pick<Repository, "detached" | "objects">,
  base: ObjectId,
): Promise<Staged> {
  const ask = (...more: string[]) => runDiff(repo.detached, stagedDiff(base, ...more));
  const diff = await ask();
  return { diff, files: await fileChanges(repo.objects, diff, againBy(ask)) };
}

/** A merge is about to be committed. */
export function isMerging(repo: Repository): boolean {
  return otherParents(repo, {}).length > 0;
}

/** A change set without files: all that can be seen of a commit by its message alone. */
export function noChange(repo: Repository, subject: ChangeSet["subject"]): ChangeSet {
  const { head } = repo;
  const side =
    head.kind === "unborn" ? ({ kind: "nothing" } as const) : ({ kind: "tree", id: head.id } as const);
  return { subject, branches: branchesOf(head), files: [], source: new GitSource(repo, side, side) };
}

function otherParents({ gitDir, git }: Repository, { isMergeHook }: StagedDiffOptions): ObjectId[] {
  const written = readIfThere(join(gitDir, "MERGE_HEAD"));
  if (written !== undefined) return written.split("\n").filter((id) => /^[0-9a-f]{40,64}$/.test(id));
  if (!isMergeHook) return [];
  return Object.keys(git.env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
}

/** Of a path that a merge left undecided the diff says no more than that. */
function mayTouchLink({ status, modes }: RawChange): boolean {
  return status.includes("U") || modes.includes("120000");
}

function differences(diff: RawDiff): Map<RepoPath, Entry | undefined> {
  const differs = new Map<RepoPath, Entry | undefined>();
  for (const { path, from, status, modes, ids } of diff.changes) {
    if (from !== undefined && status === "R" && !differs.has(from)) differs.set(from, undefined);
    differs.set(path, entryOf(modes.at(-1) ?? "", ids.at(-1) ?? ""));
  }
  return differs;
}
