import type { RepoPath } from "../base/repo-path.ts";
import type { Repository } from "../git/repository.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { ALL_PLACES } from "../policy/places.ts";
import type { FoundPolicy } from "../policy/policy.ts";
import { readPolicy } from "../policy/read-policy.ts";
import { policyFailure } from "../policy/show-faults.ts";
import { checkPolicy } from "./check-policy.ts";

/** Where a policy is read from: a commit or tree by its id, or what is staged. */
export type PolicyPlace = { readonly kind: "tree"; readonly id: string } | { readonly kind: "index" };

/** The policy that lies there; undefined when there is none. One that is broken is `CannotLook`, with every fault. */
export async function policyAt(repo: Repository, place: PolicyPlace): Promise<FoundPolicy | undefined> {
  const prefix = place.kind === "tree" ? `${place.id}:` : ":0:";
  const texts = new Map<RepoPath, Buffer>();
  await Promise.all(
    ALL_PLACES.map(async (path) => {
      const object = await repo.objects.find(`${prefix}${path}`);
      if (object?.type === "blob" && object.bytes !== undefined) texts.set(path, object.bytes);
    }),
  );
  const found = await readPolicy(texts);
  if (!found.ok) throw new CannotLook(policyFailure(found.error));
  if (found.value !== undefined) checkPolicy(found.value);
  return found.value;
}

/** The policy of `HEAD`; the staged one only while `HEAD` has none, so that a change can't loosen its own leash. */
export async function policyInForce(repo: Repository): Promise<FoundPolicy> {
  const committed =
    repo.head.kind === "unborn" ? undefined : await policyAt(repo, { kind: "tree", id: repo.head.id });
  const found = committed ?? (await policyAt(repo, { kind: "index" }));
  if (found === undefined) throw noPolicy("this repository has no policy, neither committed nor staged");
  return found;
}

export function noPolicy(message: string): CannotLook {
  const next = "git add .arkitektrc.json, then again (arkitekt install writes a first one)";
  return new CannotLook(failure("no-policy", message, next));
}
