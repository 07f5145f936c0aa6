import type { RepoPath } from "../base/repo-path.ts";
import { err } from "../base/result.ts";
import type { ContractFact } from "../model/finding.ts";

/** Why a patch, which could be read, can't be applied as it stands. */
export interface PatchFault {
  /** Undefined if it is about the patch as a whole. */
  readonly path: RepoPath | undefined;
  readonly message: string;
  readonly hint: string;
  /** A path that the patch needs and the tree lacks. */
  readonly contract?: ContractFact;
}

export function fault(path: RepoPath | undefined, message: string, hint: string): PatchFault {
  return { path, message, hint };
}

/** Whether the path must be there and is not. */
export function missing(path: RepoPath, message: string, hint: string): PatchFault {
  return { path, message, hint, contract: { kind: "missing-file", path } };
}

export function refused(...faults: readonly PatchFault[]) {
  return err(faults);
}
