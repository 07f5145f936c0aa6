import type { Require } from "../../lua/facts/requires.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import type { ModuleLookup } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** A changed Lua file that is there after the change, with what it was before. */
export interface Changed {
  readonly file: SourceFile;
  readonly old: SourceFile | undefined;
}

export interface Sides {
  readonly before: ModuleLookup;
  readonly after: ModuleLookup;
}

/** What a file required before that did not parse nobody knows; what stands on a line that the change left alone was there. */
export function wasUnread({ range }: Require, { file, old }: Changed): boolean {
  return old?.lua.syntax.ok === false && !isAddedLine(file.lines.at(range.start).line, file);
}
