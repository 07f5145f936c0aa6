/** A policy that was read: hand it to `judge` as it is. */
export interface Policy {
  readonly project: object;
  readonly rules: Readonly<
    Record<string, { readonly level: "off" | "warn" | "error"; readonly options: object }>
  >;
}

export interface Failure {
  readonly kind: string;
  readonly message: string;
  readonly where: string | null;
  readonly next: string | null;
}

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly failure: Failure };

/** Of a text in JSON or YAML, told apart by the ending of `path`, or of what such a text says. */
export function readPolicy(source: string | object, path?: string): Promise<PolicyResult>;

/** Paths relative to the repository, with `/`; what lies there. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Both sides hold all files there are: what is on one of them alone was added or deleted. */
export interface Change {
  readonly before?: Files;
  readonly after: Files;
  /** Of the commit; without it no rule about messages is asked. */
  readonly message?: string;
  /** Short names of the branches that it is for. */
  readonly branches?: readonly string[];
}

export interface JudgeOptions {
  /** The day by which dates are counted, YYYY-MM-DD; without it no date has passed, and none lies too far ahead. */
  readonly today?: string;
  readonly overrides?: readonly { readonly rule: string; readonly reason: string }[];
}

export interface Point {
  readonly line: number;
  readonly column: number;
}

export interface Finding {
  readonly rule: string;
  readonly level: "warn" | "error";
  readonly standing: "new" | "old" | "suppressed" | "overridden";
  readonly reason: string | null;
  readonly suppressedAt: number | null;
  readonly commit: string | null;
  readonly path: string | null;
  readonly start: Point | null;
  readonly end: Point | null;
  readonly message: string;
  readonly hint: string | null;
}

/** What `arkitekt check --format json` prints. */
export interface Verdict {
  readonly version: 2;
  readonly outcome: "pass" | "block" | "skip";
  readonly findings: readonly Finding[];
  readonly excepted: readonly Finding[];
  readonly counts: Readonly<Record<"error" | "warn" | "old" | "suppressed" | "overridden", number>>;
  readonly notes: readonly { readonly kind: string; readonly what: string; readonly why: string }[];
  readonly failure: null;
}

/** Keeps nothing between two calls, reads no file and starts no program. */
export function judge(change: Change, policy: Policy, options?: JudgeOptions): Promise<Verdict>;
