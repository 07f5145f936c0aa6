import type { ByteText } from "../base/byte-text.ts";
import type { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { LuaSource } from "../lua/source.ts";
import type { Entry, FileChange, Side } from "../model/change.ts";

/** One side of a file. */
export interface SourceFile {
  readonly path: RepoPath;
  readonly entry: Entry;
  readonly side: Side;
  readonly text: ByteText;
  readonly lines: LineIndex;
  /** Read on first use and kept for every rule. Only meaningful for a Lua file. */
  readonly lua: LuaSource;
  /** The change this file is part of; undefined for a file that a rule asked for in addition. */
  readonly change: FileChange | undefined;
}
