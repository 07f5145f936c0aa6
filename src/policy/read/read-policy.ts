import type { RepoPath } from "../../base/repo-path.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { POLICY_PLACES } from "../../model/policy-places.ts";
import type { Complaint, PolicyFault } from "../faults/fault.ts";
import { RULE_DEFAULTS } from "../generated/rules.generated.ts";
import type { FoundPolicy, PolicyFormat } from "../policy.ts";
import { resolve } from "../resolve/resolve.ts";
import { formatOf, REFUSED_PLACES } from "./places.ts";
import { readText } from "./read-text.ts";
import { semanticChecks } from "./semantic-checks.ts";
import { validate } from "./validate.ts";

/**
 * The policy among the files of a tree; `candidates` holds what the tree has of ALL_PLACES. Undefined if there is none.
 * Two at once are a fault: other tools would take the first and leave the other lying there as if it counted.
 */
export async function readPolicy(
  candidates: ReadonlyMap<RepoPath, Buffer>,
): Promise<Result<FoundPolicy | undefined, readonly PolicyFault[]>> {
  const refused = REFUSED_PLACES.find((path) => candidates.has(path));
  if (refused !== undefined) return fail(refused, "yaml", "", [{ kind: "refused-place" }]);
  const found = POLICY_PLACES.flatMap((path) => {
    const bytes = candidates.get(path);
    return bytes === undefined || !mayHoldPolicy(path, bytes) ? [] : [{ path, bytes }];
  });
  const present = [];
  for (const { path, bytes } of found) {
    const read = await readPolicyFile(path, bytes);
    if (!read.ok || read.value !== undefined) present.push({ path, read });
  }
  const [first, ...others] = present;
  if (first === undefined) return ok(undefined);
  if (others.length === 0) return first.read;
  const complaint = { kind: "two-policies", others: others.map(({ path }) => path) } as const;
  return fail(first.path, formatOf(first.path), "", [complaint]);
}

/** Reads one file as a policy, whatever its name. Undefined for a `package.json` without the key `arkitekt`. */
export async function readPolicyFile(
  path: RepoPath,
  bytes: Buffer,
): Promise<Result<FoundPolicy | undefined, readonly PolicyFault[]>> {
  const format = formatOf(path);
  const read = await readText(bytes, format);
  if (!read.ok) return fail(path, format, read.error.text, read.error.complaints);
  const { text, value } = read.value;
  if (format === "package" && value === undefined) return ok(undefined);
  const valid = validate(value);
  if (!valid.ok) return fail(path, format, text, valid.error, value);
  const file = valid.value;
  const complaints = semanticChecks(file);
  if (complaints.length > 0) return fail(path, format, text, complaints, value);
  return ok({ policy: resolve(file, RULE_DEFAULTS), path, format, text, file });
}

/** Most `package.json` files hold no policy: those are not even parsed. */
function mayHoldPolicy(path: RepoPath, bytes: Buffer): boolean {
  return formatOf(path) !== "package" || bytes.includes('arkitekt"') || bytes.includes("\\u");
}

async function fail(
  path: RepoPath,
  format: PolicyFormat,
  text: string,
  complaints: readonly Complaint[],
  value?: unknown,
): Promise<{ readonly ok: false; readonly error: readonly PolicyFault[] }> {
  const { describeFaults } = await import("../faults/describe-faults.ts");
  return err(describeFaults({ path, format, text, value }, complaints));
}
