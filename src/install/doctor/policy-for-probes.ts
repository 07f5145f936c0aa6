// The policy that the probes must fall foul of: that of HEAD, or the one that the first commit will bring.
import { ok } from "../../base/result.ts";
import { openRepository } from "../../git/open/repository.ts";
import { readInForce } from "../../policy-source/in-force.ts";
import { policyInWorkingTree } from "../../policy-source/in-working-tree.ts";
import { type PolicyRead, policyAt } from "../../policy-source/policy-at.ts";
import type { Clone } from "../gate/clone.ts";

export interface PolicyForProbes {
  readonly read: PolicyRead;
  /** HEAD holds it. */
  readonly isCommitted: boolean;
}

export async function policyForProbes(clone: Clone): Promise<PolicyForProbes> {
  const repo = await openRepository(clone.workTree ?? clone.gitDir, clone.env);
  // What keeps it from being opened is shown by the probes, which Git itself then stops.
  if (!repo.ok) return { read: await inWorkingTree(clone), isCommitted: false };
  try {
    const { head } = repo.value;
    const committed: PolicyRead =
      head.kind === "unborn" ? ok(undefined) : await policyAt(repo.value, { kind: "tree", id: head.id });
    if (!committed.ok || committed.value !== undefined) return { read: committed, isCommitted: true };
    const staged = await readInForce(repo.value);
    const read = staged.ok && staged.value === undefined ? await inWorkingTree(clone) : staged;
    return { read, isCommitted: false };
  } finally {
    await repo.value.close();
  }
}

async function inWorkingTree({ workTree }: Clone): Promise<PolicyRead> {
  return workTree === undefined ? ok(undefined) : policyInWorkingTree(workTree);
}
