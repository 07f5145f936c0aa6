// All Lua of the index or of a tree, for the commands that list what is in it.
import type { RepoPath } from "../base/repo-path.ts";
import { listIndex } from "../git/objects/index-list.ts";
import { listTree } from "../git/objects/source.ts";
import type { Repository } from "../git/open/repository.ts";
import { type Entry, isText, type ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Note } from "../model/note.ts";
import type { Policy } from "../policy/policy.ts";
import { policyForTree, policyInForce } from "../policy-source/in-force.ts";

export interface LuaFilesAt {
  /** Undefined for the index. */
  readonly tree: ObjectId | undefined;
  readonly policy: Policy;
  readonly entries: ReadonlyMap<RepoPath, Entry>;
  /** What can't be looked at, and why. */
  readonly notes: readonly Note[];
}

/**
 * The index with the policy in force; or the tree that `name` stands for, with its own policy, or the one in force if the tree
 * is older than any policy.
 */
export async function lookAt(repo: Repository, name: string | undefined): Promise<LuaFilesAt> {
  if (name === undefined) return lookAtIndex(repo);
  const found = await repo.objects.find(`${name}^{tree}`, -1);
  if (found?.type !== "tree") {
    const next = "see: git log --oneline --all";
    throw new CannotLook(
      failure("unknown-revision", `${name} is not a commit or tree of this repository`, next),
    );
  }
  const { policy } = await policyForTree(repo, found.id);
  return { tree: found.id, policy, entries: await listTree(repo, found.id), notes: [] };
}

async function lookAtIndex(repo: Repository): Promise<LuaFilesAt> {
  if (repo.isBare) {
    throw new CannotLook(failure("no-index", "a bare repository has no index", "name a commit: --tree HEAD"));
  }
  const { policy } = await policyInForce(repo);
  const { entries, unmerged } = await listIndex(repo);
  const notes = [...unmerged].map((path) => ({ kind: "unmerged", path }) as const);
  return { tree: undefined, policy, entries, notes };
}

export interface LuaFile {
  readonly path: RepoPath;
  readonly id: ObjectId;
  readonly bytes: Buffer;
}

const AT_ONCE = 32;

/** The contents of the files for which `isWanted` is true, a few at a time, so that a large tree need not fit into memory. */
export async function* readLua(
  repo: Repository,
  { entries, policy }: LuaFilesAt,
  isWanted: (path: RepoPath) => boolean,
  onNote: (note: Note) => void,
): AsyncGenerator<LuaFile, void, void> {
  const limit = policy.limits.fileBytes;
  const wanted = [...entries].filter(([path, entry]) => isText(entry) && isWanted(path));
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    const blobs = await repo.objects.load(
      some.map(([, { id }]) => id),
      limit,
    );
    for (const [path, { id }] of some) {
      const blob = blobs.get(id);
      if (blob?.kind === "bytes") yield { path, id, bytes: blob.bytes };
      else onNote({ kind: "too-large", path, limit });
    }
  }
}
