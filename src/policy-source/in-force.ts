// Which policy counts: for what is staged or proposed, for a tree, for the next commit. Along commits it is `Policies`.
import { ok, type Result } from "../base/result.ts";
import type { Memory } from "../gate/known/memory.ts";
import type { Repository } from "../git/open/repository.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import type { FoundPolicy, Policy } from "../policy/policy.ts";
import { readPolicyFile } from "../policy/read/read-policy.ts";
import {
  type BrokenPolicy,
  type PolicyPlace,
  type PolicyRead,
  policyAt,
  policyOf,
  recalledPolicyAt,
  touchesPolicy,
} from "./policy-at.ts";

/**
 * The policy of `HEAD`; the staged one only while `HEAD` has none or a broken one, so that a change can't loosen its own
 * leash. None at all is `CannotLook`.
 */
export async function policyInForce(repo: Repository): Promise<FoundPolicy> {
  const found = orThrow(await readInForce(repo));
  if (found === undefined) throw noPolicy(NOWHERE);
  return found;
}

/** The same for those who can do without one, or have more to say about a broken one. */
export async function readInForce(repo: Repository): Promise<PolicyRead> {
  const committed = await policyOfHead(repo);
  if (repo.isBare || (committed.ok && committed.value !== undefined)) return committed;
  const staged = await policyAt(repo, { kind: "index" });
  return committed.ok || (staged.ok && staged.value !== undefined) ? staged : committed;
}

/** What a change is judged by; `broken` says what is wrong with the policy that it brings itself. */
export interface PolicyOfChange {
  readonly policy: Policy;
  /** The id of the object that it was read from; undefined if it was given. */
  readonly id: ObjectId | undefined;
  readonly broken: Failure | undefined;
}

/**
 * For a change that `after` will hold, on top of the commit `parent`: the parent's policy. The change's own counts as long as the
 * parent has none, and if the change mends a broken one and does nothing else. `given` is used instead of both.
 */
export async function policyForChange(
  repo: Repository,
  parent: ObjectId | undefined,
  change: {
    readonly after: PolicyPlace;
    files(): Promise<readonly FileChange[]>;
    /** Where it has been read already: the parent's. */
    readonly before?: PolicyRead;
    /** Of policies that were read before. */
    readonly memory?: Memory | undefined;
  },
  given?: Policy,
): Promise<PolicyOfChange> {
  const { memory } = change;
  const before =
    change.before ??
    (parent === undefined || memory === undefined
      ? await policyBefore(repo, parent)
      : await recalledPolicyAt(repo, parent, memory));
  const files = await change.files();
  const isNew = before.ok && before.value === undefined;
  const after = isNew || files.some(touchesPolicy) ? await policyAt(repo, change.after) : undefined;
  const isMending = !before.ok && after?.ok === true && files.every(touchesPolicy);
  const found =
    given === undefined ? orThrow((isNew || isMending) && after !== undefined ? after : before) : undefined;
  const policy = given ?? found?.policy;
  if (policy === undefined) throw noPolicy(NOWHERE);
  return { policy, id: found?.id, broken: after?.ok === false ? after.error : undefined };
}

/** The policy of the commit that a change is made on. */
export async function policyBefore(repo: Repository, parent: ObjectId | undefined): Promise<PolicyRead> {
  return parent === undefined ? ok(undefined) : await policyAt(repo, { kind: "tree", id: parent });
}

/** The policy that a tree holds itself; `name` is what a person called the tree. */
export async function policyOfTree(repo: Repository, tree: ObjectId, name: string): Promise<FoundPolicy> {
  const own = orThrow(await policyAt(repo, { kind: "tree", id: tree }));
  if (own === undefined) throw noPolicy(`${name} holds no policy`);
  return own;
}

/** The same, or the one in force if the tree is older than any policy. */
export async function policyForTree(repo: Repository, tree: ObjectId): Promise<FoundPolicy> {
  return orThrow(await policyAt(repo, { kind: "tree", id: tree })) ?? (await policyInForce(repo));
}

/** The policy of a file that a person names. */
export async function policyOfFile(file: string, bytes: Buffer): Promise<FoundPolicy> {
  const found = orThrow(policyOf(await readPolicyFile(file, bytes)));
  if (found !== undefined) return found;
  const next = "name a file that holds a policy";
  throw new CannotLook(failure("bad-policy", `${file} has no key "arkitekt"`, next));
}

async function policyOfHead(repo: Repository): Promise<PolicyRead> {
  const { head } = repo;
  return head.kind === "unborn" ? ok(undefined) : await policyAt(repo, { kind: "tree", id: head.id });
}

function orThrow<Found>(read: Result<Found | undefined, BrokenPolicy>): Found | undefined {
  if (read.ok) return read.value;
  throw new CannotLook(read.error);
}

const NOWHERE = "this repository has no policy, neither committed nor staged";

function noPolicy(message: string): CannotLook {
  const next = "git add :/.arkitektrc.json, then again (arkitekt install writes a first one)";
  return new CannotLook(failure("no-policy", message, next));
}
