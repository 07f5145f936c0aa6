import { type RepoPath, showPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Memory } from "../gate/known/memory.ts";
import { listIndex } from "../git/objects/index-list.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Entry, FileChange, ObjectId } from "../model/change.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import type { PolicyFault } from "../policy/faults/fault.ts";
import { policyFailure } from "../policy/faults/show-faults.ts";
import type { FoundPolicy } from "../policy/policy.ts";
import { ALL_PLACES } from "../policy/read/places.ts";
import { readPolicy } from "../policy/read/read-policy.ts";
import { faultOfOptions } from "./fault-of-options.ts";

/** Where a policy is read from: a commit or tree by its id, or what is staged. */
export type PolicyPlace = { readonly kind: "tree"; readonly id: string } | { readonly kind: "index" };

export type PolicyRead = Result<FoundPolicy | undefined, BrokenPolicy>;

/** Says it as a whole; `faults` says it fault by fault, if they have places in the text. */
export interface BrokenPolicy extends Failure {
  readonly faults: readonly PolicyFault[];
}

/** The policy that lies there; undefined if there is none. The failure of a broken one names every fault. */
export async function policyAt(repo: Repository, place: PolicyPlace): Promise<PolicyRead> {
  return await policyAmong(repo, await candidatesAt(repo, place));
}

/** A policy as it counts for judging, with the id of the object that it was read from. */
export type PolicyInForce = Pick<FoundPolicy, "policy" | "id">;

/** The policy of a commit, from the memory where the same files were read before. */
export async function recalledPolicyAt(
  repo: Repository,
  commit: ObjectId,
  memory: Memory,
): Promise<Result<PolicyInForce | undefined, BrokenPolicy>> {
  const entries = await candidatesAt(repo, { kind: "tree", id: commit });
  const [first] = entries.values();
  if (first === undefined) return ok(undefined);
  const candidates = JSON.stringify([...entries]);
  const known = memory.recall(first.id, "policy");
  if (known?.candidates === candidates) return ok(known.found as PolicyInForce);
  const read = await policyAmong(repo, entries);
  if (read.ok && read.value !== undefined) {
    const { policy, id } = read.value;
    memory.keep(first.id, "policy", {
      candidates,
      found: { policy, ...(id !== undefined && { id }) } satisfies PolicyInForce,
    });
  }
  return read;
}

/** The files among which a policy is looked for. */
type Entries = ReadonlyMap<RepoPath, Entry>;

async function policyAmong(repo: Repository, entries: Entries): Promise<PolicyRead> {
  const { texts, ids, links } = await contentsOf(repo, entries);
  const found = await readPolicy(texts);
  const link = found.ok ? undefined : found.error.find(({ path }) => links.has(path));
  if (link !== undefined) return err(linkInstead(link.path));
  const read = policyOf(found);
  const id = read.ok && read.value !== undefined ? ids.get(read.value.path) : undefined;
  return read.ok && read.value !== undefined && id !== undefined ? ok({ ...read.value, id }) : read;
}

/** A policy that was read, checked against what only rules can tell about their options. */
export function policyOf(read: Result<FoundPolicy | undefined, readonly PolicyFault[]>): PolicyRead {
  if (!read.ok) return err({ ...policyFailure(read.error), faults: read.error });
  const fault = read.value === undefined ? undefined : faultOfOptions(read.value);
  return fault === undefined ? ok(read.value) : err({ ...fault, faults: [] });
}

interface Candidates {
  readonly texts: ReadonlyMap<RepoPath, Buffer>;
  readonly ids: ReadonlyMap<RepoPath, ObjectId>;
  /** A symbolic link holds the name of another file: it is never read as a policy, and never followed. */
  readonly links: ReadonlySet<RepoPath>;
}

async function candidatesAt(repo: Repository, place: PolicyPlace): Promise<Entries> {
  if (place.kind === "index") return (await listIndex(repo, ALL_PLACES)).entries;
  return await new Trees(repo.objects, repo.objectFormat).entries(place.id, ALL_PLACES);
}

/** A policy whose object is missing is `CannotLook`, and never taken for a missing policy. */
async function contentsOf({ objects }: Repository, entries: Entries): Promise<Candidates> {
  const texts = new Map<RepoPath, Buffer>();
  const ids = new Map<RepoPath, ObjectId>();
  const links = new Set<RepoPath>();
  for (const [path, { kind, id }] of entries) {
    if (kind === "submodule") continue;
    if (kind === "symlink") links.add(path);
    const { bytes, size } = await objects.get(id, LARGEST_FILE);
    if (bytes === undefined) throw new CannotLook(tooLarge(path, size));
    texts.set(path, bytes);
    ids.set(path, id);
  }
  return { texts, ids, links };
}

/** In bytes. A `package.json` may be larger than a policy, but even that is not read without bound. */
const LARGEST_FILE = 64 << 20;

function tooLarge(path: RepoPath, size: number): Failure {
  const where = showPath(path);
  return failure("bad-policy", `${size} bytes are more than a policy may hold`, `shorten ${where}`, where);
}

function linkInstead(path: RepoPath): BrokenPolicy {
  const where = showPath(path);
  const message = "this is a symbolic link; a policy is a file";
  return { ...failure("bad-policy", message, `put the policy itself into ${where}`, where), faults: [] };
}

const PLACES: ReadonlySet<string> = new Set(ALL_PLACES);

export function isPolicyPlace(path: RepoPath): boolean {
  return PLACES.has(path);
}

export function touchesPolicy(file: FileChange): boolean {
  return isPolicyPlace(file.path) || (file.kind === "renamed" && isPolicyPlace(file.from));
}
