import { ok, type Result } from "../base/result.ts";
import type { Failure } from "../model/failure.ts";
import { withFailures } from "./alone.ts";
import { readClone } from "./clone.ts";
import { type Proof, prove } from "./prove.ts";
import { luaFolder } from "./starting-policy.ts";
import { findWeakSpots, type WeakSpot } from "./weak-spots.ts";

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
    const weakSpots = findWeakSpots(clone.value, options.env);
    const proofs = prove(clone.value, luaFolder(clone.value));
    const isHeld = proofs.every(({ outcome }) => outcome.kind !== "ungated");
    const isGated = isHeld && weakSpots.every(({ weight }) => weight !== "hole");
    return ok({ isGated, proofs, weakSpots });
  });
}
