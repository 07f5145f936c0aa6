import type { RepoPath } from "../base/repo-path.ts";
import type { Result } from "../base/result.ts";

/** A program of the policy to run twice over some files, in a folder of its own. */
export interface TransformJob {
  readonly name: string;
  /** Program and arguments; no shell sees them. */
  readonly command: readonly string[];
  readonly files: ReadonlyMap<RepoPath, TransformFile>;
}

export interface TransformFile {
  readonly bytes: Buffer;
  readonly isExecutable: boolean;
}

/** All files of the folder after the first run and, on top of it, after the second; the error says why it did not run. */
export type TransformResult = Result<
  { readonly first: ReadonlyMap<RepoPath, Buffer>; readonly second: ReadonlyMap<RepoPath, Buffer> },
  string
>;

export type RunTransform = (job: TransformJob) => Promise<TransformResult>;
