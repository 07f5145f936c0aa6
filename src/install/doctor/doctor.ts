import { ok, type Result } from "../../base/result.ts";
import { refuseWriteUnderWay, writesUnderWay } from "../../git/open/write-under-way.ts";
import type { Failure } from "../../model/failure.ts";
import { showFaults } from "../../policy/faults/show-faults.ts";
import type { BrokenPolicy } from "../../policy-source/policy-at.ts";
import { readClone, refuseOldGit } from "../gate/clone.ts";
import { withFailures } from "../gate/install-lock.ts";
import { findWeakSpots } from "./diagnose.ts";
import { policyForProbes } from "./policy-for-probes.ts";
import { type Proof, prove } from "./prove.ts";
import type { WeakSpot } from "./weak-spot.ts";

export interface DoctorOptions {
  readonly repo: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * `holds`: every hook, called by Git itself, looked at what it must refuse, and there is no hole. `open`: something passes, or may. `untried`:
 * nothing passes, but a hook could not look, or Git stopped before it reached one, so that nobody can say.
 */
export type GateState = "holds" | "open" | "untried";

export interface DoctorReport {
  readonly standing: GateState;
  readonly proofs: readonly Proof[];
  readonly weakSpots: readonly WeakSpot[];
}

/** Proves the gate of a clone by offering it changes that must be refused, and names its weak spots. Changes nothing. */
export async function doctor(options: DoctorOptions): Promise<Result<DoctorReport, Failure>> {
  return withFailures(async () => {
    const git = refuseOldGit(options.repo, options.env);
    if (!git.ok) return git;
    const clone = readClone(options.repo, options.env);
    if (!clone.ok) return clone;
    await refuseWriteUnderWay(clone.value.gitDir);
    const { read, isCommitted } = await policyForProbes(clone.value);
    const cutShort = await writesUnderWay(clone.value.commonDir);
    const weakSpots = [
      ...cutShort.map(
        ({ message, where = "", next = "" }): WeakSpot => ({
          kind: "patch-cut-short",
          weight: "flaw",
          what: `${where}: ${message}`,
          remedy: next,
        }),
      ),
      ...findWeakSpots(clone.value, options.env),
      ...(read.ok ? [] : policySpots(read.error)),
    ];
    const found = read.ok ? read.value : undefined;
    const proofs = prove(clone.value, {
      folder: found?.policy.project.root ?? "",
      policy: isCommitted ? undefined : found,
    });
    return ok({ standing: standingOf(proofs, weakSpots), proofs, weakSpots });
  });
}

function standingOf(proofs: readonly Proof[], weakSpots: readonly WeakSpot[]): GateState {
  if (weakSpots.some(({ weight }) => weight === "hole")) return "open";
  if (proofs.some(({ outcome }) => outcome.kind === "ungated")) return "open";
  const hasLooked = ({ outcome }: Proof) => outcome.kind === "refused" || outcome.kind === "allowed";
  return proofs.every(hasLooked) ? "holds" : "untried";
}

/** One spot for each fault: where it is and what is wrong in one line, with the hint as the remedy. */
function policySpots({ faults, message, next = "", where }: BrokenPolicy): readonly WeakSpot[] {
  const spot = { kind: "policy-broken", weight: "flaw" } as const;
  if (faults.length === 0)
    return [{ ...spot, what: `${where === undefined ? "" : `${where}  `}${message}`, remedy: next }];
  return faults.map((fault) => ({
    ...spot,
    what: showFaults([fault]).split("\n")[0] ?? "",
    remedy: fault.hint ?? `mend ${fault.path}`,
  }));
}
