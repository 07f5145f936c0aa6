// What a push brings: every update, and every commit that the remote does not have, each once.
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { parseTag } from "../objects/commit-object.ts";
import type { Repository } from "../open/repository.ts";
import { knownAt, type PushDestination } from "../remote/known-at.ts";
import type { Known } from "../remote/known-to-remote.ts";
import { LocalBranches, madeOn } from "./made-on.ts";
import { NewCommits } from "./new-commits.ts";
import type { RefUpdate } from "./push-lines.ts";
import type { CommitRange } from "./range.ts";

/** An update by what its new id stands for once tags are peeled. */
export type PushedUpdate =
  | { readonly kind: "deleted"; readonly update: RefUpdate }
  | {
      readonly kind: "commits";
      readonly update: RefUpdate;
      readonly range: CommitRange;
      /** What the ref held there, where that is known here. */
      readonly held: ObjectId | undefined;
    }
  /** A tag on a tree: judge it as a whole tree. */
  | { readonly kind: "tree"; readonly update: RefUpdate; readonly tree: ObjectId }
  | { readonly kind: "blob"; readonly update: RefUpdate; readonly blob: ObjectId };

export interface Push {
  readonly updates: readonly PushedUpdate[];
  readonly fresh: NewCommits;
  /** Where the remote's main line is known to stand. */
  readonly mainLine: ObjectId | undefined;
}

/**
 * Reads a push of `updates`. A commit is new when nothing that the remote is known to have leads there
 * (`knownAt`). Throws `CannotLook`.
 */
export async function readPush(
  repo: Repository,
  updates: readonly RefUpdate[],
  destination: PushDestination,
): Promise<Push> {
  const [targets, olds] = await Promise.all([
    Promise.all(updates.map(({ newId }) => (newId === undefined ? undefined : peel(repo, newId)))),
    Promise.all(updates.map(({ oldId }) => oldCommit(repo, oldId))),
  ]);
  const tips = targets.flatMap((found) => (found?.type === "commit" ? [found.id] : []));
  const known = tips.length === 0 ? NOTHING : await knownAt(repo, destination, updates, olds);
  const fresh = await newCommits(repo, tips, known.ids);
  // Whoever receives a push can't know where its commits were made.
  const local = destination === "here" ? undefined : new LocalBranches(repo);
  const branches = await branchesOfUpdates(repo, updates, targets, fresh, local);
  return {
    updates: updates.map((update, index) =>
      pushed(update, targets[index], olds[index], branches[index] ?? [], fresh),
    ),
    fresh,
    mainLine: known.mainLine,
  };
}

/** The commits that lead to `tips` and not to `known`, which may name what is not here; one process. */
async function newCommits(
  repo: Repository,
  tips: readonly ObjectId[],
  known: readonly ObjectId[],
): Promise<NewCommits> {
  if (tips.length === 0) return new NewCommits("");
  const input = [...new Set(tips), ...known.map((id) => `^${id}`)].join("\n");
  const answer = await repo.git.run(
    ["rev-list", "--ignore-missing", "--topo-order", "--reverse", "--parents", "--stdin"],
    { input: `${input}\n` },
  );
  return new NewCommits(answer.stdout.toString("latin1"));
}

function pushed(
  update: RefUpdate,
  target: Target | undefined,
  old: ObjectId | undefined,
  branches: readonly string[],
  fresh: NewCommits,
): PushedUpdate {
  if (target === undefined) return { kind: "deleted", update };
  if (target.type === "tree") return { kind: "tree", update, tree: target.id };
  if (target.type === "blob") return { kind: "blob", update, blob: target.id };
  const tip = target.id;
  const range: CommitRange = {
    base: old ?? fresh.baseOf(tip),
    tip,
    branches,
    // Asked for when the range is judged: a thousand refs may share a long history.
    get commits() {
      return fresh.leadingTo(tip);
    },
  };
  return { kind: "commits", update, range, held: old };
}

const NOTHING: Known = { ids: [], mainLine: undefined };

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

/**
 * The branch an update comes from counts like the one it goes to: what was made on an agent's branch remains an agent's work.
 * A tag on what a branch brings at the same time comes from that branch.
 */
async function branchesOfUpdates(
  repo: Repository,
  updates: readonly RefUpdate[],
  targets: readonly (Target | undefined)[],
  fresh: NewCommits,
  local: LocalBranches | undefined,
): Promise<readonly (readonly string[])[]> {
  const found = updates.map((): readonly string[] => []);
  const isBranch = ({ remoteRef }: RefUpdate) => branchesAt(remoteRef).length > 0;
  const places = [...updates.entries()];
  const tagsLast = [
    ...places.filter(([, update]) => isBranch(update)),
    ...places.filter(([, update]) => !isBranch(update)),
  ];
  for (const [index, update] of tagsLast) {
    const target = targets[index];
    if (target?.type !== "commit") continue;
    const isTold = !isBranch(update) && fresh.branchesOf(target.id).length > 0;
    const made = isTold || local === undefined ? [] : await madeOn(repo, update, target.id, fresh, local);
    const branches = [...new Set([...branchesAt(update.remoteRef), ...made])];
    fresh.mark(target.id, branches);
    found[index] = branches;
  }
  return found;
}

/** `refs/for/<branch>` is where changes for a branch go for review (Gerrit, Forgejo). */
function branchesAt(ref: string): readonly string[] {
  const [, name] = /^refs\/(?:heads|for)\/([^%]+)/.exec(ref) ?? [];
  return name === undefined ? [] : [name];
}
