import { stagedChangeSet } from "../../git/changes/staged.ts";
import { hasReceipt } from "../../git/open/receipt.ts";
import type { Repository } from "../../git/open/repository.ts";
import { isUnderWay } from "../../git/open/under-way.ts";
import { isAgentBranch } from "../../model/agent-branch.ts";
import { CannotLook } from "../../model/failure.ts";
import { noVerifyOn } from "../../policy/no-verify.ts";
import { policyForChange } from "../../policy-source/in-force.ts";

/** What becomes of the commit that is being made: `settled` where pre-commit has judged it, or there was nothing to judge. */
export interface Unverified {
  readonly kind: "settled" | "refuse" | "warn";
  readonly branches: readonly string[];
}

/** `source` is where Git says that the message comes from. */
export async function unverified(repo: Repository, source: string | undefined): Promise<Unverified> {
  const settled = { kind: "settled", branches: [] } as const;
  if (source === "merge" || isUnderWay(repo)) return settled;
  const { files, branches } = await stagedChangeSet(repo);
  if (files.length === 0 || hasReceipt(repo, files)) return settled;
  const parent = repo.head.kind === "unborn" ? undefined : repo.head.id;
  const staged = { after: { kind: "index" }, files: async () => files } as const;
  try {
    const { policy } = await policyForChange(repo, parent, staged);
    const kind = noVerifyOn(isAgentBranch(branches, policy.project), policy.noVerify);
    return kind === "allow" ? settled : { kind, branches };
  } catch (error) {
    // There is no gate to get past.
    if (error instanceof CannotLook && error.failure.kind === "no-policy") return settled;
    throw error;
  }
}
