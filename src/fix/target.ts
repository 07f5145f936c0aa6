import type { ChangedFile } from "../git/changes/working-state.ts";
import type { FixRemark } from "../model/fix-report.ts";
import type { EditedContents } from "../model/patch.ts";

/** A file that was looked at, with all that is known of it. */
export interface Target {
  readonly file: ChangedFile;
  readonly before: Buffer;
  /** Its part of the patch; undefined when nothing is to be mended. */
  readonly edit: EditedContents | undefined;
  readonly mends: readonly FixRemark[];
  readonly byHand: readonly FixRemark[];
  readonly byFixers: boolean;
}

/** One that is to be mended. */
export type Mending = Target & { readonly edit: EditedContents };

export function isMending(target: Target): target is Mending {
  return target.edit !== undefined;
}
