import type { ChangedFile } from "../git/changes/working-state.ts";
import type { Remark } from "../model/fix-report.ts";

/** A file to be mended, with all that is known of it. */
export interface Target {
  readonly file: ChangedFile;
  readonly before: Buffer;
  readonly after: Buffer;
  readonly mends: readonly Remark[];
  readonly byHand: readonly Remark[];
  readonly byFixers: boolean;
}
