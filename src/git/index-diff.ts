import type { FileChange, ObjectId } from "../model/change.ts";
import type { RawDiff } from "./diff-reader.ts";

export interface Staged {
  /** Against the first parent, complete. */
  readonly diff: RawDiff;
  readonly files: readonly FileChange[];
}

export function indexDiff(options: readonly string[], base: ObjectId): string[] {
  return ["diff-index", "--cached", "--ita-invisible-in-index", ...options, base];
}
