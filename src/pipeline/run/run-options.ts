// What is asked of a run.

import type { RunPatchOptions } from "../../check/patch/run-patch.ts";
import type { Author } from "../../check/refactor/run-authored.ts";
import type { ObjectId } from "../../model/change.ts";
import type { Task } from "../../model/task.ts";
import type { Proposal } from "../../patch/proposal.ts";
import type { Agent } from "./agent.ts";
import type { TakeUpTerms } from "./take-up.ts";

export interface RunOptions extends TakeUpTerms, Pick<RunPatchOptions, "today" | "kept"> {
  /** `--code`. */
  readonly code: string | undefined;
  readonly agent: Omit<Agent, "running" | "env"> | undefined;
  /** `--patches`, absolute. */
  readonly patches: string | undefined;
  /** `--push`. */
  readonly remote: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** One phase at most. */
  readonly isOne: boolean;
  /** What writes the files of a task that steers the program. */
  authorOf(task: Task): Author | undefined;
}

/** The change for what stands on this commit; `from` is the commit that it was taken from. */
export type HandedIn = (
  base: ObjectId,
) => Promise<{ readonly proposal: Proposal; readonly from?: ObjectId | undefined }>;
