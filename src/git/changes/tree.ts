// Comparisons of whole trees.
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ChangeSet, CommitChange, Entry, FileChange, LineChange, ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { RAW, RAW_AND_PATCH } from "../diff/diff-options.ts";
import { againBy, runDiff } from "../diff/run-diff.ts";
import type { CommitRange } from "../history/range.ts";
import { parseCommit } from "../objects/commit-object.ts";
import { entryOf } from "../objects/entry.ts";
import { GitSource, type SideOf } from "../objects/source.ts";
import { emptyTree, type Repository } from "../open/repository.ts";
import { fileChanges } from "./file-changes.ts";

/**
 * Every file of a tree as added. `name` is anything that stands for a tree: `HEAD`, a tag, an id. If it stands for a commit,
 * what that changed against its first parent is new, and the rest was there before.
 */
export async function treeChangeSet(
  repo: Repository,
  name: string,
  branches: readonly string[] = [],
): Promise<ChangeSet> {
  const found = await repo.objects.find(`${name}^{tree}`, -1);
  if (found?.type !== "tree")
    throw new CannotLook(
      failure(
        "unknown-revision",
        `${name} is not a commit or tree of this repository`,
        "see: git log --oneline --all",
      ),
    );
  const parent = await parentOf(repo, name);
  const base: SideOf = parent === undefined ? { kind: "nothing" } : { kind: "tree", id: parent };
  const source = new GitSource(repo, base, { kind: "tree", id: found.id });
  const files = [...(await source.list("after"))].map(
    ([path, after]): FileChange => ({ kind: "added", path, after, lines: ALL_LINES }),
  );
  const change: ChangeSet = { subject: { kind: "tree", id: found.id }, branches, files, source };
  if (parent === undefined) return change;
  const changed = await changesBetween(repo, parent, found.id);
  const before = () => treeChangeSet(repo, `${parent}^{tree}`, branches);
  return { ...change, since: { files: changed, before } };
}

/** Undefined for what is not a commit, for a first one, and at the edge of a shallow clone. */
async function parentOf({ objects }: Repository, name: string): Promise<ObjectId | undefined> {
  const commit = await objects.find(`${name}^{commit}`);
  if (commit?.type !== "commit" || commit.bytes === undefined) return undefined;
  const [parent] = parseCommit(commit.bytes).parents;
  const found = parent === undefined ? undefined : await objects.find(parent, -1);
  return found?.type === "commit" ? found.id : undefined;
}

/** To count the lines of a whole tree, all of it would have to be read twice; no budget applies to one. */
const ALL_LINES: LineChange = {
  kind: "text",
  added: [{ start: 1, end: Number.MAX_SAFE_INTEGER }],
  addedLoc: 0,
};

/** A range as a whole: from its base to its tip. `commits` is what was read of its commits, one by one. */
export async function rangeChangeSet(
  repo: Repository,
  range: CommitRange,
  commits: readonly CommitChange[],
): Promise<ChangeSet> {
  const { base, tip, branches } = range;
  const [only, ...others] = commits;
  // A thousand branches of one commit each would be a thousand processes.
  const isTold = only !== undefined && others.length === 0 && !only.isMerge && only.parents[0] === base;
  return {
    subject: { kind: "range", base, tip, commits },
    branches,
    files: isTold ? only.files : await changesBetween(repo, base ?? emptyTree(repo), tip),
    source: new GitSource(repo, base === undefined ? { kind: "nothing" } : { kind: "tree", id: base }, {
      kind: "tree",
      id: tip,
    }),
  };
}

/** How two trees differ, with the lines. */
export async function changesBetween(
  repo: Repository,
  before: ObjectId,
  after: ObjectId,
): Promise<FileChange[]> {
  const ask = (...more: string[]) =>
    runDiff(repo.detached, ["diff-tree", ...more, ...RAW_AND_PATCH, before, after]);
  return await fileChanges(repo.objects, await ask(), againBy(ask));
}

export interface ChangedEntry {
  readonly path: RepoPath;
  /** Undefined where there is nothing. */
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** The same path by path: what is moved disappears in one place and appears in another. */
export function entriesOf(files: readonly FileChange[]): readonly ChangedEntry[] {
  const entries = files.flatMap((file): ChangedEntry[] => {
    if (file.kind === "added" || file.kind === "copied")
      return [{ path: file.path, before: undefined, after: file.after }];
    if (file.kind === "deleted") return [{ path: file.path, before: file.before, after: undefined }];
    if (file.kind === "modified") return [{ path: file.path, before: file.before, after: file.after }];
    return [
      { path: file.from, before: file.before, after: undefined },
      { path: file.path, before: undefined, after: file.after },
    ];
  });
  return entries.sort((one, other) => Buffer.compare(encodePath(one.path), encodePath(other.path)));
}

/** How two trees differ, path by path. */
export async function changedEntries(
  repo: Repository,
  before: ObjectId,
  after: ObjectId,
): Promise<readonly ChangedEntry[]> {
  if (before === after) return [];
  const { changes } = await runDiff(repo.detached, ["diff-tree", ...RAW, before, after]);
  return changes.map(({ path, modes, ids }) => ({
    path,
    before: entryOf(modes[0] ?? "", ids[0] ?? ""),
    after: entryOf(modes.at(-1) ?? "", ids.at(-1) ?? ""),
  }));
}
