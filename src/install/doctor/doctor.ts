import { ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../model/failure.ts";
import type { PolicyFault } from "../../policy/faults/fault.ts";
import { showFaults } from "../../policy/faults/show-faults.ts";
import { readClone } from "../gate/clone.ts";
import { withFailures } from "../gate/install-lock.ts";
import { findWeakSpots, type WeakSpot } from "./diagnose.ts";
import { policyInForce } from "./policy-in-force.ts";
import { type Proof, prove } from "./prove.ts";

export interface DoctorOptions {
  readonly repo: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface DoctorReport {
  /** True when every hook refused what it must refuse, or stopped because it can't look, and there is no hole. */
  readonly isGated: boolean;
  readonly proofs: readonly Proof[];
  readonly weakSpots: readonly WeakSpot[];
}

/** Proves the gate of a clone by offering it changes that must be refused, and names its weak spots. Changes nothing. */
export async function doctor(options: DoctorOptions): Promise<Result<DoctorReport, Failure>> {
  return withFailures(async () => {
    const clone = readClone(options.repo, options.env);
    if (!clone.ok) return clone;
    const policy = await policyInForce(clone.value);
    const weakSpots = [
      ...findWeakSpots(clone.value, options.env),
      ...(policy.ok ? [] : policySpots(policy.error)),
    ];
    const found = policy.ok ? policy.value : undefined;
    const proofs = prove(clone.value, {
      folder: found?.policy.project.root ?? "",
      policy: found?.isCommitted === false ? found : undefined,
    });
    const isHeld = proofs.every(({ outcome }) => outcome.kind !== "ungated");
    const isGated = isHeld && weakSpots.every(({ weight }) => weight !== "hole");
    return ok({ isGated, proofs, weakSpots });
  });
}

/** One spot for each fault: where it is and what is wrong on a line, the hint as the remedy. */
function policySpots(faults: readonly PolicyFault[]): readonly WeakSpot[] {
  return faults.map((fault) => ({
    kind: "policy-broken",
    weight: "flaw",
    what: showFaults([fault]).split("\n")[0] ?? "",
    remedy: fault.hint ?? `mend ${fault.path}`,
  }));
}
