import type { FileChange, ObjectId } from "../../model/change.ts";
import { RAW_AND_PATCH } from "../diff/diff-options.ts";
import type { RawDiff } from "../diff/diff-reader.ts";

export interface Staged {
  /** Against the first parent, complete. */
  readonly diff: RawDiff;
  readonly files: readonly FileChange[];
}

/** The call that shows what the index changes against `base`, with the patch. */
export function stagedDiff(base: ObjectId, ...more: readonly string[]): string[] {
  return indexDiff([...more, ...RAW_AND_PATCH], base);
}

export function indexDiff(options: readonly string[], base: ObjectId): string[] {
  return ["diff-index", "--cached", "--ita-invisible-in-index", ...options, base];
}
