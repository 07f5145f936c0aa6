import type { Require, StaticRequire } from "../../lua/facts/requires.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** A changed Lua file that is there after the change, with what it was before. */
export interface Changed {
  readonly file: SourceFile;
  readonly old: SourceFile | undefined;
}

/**
 * Whether it stood there before, if that shows without reading the older text: as a require of that name, or as mere text if that
 * did not parse.
 */
export function stoodThere({ range, literal }: StaticRequire, { file, old }: Changed): boolean {
  if (old === undefined || literal === undefined || isAddedLine(file.lines.at(range.start).line, file))
    return false;
  const part = file.lua.partUnlike(old.lua)?.range;
  return part !== undefined && (range.end <= part.start || range.start >= part.end);
}

/** Nobody knows what a file that did not parse required before; what stands on a line that the change left alone was there. */
export function wasUnread({ range }: Require, { file, old }: Changed): boolean {
  if (old === undefined || isAddedLine(file.lines.at(range.start).line, file)) return false;
  return !old.lua.isSound;
}
