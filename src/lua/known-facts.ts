import type { ModuleTable } from "./facts/exports.ts";
import type { Require } from "./facts/requires.ts";
import type { Shim } from "./shims/shims.ts";

/** Facts of a text that parses which are plain data, so that they can be kept and handed back. */
export interface KnownFacts {
  readonly requires?: readonly Require[];
  readonly module?: ModuleTable;
  readonly shims?: readonly Shim[];
}
