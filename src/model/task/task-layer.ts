import type { Level } from "../finding.ts";

/** What a task, or a patch for itself, says about rules: one more layer of settings, laid over everything that the policy says when a change is judged. */
export interface TaskLayer {
  readonly origin: "task";
  readonly rules: Readonly<Record<string, TaskSetting>>;
}

export interface TaskSetting {
  /** The level at which its own demands are held; the policy's when left out. Never lower than the policy's. */
  readonly level?: Level;
  readonly options: Readonly<Record<string, unknown>>;
  /** Further options for when the policy does not hold the rule as an error, so that mere advice does not become one. */
  readonly alone?: Readonly<Record<string, unknown>>;
}
