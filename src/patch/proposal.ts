import type { GivenUp } from "../model/finding.ts";
import type { Patch } from "../model/patch.ts";

export const FORMS = ["object", "diff", "envelope", "blocks"] as const;

export type Form = (typeof FORMS)[number];

/** A patch as somebody hands it in. */
export interface Proposal {
  readonly form: Form;
  /** "sha256:…" of its bytes, by which a record of it is found. Few need it, and what makes it takes long to load. */
  digest(): string;
  /** A unified diff stays as it is: Git itself reads and applies it. */
  readonly steps:
    | { readonly kind: "patch"; readonly patch: Patch }
    | { readonly kind: "diff"; readonly bytes: Buffer }
    /** Its author says that it failed: there is nothing to apply. */
    | { readonly kind: "given-up"; readonly said: GivenUp };
  readonly notes: string;
  /** What its author says it satisfies. */
  readonly acceptance: readonly string[];
  /** Proof-greps of its own, as a policy has them; not checked yet. */
  readonly proofGreps: readonly unknown[];
  /** What was ignored. */
  readonly warnings: readonly string[];
}
