import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { LuaSource } from "../lua/source.ts";
import type { Finding } from "../model/finding.ts";
import type { Patch } from "../model/patch.ts";

/** What a refactoring makes of a tree. */
export interface Refactored {
  readonly patch: Patch;
  /** In the playbook's form ("Notes format"). */
  readonly notes: string;
  /** Places that may name what is changed, and are left as they are. */
  readonly reports: readonly Finding[];
  /** Places that must change and can't be changed safely: if there is one, nothing is changed. */
  readonly stops: readonly Finding[];
  /** What was asked for in each text, for the second opinion: by the path that the file has afterwards. */
  readonly rewritten: readonly RewrittenText[];
}

/** A text before and after, and the names that were to change in it. */
export interface RewrittenText {
  readonly path: RepoPath;
  readonly before: Pick<LuaSource, "text" | "version">;
  readonly edits: readonly NameEdit[];
  readonly after: ByteText;
  /** A statement that is removed. */
  readonly removed?: ByteRange;
}

export interface NameEdit {
  readonly range: ByteRange;
  readonly text: ByteText;
  /** The name as the program sees it, before and after. */
  readonly from: ByteText;
  readonly to: ByteText;
  /** A whole expression is replaced by another one, not a name by a name. */
  readonly isExpression?: true;
}

export const NO_PATCH: Patch = { edits: [], moves: [], deletions: [] };
