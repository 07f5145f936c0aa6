// What the commands for pipelines have to say, besides the plan and the outcome of a run.
import type { RepoPath } from "../../base/repo-path.ts";
import type { TaskRemark } from "../task.ts";

/**
 * What Git knows of the manifest that was read. `changed`: `HEAD` holds another version. `new`: `HEAD` does not hold it. `ignored`: Git leaves it
 * out, so it counts in this working tree alone. `outside`: a file that is not in the repository.
 */
export type ManifestStanding = "committed" | "changed" | "new" | "ignored" | "outside";

export interface PipelineCheck {
  /** The name it was given, or its path in the repository. */
  readonly path: string;
  readonly standing: ManifestStanding;
  /** In the order of the text. */
  readonly faults: readonly (TaskRemark & { readonly phase: string | undefined })[];
  readonly phases: readonly CheckedPhase[];
  readonly warnings: readonly TaskRemark[];
}

export interface CheckedPhase {
  readonly name: string;
  readonly branch: string;
  /** The title of its commit; undefined if the policy accepts none. */
  readonly title: string | undefined;
  readonly isSound: boolean;
}

/** A manifest that was written. */
export interface NewPipeline {
  readonly path: RepoPath;
  readonly isIgnored: boolean;
  readonly phases: readonly string[];
  /** A title for the commit that adds it. */
  readonly title: string;
  /** `--manifest NAME`, unless it is the playbook's own. */
  readonly flag: string;
}
