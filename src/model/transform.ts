import type { RepoPath } from "../base/repo-path.ts";
import type { Result } from "../base/result.ts";

/** A program that makes files from files, as the policy declares it: a formatter, a generator. */
export interface Transform {
  readonly name: string;
  /** Program and arguments; no shell sees them. An argument `{inputs}` stands for the paths of the inputs. */
  readonly run: readonly string[];
  /** Globs of the files it reads. */
  readonly inputs: readonly string[];
  /** Globs of the files it writes; for a formatter the same as `inputs`. */
  readonly outputs: readonly string[];
  /** How long one run may take. */
  readonly seconds: number;
}

/** A program of the policy to run twice over some files, in a folder of its own. */
export interface TransformJob {
  readonly transform: Transform;
  /** The paths that `{inputs}` stands for, in order. */
  readonly inputs: readonly RepoPath[];
  readonly files: ReadonlyMap<RepoPath, TransformFile>;
}

export interface TransformFile {
  readonly bytes: Buffer;
  readonly isExecutable: boolean;
}

/** All files of the folder after the first run, and after a second run on top of it; the error says why it did not run. */
export type TransformResult = Result<
  { readonly first: ReadonlyMap<RepoPath, Buffer>; readonly second: ReadonlyMap<RepoPath, Buffer> },
  string
>;

export type RunTransform = (job: TransformJob) => Promise<TransformResult>;

/** Programs that mend files, as lint-staged is configured: a glob of files, and the command or commands that are given them. */
export type Fixers = Readonly<Record<string, string | readonly string[]>>;
