// What has to be known to find out which task a change is for.
import type { FileChange, ObjectId } from "../model/change.ts";
import type { CommittedPhase } from "../model/task/phase-trailers.ts";
import type { Task } from "../model/task.ts";
import type { Policy } from "../policy/policy.ts";

export interface TaskQuestion {
  /** What the change stands on. */
  readonly parent: ObjectId | undefined;
  /** The commit that is judged, if its folder for tasks can differ only from that of what it stands on: not for a merge. */
  readonly commit?: ObjectId | undefined;
  readonly branches: readonly string[];
  readonly policy: Policy;
  readonly names: TaskNames;
  /** A task that was handed in, in place of those that are kept. */
  readonly given?: Task | undefined;
  /** The change itself; a function where it has to be found out, which is asked only where there is a folder for tasks. */
  readonly files: readonly FileChange[] | (() => Promise<readonly FileChange[]>);
}

/** What else, besides the branches, names the task. */
export interface TaskNames {
  readonly flag?: string | undefined;
  readonly environment?: string | undefined;
  readonly title?: string | undefined;
  readonly use?: string | undefined;
  /** The phase that the commit says it is. */
  readonly phase?: CommittedPhase | undefined;
}
