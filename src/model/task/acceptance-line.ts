/** A line of an acceptance, or a part of one, and what proves it. */
export interface AcceptanceLine {
  readonly text: string;
  /** Undefined: no rule does. */
  readonly rule: string | undefined;
  readonly state: AcceptanceState;
  /** Why it is not checked, or what contradicts it. */
  readonly why: string | undefined;
}

/** `open` if nothing was looked at yet. */
export type AcceptanceState = "proved" | "fails" | "not checked" | "open";
