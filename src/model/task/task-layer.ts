import type { Level } from "../finding.ts";

/** What a task, or a patch for itself, says of rules: one more layer of settings, laid at judgement upon all that the policy says. */
export interface TaskLayer {
  readonly origin: "task";
  readonly rules: Readonly<Record<string, TaskSetting>>;
}

export interface TaskSetting {
  /** The level that its own word is held at; the policy's when left out. Never lower than the policy's. */
  readonly level?: Level;
  readonly options: Readonly<Record<string, unknown>>;
  /** Options besides, where the policy does not hold the rule as an error, so that what is only advice does not become one. */
  readonly alone?: Readonly<Record<string, unknown>>;
}
