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
