import type { Level } from "../model/finding.ts";

/** The setting of a rule as it is written. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];

export type RuleEntries = Readonly<Record<string, RuleEntry>>;
