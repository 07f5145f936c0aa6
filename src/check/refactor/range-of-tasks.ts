import type { CommitChange, FileChange, ObjectId } from "../../model/change.ts";
import type { Policy } from "../../policy/policy.ts";
import type { TaskReplay } from "./task-replay.ts";

/** A range as far as the tasks in it are concerned. */
export interface RangeOfTasks {
  readonly base: ObjectId | undefined;
  readonly tip: ObjectId;
  readonly branches: readonly string[];
  readonly commits: readonly CommitChange[];
  readonly files: readonly FileChange[];
  readonly policy: Policy;
  readonly today: string;
  replay(): Promise<TaskReplay>;
}
