// What doctor finds wrong with an install.
export interface WeakSpot {
  /** Stable, for programs. */
  readonly kind: string;
  /** `hole`: a change may pass unseen. `flaw`: it works today. */
  readonly weight: "hole" | "flaw";
  readonly what: string;
  readonly remedy: string;
}

export const AGAIN = "arkitekt install";

export function hole(kind: string, what: string, remedy: string): WeakSpot {
  return { kind, weight: "hole", what, remedy };
}

export function flaw(kind: string, what: string, remedy: string): WeakSpot {
  return { kind, weight: "flaw", what, remedy };
}
