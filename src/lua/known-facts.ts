import type { ModuleTable } from "./facts/exports.ts";
import type { Require } from "./facts/requires.ts";
import type { Shim } from "./shims/shims.ts";

/** Those facts about a text that parses which are plain data, so that they can be kept and given back. */
export interface KnownFacts {
  readonly requires?: readonly Require[];
  readonly module?: ModuleTable;
  readonly shims?: readonly Shim[];
}
