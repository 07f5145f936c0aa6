// What a push brings: every update, and every commit that the remote does not have, each once.
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { parseTag } from "../objects/commit-object.ts";
import { shortName } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";
import { NewCommits } from "./new-commits.ts";
import type { RefUpdate } from "./push-lines.ts";
import type { CommitRange } from "./range.ts";

/** An update by what its new id stands for once tags are peeled. */
export type Pushed =
  | { readonly kind: "deleted"; readonly update: RefUpdate }
  | { readonly kind: "commits"; readonly update: RefUpdate; readonly range: CommitRange }
  /** A tag on a tree: judge it as a whole tree. */
  | { readonly kind: "tree"; readonly update: RefUpdate; readonly tree: ObjectId }
  | { readonly kind: "blob"; readonly update: RefUpdate; readonly blob: ObjectId };

export interface Push {
  readonly updates: readonly Pushed[];
  /** New to the remote, parents before children. */
  readonly commits: readonly ObjectId[];
  /** Short names of the branches that a new commit ends up on. */
  branchesOf(commit: ObjectId): readonly string[];
}

/**
 * Reads a push of `updates` to `remote` (a remote's name, or an URL, of which nothing is known). A commit is new when
 * neither a ref of the remote that the push replaces nor a remote-tracking branch of it leads there. An old id that is
 * not known here tells nothing. Throws `CannotLook`.
 */
export async function readPush(
  repo: Repository,
  updates: readonly RefUpdate[],
  remote: string | undefined,
): Promise<Push> {
  const [targets, olds] = await Promise.all([
    Promise.all(updates.map(({ newId }) => (newId === undefined ? undefined : peel(repo, newId)))),
    Promise.all(updates.map(({ oldId }) => oldCommit(repo, oldId))),
  ]);
  const tips = targets.flatMap((target) => (target?.type === "commit" ? [target.id] : []));
  const known = olds.filter((id) => id !== undefined);
  const fresh = await newCommits(repo, tips, known, remote);
  updates.forEach((update, index) => {
    const target = targets[index];
    if (target?.type === "commit") fresh.mark(target.id, branchesOfUpdate(update));
  });
  return {
    updates: updates.map((update, index) => pushed(update, targets[index], olds[index], fresh)),
    commits: fresh.all,
    branchesOf: (commit) => fresh.branchesOf(commit),
  };
}

/** The commits that lead to `tips` and neither to `known` nor to a remote-tracking branch of `remote`; one process. */
async function newCommits(
  repo: Repository,
  tips: readonly ObjectId[],
  known: readonly ObjectId[],
  remote: string | undefined,
): Promise<NewCommits> {
  if (tips.length === 0) return new NewCommits("");
  const input = [...new Set(tips), ...new Set(known.map((id) => `^${id}`))].join("\n");
  const tracked = remote !== undefined && isRemoteName(remote) ? ["--not", `--remotes=${remote}`] : [];
  const answer = await repo.git.run(
    ["rev-list", "--topo-order", "--reverse", "--parents", "--stdin", ...tracked],
    { input: `${input}\n` },
  );
  return new NewCommits(answer.stdout.toString("latin1"));
}

function pushed(
  update: RefUpdate,
  target: Target | undefined,
  old: ObjectId | undefined,
  fresh: NewCommits,
): Pushed {
  if (target === undefined) return { kind: "deleted", update };
  if (target.type === "tree") return { kind: "tree", update, tree: target.id };
  if (target.type === "blob") return { kind: "blob", update, blob: target.id };
  const tip = target.id;
  const range: CommitRange = {
    base: old ?? fresh.baseOf(tip),
    tip,
    branches: branchesOfUpdate(update),
    // Asked for when the range is judged: a thousand refs may share a long history.
    get commits() {
      return fresh.leadingTo(tip);
    },
  };
  return { kind: "commits", update, range };
}

interface Target {
  readonly id: ObjectId;
  readonly type: "commit" | "tree" | "blob";
}

const LARGEST_TAG = 16 << 20;

async function peel(repo: Repository, id: ObjectId): Promise<Target> {
  const { type, bytes } = await repo.objects.get(id, LARGEST_TAG);
  if (type !== "tag") return { id, type };
  if (bytes === undefined)
    throw new CannotLook(
      failure("large-tag", `the tag ${id} is too large to be read`, "delete it and make it again"),
    );
  return await peel(repo, parseTag(bytes).object);
}

/** The commit a remote ref held, if it is known here. */
async function oldCommit(repo: Repository, id: ObjectId | undefined): Promise<ObjectId | undefined> {
  if (id === undefined) return undefined;
  const { objects } = repo;
  const found = await objects.find(id, LARGEST_TAG);
  if (found?.type === "tag" && found.bytes !== undefined)
    return await oldCommit(repo, parseTag(found.bytes).object);
  return found?.type === "commit" ? found.id : undefined;
}

/** The branch it comes from counts like the one it goes to: what was made on an agent's branch stays an agent's work. */
function branchesOfUpdate({ localRef, remoteRef }: RefUpdate): readonly string[] {
  return [...new Set([...branchesAt(remoteRef), ...branchesAt(localRef)])];
}

function branchesAt(ref: string): readonly string[] {
  return ref.startsWith("refs/heads/") ? [shortName(ref)] : [];
}

/** An URL, or a path, is no name; and what could be a pattern must not become one. */
function isRemoteName(remote: string): boolean {
  return !/[:?*[\\\s^~]|\.\.|^[./-]/.test(remote);
}
