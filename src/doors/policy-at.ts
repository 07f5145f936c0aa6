import { type RepoPath, showPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import { listIndex } from "../git/index-list.ts";
import type { Repository } from "../git/repository.ts";
import { listTree } from "../git/source.ts";
import { Trees } from "../git/trees.ts";
import type { FileChange } from "../model/change.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import type { PolicyFault } from "../policy/fault.ts";
import { ALL_PLACES } from "../policy/places.ts";
import type { FoundPolicy } from "../policy/policy.ts";
import { readPolicy } from "../policy/read-policy.ts";
import { policyFailure } from "../policy/show-faults.ts";
import { faultOfGreps } from "./fault-of-greps.ts";

/** Where a policy is read from: a commit or tree by its id, or what is staged. */
export type PolicyPlace = { readonly kind: "tree"; readonly id: string } | { readonly kind: "index" };

export type PolicyRead = Result<FoundPolicy | undefined, Failure>;

/** The policy that lies there; undefined when there is none. The failure of a broken one names every fault. */
export async function policyAt(repo: Repository, place: PolicyPlace): Promise<PolicyRead> {
  const prefix = place.kind === "tree" ? `${place.id}:` : ":0:";
  const texts = new Map<RepoPath, Buffer>();
  await Promise.all(
    ALL_PLACES.map(async (path) => {
      const object = await repo.objects.find(`${prefix}${path}`);
      if (object?.type === "blob" && object.bytes !== undefined) texts.set(path, object.bytes);
    }),
  );
  const found = await readPolicy(texts);
  if (!found.ok) return err((await linkInstead(repo, place, found.error)) ?? policyFailure(found.error));
  if (found.value === undefined) {
    if (place.kind === "tree") await assertNoneIsMissing(repo, place.id);
    return ok(undefined);
  }
  const fault = faultOfGreps(found.value);
  return fault === undefined ? ok(found.value) : err(fault);
}

/** Git says the same of a path that a tree doesn't hold and of one whose object is missing: only the former is no policy. */
async function assertNoneIsMissing(repo: Repository, tree: string): Promise<void> {
  const entries = await new Trees(repo.objects, repo.objectFormat).entries(tree, ALL_PLACES);
  for (const { kind, id } of entries.values()) {
    if (kind !== "submodule") await repo.objects.get(id, -1);
  }
}

/** What a symbolic link holds is the name of another file: that is why it reads as no policy. It is never followed. */
async function linkInstead(
  repo: Repository,
  place: PolicyPlace,
  faults: readonly PolicyFault[],
): Promise<Failure | undefined> {
  const entries = place.kind === "tree" ? await listTree(repo, place.id) : (await listIndex(repo)).entries;
  const link = faults.find(({ path }) => entries.get(path)?.kind === "symlink");
  if (link === undefined) return undefined;
  const where = showPath(link.path);
  return failure(
    "bad-policy",
    "this is a symbolic link; a policy is a file",
    `put the policy itself into ${where}`,
    where,
  );
}

/**
 * The policy of `HEAD`; the staged one only while `HEAD` has none or a broken one, so that a change can't loosen its own
 * leash.
 */
export async function policyInForce(repo: Repository): Promise<FoundPolicy> {
  const { head } = repo;
  const committed =
    head.kind === "unborn" ? ok(undefined) : await policyAt(repo, { kind: "tree", id: head.id });
  if (committed.ok && committed.value !== undefined) return committed.value;
  const staged = await policyAt(repo, { kind: "index" });
  const found = orThrow(committed.ok || (staged.ok && staged.value !== undefined) ? staged : committed);
  if (found === undefined) throw noPolicy("this repository has no policy, neither committed nor staged");
  return found;
}

export function orThrow(read: PolicyRead): FoundPolicy | undefined {
  if (read.ok) return read.value;
  throw new CannotLook(read.error);
}

export function noPolicy(message: string): CannotLook {
  const next = "git add .arkitektrc.json, then again (arkitekt install writes a first one)";
  return new CannotLook(failure("no-policy", message, next));
}

const PLACES: ReadonlySet<string> = new Set(ALL_PLACES);

export function isPolicyPlace(path: RepoPath): boolean {
  return PLACES.has(path);
}

export function touchesPolicy(file: FileChange): boolean {
  return isPolicyPlace(file.path) || (file.kind === "renamed" && isPolicyPlace(file.from));
}
