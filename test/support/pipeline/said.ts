// What `arkitekt pipeline` says, for programs.
import { arkitekt } from "../gated.ts";
import type { TestRepo } from "../repo.ts";

export interface Phase {
  readonly name: string;
  readonly ok: boolean | null;
  readonly state: string;
  readonly tries: number;
  readonly commit: string | null;
  readonly contract: {
    readonly ok: boolean;
    readonly findings: readonly { readonly message: string }[];
  } | null;
  readonly acceptance: readonly { readonly text: string; readonly state: string }[];
  readonly ci_url: string | null;
}

export interface Said {
  readonly code: number;
  readonly stderr: string;
  readonly states: string;
  readonly phases: readonly Phase[];
  readonly notes: string;
  readonly next: string | null;
  readonly remarks: readonly string[];
  readonly not_pushed: { readonly phase: string; readonly why: string } | null;
  readonly failure: { readonly message: string; readonly next: string } | null;
}

/** Runs `arkitekt pipeline`, and reads what it says. */
export function pipeline(repo: TestRepo, ...args: readonly string[]): Said {
  const { code, stdout, stderr } = arkitekt(repo, ["pipeline", ...args, "--format", "json"]);
  const { phases = [], ...said } = JSON.parse(stdout);
  const states = phases.map(({ name, state }: Phase) => `${name} ${state}`).join(", ");
  return { ...said, phases, code, stderr, states };
}
