import { type RepoPath, showPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import { listIndex } from "../git/objects/index-list.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Entry, FileChange } from "../model/change.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import { policyFailure } from "../policy/faults/show-faults.ts";
import type { FoundPolicy } from "../policy/policy.ts";
import { ALL_PLACES } from "../policy/read/places.ts";
import { readPolicy } from "../policy/read/read-policy.ts";
import { faultOfGreps } from "./fault-of-greps.ts";

/** Where a policy is read from: a commit or tree by its id, or what is staged. */
export type PolicyPlace = { readonly kind: "tree"; readonly id: string } | { readonly kind: "index" };

export type PolicyRead = Result<FoundPolicy | undefined, Failure>;

/** The policy that lies there; undefined when there is none. The failure of a broken one names every fault. */
export async function policyAt(repo: Repository, place: PolicyPlace): Promise<PolicyRead> {
  const { texts, links } = await (place.kind === "tree" ? committed(repo, place.id) : staged(repo));
  const found = await readPolicy(texts);
  if (!found.ok) {
    const link = found.error.find(({ path }) => links.has(path));
    return err(link === undefined ? policyFailure(found.error) : linkInstead(link.path));
  }
  const fault = found.value === undefined ? undefined : faultOfGreps(found.value);
  return fault === undefined ? ok(found.value) : err(fault);
}

interface Candidates {
  readonly texts: ReadonlyMap<RepoPath, Buffer>;
  /** What a symbolic link holds is the name of another file: it never reads as a policy, and it is never followed. */
  readonly links: ReadonlySet<RepoPath>;
}

async function committed(repo: Repository, tree: string): Promise<Candidates> {
  const { objects, objectFormat } = repo;
  return contentsOf(repo, await new Trees(objects, objectFormat).entries(tree, ALL_PLACES));
}

/** A policy whose object is missing is `CannotLook`, and never taken for none. */
async function contentsOf(
  { objects }: Repository,
  entries: ReadonlyMap<RepoPath, Entry>,
): Promise<Candidates> {
  const texts = new Map<RepoPath, Buffer>();
  const links = new Set<RepoPath>();
  for (const [path, { kind, id }] of entries) {
    if (kind === "submodule") continue;
    if (kind === "symlink") links.add(path);
    const { bytes } = await objects.get(id);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  return { texts, links };
}

async function staged(repo: Repository): Promise<Candidates> {
  const { entries } = await listIndex(repo, ALL_PLACES);
  return contentsOf(repo, entries);
}

function linkInstead(path: RepoPath): Failure {
  const where = showPath(path);
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
