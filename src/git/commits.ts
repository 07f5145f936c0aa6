// What commits changed: one `diff-tree` for all of them, one commit held at a time.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ChangeSet, CommitChange, ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { type Commit, parseCommit } from "./commit-object.ts";
import { RAW_AND_PATCH, RAW_AND_PATCH_BY_PATH } from "./diff-options.ts";
import type { RawDiff } from "./diff-reader.ts";
import { type Again, fileChanges } from "./file-changes.ts";
import { readIfThere } from "./head.ts";
import { emptyTree, type Repository } from "./repository.ts";
import { againBy, runDiff, streamDiffs } from "./run-diff.ts";
import { GitSource } from "./source.ts";

const BY_COMMIT = ["diff-tree", "--stdin", "--root", "--always", "-c"];

export interface CommitChangeSet extends ChangeSet {
  readonly subject: Extract<ChangeSet["subject"], { kind: "commit" }>;
}

/**
 * The change set of each commit, in the order given: against its parent, a merge by what differs from every parent, a
 * first commit against nothing. `branches` says where a commit goes. Throws `CannotLook` for a commit that is missing,
 * and for one whose parents a shallow clone left out.
 */
export async function* commitChangeSets(
  repo: Repository,
  commits: readonly ObjectId[],
  branches: (commit: ObjectId) => readonly string[] = () => [],
): AsyncGenerator<CommitChangeSet, void, void> {
  if (commits.length === 0) return;
  refuseCutOff(repo, commits);
  const input = `${commits.join("\n")}\n`;
  let index = 0;
  for await (const diff of streamDiffs(repo.withoutFiles, [...BY_COMMIT, ...RAW_AND_PATCH], true, input)) {
    const id = commits[index++] ?? "";
    if (diff.commit !== id) throw notCommit(id);
    yield await changeSet(repo, id, diff, branches(id));
  }
  const missing = commits[index];
  if (missing !== undefined) throw notCommit(missing);
}

/** The facts of a change set that rules about a whole range look at. */
export function commitChange({ subject, files }: CommitChangeSet): CommitChange {
  return { id: subject.id, parents: subject.parents, message: subject.message, files };
}

export async function readCommit(repo: Repository, id: ObjectId): Promise<Commit> {
  const { type, bytes } = await repo.objects.get(id);
  if (type !== "commit" || bytes === undefined) throw notCommit(id);
  return parseCommit(bytes);
}

async function changeSet(
  repo: Repository,
  id: ObjectId,
  diff: RawDiff,
  branches: readonly string[],
): Promise<CommitChangeSet> {
  const { parents, message } = await readCommit(repo, id);
  const files = await fileChanges(repo.objects, diff, againOf(repo, id, parents));
  const [first] = parents;
  return {
    subject: { kind: "commit", id, parents, message },
    branches,
    files,
    source: new GitSource(repo, first === undefined ? { kind: "nothing" } : { kind: "tree", id: first }, {
      kind: "tree",
      id,
    }),
  };
}

/** A merge's own patch can be had neither as text nor without white space, so each parent is compared by itself. */
function againOf(repo: Repository, id: ObjectId, parents: readonly ObjectId[]): Again {
  const bases = parents.length === 0 ? [emptyTree(repo)] : parents;
  const options = parents.length > 1 ? RAW_AND_PATCH_BY_PATH : RAW_AND_PATCH;
  return againBy(async (...more) => {
    const diffs = await Promise.all(
      bases.map((base) => runDiff(repo.withoutFiles, ["diff-tree", ...more, ...options, base, id])),
    );
    const lines = new Map(diffs.flatMap((diff) => [...diff.lines]));
    return { commit: id, changes: [], lines, doubtful: new Set() };
  });
}

/** At the edge of a shallow clone Git shows a commit as if it had no parents, and so as if it added every file. */
function refuseCutOff(repo: Repository, commits: readonly ObjectId[]): void {
  if (!repo.isShallow) return;
  const edge = new Set(shallowEdge(repo));
  const cut = commits.find((id) => edge.has(id));
  if (cut === undefined) return;
  throw new CannotLook(
    failure(
      "missing-base",
      `the parents of commit ${cut.slice(0, 10)} are not in this shallow clone, so what it changes cannot be told`,
      "run: git fetch --unshallow",
    ),
  );
}

/** The commits whose parents a shallow clone left out. */
export function shallowEdge({ git, commonDir }: Repository): readonly ObjectId[] {
  const named = git.env["GIT_SHALLOW_FILE"];
  const file = named !== undefined && existsSync(named) ? named : join(commonDir, "shallow");
  return (readIfThere(file) ?? "").split("\n").filter((line) => line !== "");
}

function notCommit(id: ObjectId): CannotLook {
  return new CannotLook(
    failure(
      "missing-object",
      `${id} is not a commit of this repository`,
      "run: git fsck; then fetch it again",
    ),
  );
}
