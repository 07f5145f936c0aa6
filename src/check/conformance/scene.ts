import type { RepoPath } from "../../base/repo-path.ts";
import type { Task } from "../../model/task.ts";
import type { Policy } from "../../policy/policy.ts";

/** What the conformance of a phase is judged from. */
export interface PhaseScene {
  readonly task: Task;
  readonly policy: Policy;
  /** Where its commit goes. */
  readonly branch: string;
  /** Every path that exists, and those that earlier phases make. */
  readonly paths: readonly RepoPath[];
  /** `--code`, which replaces the phase's own. */
  readonly code?: string | undefined;
}

export interface ConformanceFault {
  readonly about: "presence" | "placeholder" | "work" | "budget" | "proof-greps" | "title";
  /** From the root of the payload. */
  readonly keys: readonly (string | number)[];
  readonly message: string;
  readonly next: string;
}
