import type { PolicyFile } from "../generated/policy-file.generated.ts";
import { presetOf } from "../presets/preset-of.ts";
import { merge } from "./merge.ts";

/** Everything that a policy says besides its rules, with nothing left out; folders as they are written. */
export type Settings = {
  readonly [K in Exclude<keyof PolicyFile, "$schema" | "extends" | "rules" | "overrides">]-?: Filled<
    NonNullable<PolicyFile[K]>
  >;
};

type Filled<T> = T extends string | readonly unknown[] ? T : { readonly [K in keyof T]-?: NonNullable<T[K]> };

/** What holds where neither the policy nor a preset says anything; the same as the defaults in the schema. */
export const BUILT_IN: Settings = {
  root: ".",
  lua: {
    files: ["**/*.lua"],
    moduleRoots: ["."],
    generated: [],
    vendored: [],
    scripts: [],
    externals: [],
  },
  namespace: { canonical: "", retired: [] },
  features: { root: ".", layers: [] },
  pure: [],
  agentBranches: [],
  host: { globals: [], modules: [] },
  shims: { maxDays: 30 },
  taskCode: { patterns: [], examples: [] },
  mayOverride: [{ rules: "all", branches: "people" }],
  transforms: [],
  fixers: {},
  limits: { fileBytes: 16_777_216 },
  handoff: { projects: ["jsonld", "markdown_ld"] },
};

/** The policy's own words over its preset's over the built-in ones: sections key by key, lists as a whole. */
export function settingsOf(file: PolicyFile): Settings {
  const { $schema: _, extends: __, rules: ___, overrides: ____, ...own } = file;
  // Every key of the result comes from BUILT_IN, and what lies over it has been validated against the same schema.
  return merge(merge(BUILT_IN, presetOf(file).settings(file)), own) as Settings;
}
