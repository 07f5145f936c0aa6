import type { Failure } from "../../model/failure.ts";

/** Why a run ended without a verdict: what a user can mend (exit 2), or a bug of ours (exit 3). */
export interface Unjudged extends Omit<Failure, "kind"> {
  readonly outcome: "cannot-look" | "bug";
  readonly kind: Failure["kind"] | "bug";
}
