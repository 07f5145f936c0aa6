// Files that no patch of a proposal may write: what decides how far a proposal reaches must not be within its reach.
import type { PatchOp } from "../../json/operations.ts";
import { POLICY_FILES } from "../../model/policy-places.ts";

/**
 * Why a patch may not change `path`, from the top of the repository; undefined if it may. Letter case and compatible forms
 * of letters don't count, as on many file systems. A request itself, `request.json`, is changed only by decided patches.
 */
export function keptFromPatches(
  path: string,
  operations: readonly PatchOp[],
  folder: string,
): string | undefined {
  const known = path.normalize("NFKC").toLowerCase();
  const requests = `${folder.normalize("NFKC").toLowerCase()}/`;
  const inRequests = known.startsWith(requests) ? known.slice(requests.length) : undefined;
  if (inRequests !== undefined && !/^[^./][^/]*\/request\.json$/.test(inRequests))
    return "belongs to the hand-off itself";
  if (/(?:^|\/)\.arkitekt(?:[/-]|$)/.test(known)) return "belongs to the hand-off itself";
  if (POLICY_FILES.some((place) => place.toLowerCase() === known)) return "is the policy";
  if (/^\.codex\/(?:tasks\/|pipeline[^/]*\.json$)/.test(known)) return "says what tasks may do";
  if (/^(?:\.husky|\.githooks)\//.test(known)) return "belongs to the hooks";
  if (known === "package.json" && operations.some(reachesSettings)) return "holds the policy and the hooks";
  return undefined;
}

/** The keys of `package.json` that say what the gate and the hooks do. */
const SETTINGS: ReadonlySet<string> = new Set(["arkitekt", "husky", "lint-staged", "simple-git-hooks"]);

function reachesSettings(operation: PatchOp): boolean {
  if (operation.op === "test") return false;
  return [operation.path, ...("from" in operation ? [operation.from] : [])].some(
    ([first]) => first === undefined || SETTINGS.has(first),
  );
}
