// What commits changed: one `diff-tree` for all of them and two for the merges among them, one commit held at a time.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { encodePath } from "../../base/repo-path.ts";
import type { ChangeSet, CommitChange, FileChange, ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { RAW, RAW_AND_PATCH, RAW_AND_PATCH_BY_PATH } from "../diff/diff-options.ts";
import type { RawChange, RawDiff } from "../diff/diff-reader.ts";
import { againBy, runDiff, streamDiffs } from "../diff/run-diff.ts";
import { independentParents } from "../history/independent-parents.ts";
import { type Commit, parseCommit } from "../objects/commit-object.ts";
import { GitSource } from "../objects/source.ts";
import { readIfThere } from "../open/head.ts";
import { emptyTree, type Repository } from "../open/repository.ts";
import { type Again, fileChanges } from "./file-changes.ts";

const BY_COMMIT = ["diff-tree", "--stdin", "--root", "--always"];

/** How many commits are asked for at once to learn which of them are merges. */
const AT_ONCE = 1000;

export interface CommitChangeSet extends ChangeSet {
  readonly subject: Extract<ChangeSet["subject"], { kind: "commit" }>;
  /** Parents that it is not compared with: those of another history, of which every line is new here, and those that lead to another parent. */
  readonly otherParents: readonly ObjectId[];
}

export interface WhereCommitsGo {
  /** Short names of the branches that a commit ends up on. */
  branchesOf?(commit: ObjectId): readonly string[];
  /** Whether a commit comes from a history that had nothing to do with the one it goes to. */
  isOutside?(commit: ObjectId): boolean;
}

/**
 * The change set of each commit, in the order given (parents before children), none of them twice: against its parent, a
 * merge by what differs from every parent, a first commit against nothing. Throws `CannotLook` for a commit that is missing,
 * and for one whose parents a shallow clone left out.
 */
export async function* commitChangeSets(
  repo: Repository,
  commits: readonly ObjectId[],
  { branchesOf = () => [], isOutside = () => false }: WhereCommitsGo = {},
): AsyncGenerator<CommitChangeSet, void, void> {
  if (commits.length === 0) return;
  refuseCutOff(repo, commits);
  const bases = await basesOf(repo, commits, isOutside);
  const named = (wanted: (bases: Bases) => boolean) =>
    commits.flatMap((id) => {
      const own = bases.get(id);
      if (own === undefined) return wanted(ORDINARY) ? [id] : [];
      return wanted(own) ? [[id, ...own.parents].join(" ")] : [];
    });
  const ordinary = diffsOf(
    repo,
    RAW_AND_PATCH,
    named(({ parents }) => parents.length < 2),
  );
  const ofMerges = mergeDiffs(
    repo,
    named(({ parents }) => parents.length > 1),
  );
  try {
    for (const id of commits) {
      const own = bases.get(id);
      const isJoining = own !== undefined && own.parents.length > 1;
      const { value: diff } = await (isJoining ? ofMerges : ordinary).next();
      if (diff?.commit !== id) throw notCommit(id);
      yield await changeSet(repo, id, diff, own, branchesOf(id));
    }
  } finally {
    await Promise.all([ordinary.return(), ofMerges.return()]);
  }
}

/** What a commit that names several parents is compared with. */
interface Bases {
  readonly parents: readonly ObjectId[];
  readonly outside: readonly ObjectId[];
}

const ORDINARY: Bases = { parents: [], outside: [] };

/**
 * With renames, so that a file is compared with the one it was in each parent; and once more path by path, because a file
 * that the merge deletes may hide as the source of a rename.
 */
async function* mergeDiffs(
  repo: Repository,
  merges: readonly ObjectId[],
): AsyncGenerator<RawDiff, void, void> {
  const byPath = diffsOf(repo, ["-c", ...RAW], merges);
  try {
    for await (const diff of diffsOf(repo, ["-c", ...RAW_AND_PATCH], merges)) {
      const { value: whole } = await byPath.next();
      yield { ...diff, changes: withDeletions(diff.changes, whole?.changes ?? []) };
    }
  } finally {
    await byPath.return();
  }
}

function withDeletions(changes: readonly RawChange[], byPath: readonly RawChange[]): readonly RawChange[] {
  const known = new Set(changes.map(({ path }) => path));
  const hidden = byPath.filter(({ path, modes }) => modes.at(-1) === "000000" && !known.has(path));
  return [...changes, ...hidden].sort((one, other) =>
    Buffer.compare(encodePath(one.path), encodePath(other.path)),
  );
}

async function* diffsOf(
  repo: Repository,
  options: readonly string[],
  commits: readonly ObjectId[],
): AsyncGenerator<RawDiff, void, void> {
  if (commits.length === 0) return;
  yield* streamDiffs(repo.detached, [...BY_COMMIT, ...options], true, `${commits.join("\n")}\n`);
}

/** Only for the commits that name more than one parent. */
async function basesOf(
  repo: Repository,
  commits: readonly ObjectId[],
  isOutside: (commit: ObjectId) => boolean,
): Promise<ReadonlyMap<ObjectId, Bases>> {
  const named = new Map<ObjectId, readonly ObjectId[]>();
  for (let at = 0; at < commits.length; at += AT_ONCE) {
    const some = commits.slice(at, at + AT_ONCE);
    const found = await Promise.all(some.map((id) => readCommit(repo, id)));
    found.forEach(({ parents }, index) => {
      named.set(some[index] ?? "", parents);
    });
  }
  const order = new Map(commits.map((id, index) => [id, index]));
  const among = {
    parentsOf: (id: ObjectId) => named.get(id),
    orderOf: (id: ObjectId) => order.get(id) ?? -1,
  };
  const bases = new Map<ObjectId, Bases>();
  for (const [id, listed] of named) {
    if (listed.length < 2) continue;
    const parents = await independentParents(repo, listed, among);
    const inside = parents.filter((parent) => !isOutside(parent));
    const isJoining = inside.length > 0 && inside.length < parents.length;
    bases.set(
      id,
      isJoining ? { parents: inside, outside: parents.filter(isOutside) } : { parents, outside: [] },
    );
  }
  return bases;
}

/** The facts about a change set that rules about a whole range look at. */
export function commitChange({ subject, files }: CommitChangeSet): CommitChange {
  const { id, parents, isMerge, message } = subject;
  return { id, parents, isMerge, message, files };
}

export async function readCommit(repo: Repository, id: ObjectId): Promise<Commit> {
  const { type, bytes } = await repo.objects.get(id, LARGEST_COMMIT);
  if (type !== "commit") throw notCommit(id);
  if (bytes === undefined)
    throw new CannotLook(
      failure("large-commit", `the message of ${id} is too large to be read`, "give it a shorter one"),
    );
  return parseCommit(bytes);
}

/** In bytes. */
const LARGEST_COMMIT = 16 << 20;

async function changeSet(
  repo: Repository,
  id: ObjectId,
  diff: RawDiff,
  bases: Bases | undefined,
  branches: readonly string[],
): Promise<CommitChangeSet> {
  const { parents: named, message } = await readCommit(repo, id);
  const { parents, outside } = bases ?? { parents: named, outside: [] };
  const files = await fileChanges(repo.objects, diff, againOf(repo, id, parents));
  const [first] = parents;
  return {
    subject: { kind: "commit", id, parents, isMerge: isMerge(named, parents, outside, files), message },
    branches,
    otherParents: named.filter((parent) => !parents.includes(parent)),
    files,
    source: new GitSource(repo, first === undefined ? { kind: "nothing" } : { kind: "tree", id: first }, {
      kind: "tree",
      id,
    }),
  };
}

/** `git merge --no-ff` names the branch that grew on too: its commit is the tip of the other one and nothing more. */
function isMerge(
  named: readonly ObjectId[],
  parents: readonly ObjectId[],
  outside: readonly ObjectId[],
  files: readonly FileChange[],
): boolean {
  if (parents.length + outside.length > 1) return true;
  return new Set(named).size > 1 && files.length === 0;
}

/** A merge's own patch is available neither as text nor without white space, so each parent is compared by itself. */
function againOf(repo: Repository, id: ObjectId, parents: readonly ObjectId[]): Again {
  const bases = parents.length === 0 ? [emptyTree(repo)] : parents;
  const options = parents.length > 1 ? RAW_AND_PATCH_BY_PATH : RAW_AND_PATCH;
  return againBy(async (...more) => {
    const diffs = await Promise.all(
      bases.map((base) => runDiff(repo.detached, ["diff-tree", ...more, ...options, base, id])),
    );
    const lines = new Map(diffs.flatMap((diff) => [...diff.lines]));
    return { commit: id, changes: [], lines, doubtful: new Set(), oddEnds: new Set() };
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
      `the parents of commit ${cut.slice(0, 10)} are not in this shallow clone, so what it changes cannot be known`,
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
